/** The part of topojson-client that is used here; the package ships no types. */
declare module 'topojson-client' {
  /** A layer of a topology as GeoJSON: a FeatureCollection, or a Feature where the layer is one shape. */
  export function feature(topology: object, layer: object): { readonly type: string }
}
