export const ASSET_NAMES = ['app.css', 'app.js', 'early.js', 'favicon.svg'] as const

/** Where each built asset is served, by its plain name: `{ 'app.css': '/assets/app-4f2a….css', … }`. */
export type AssetManifest = Readonly<Record<(typeof ASSET_NAMES)[number], string>>
