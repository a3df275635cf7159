export { changePlace, definePlace, removePlace } from './actions/define-place.ts'
export { type Loaded, loadFile } from './actions/load-file.ts'
export type { LoadRequest } from './actions/prepare-load.ts'
export { api } from './api.ts'
export { commands } from './commands.ts'
export { jobs } from './jobs.ts'
export { certaintyWords, PLACE_KIND_NAMES, unknownWords } from './messages.ts'
export type {
  Area,
  AreaCodes,
  AreaKind,
  CrownDependency,
  Deprivation,
  FoundPostcode,
  Load,
  Location,
  Place,
  PlaceDraft,
  PlaceId,
  PlaceKind,
  PlacePart,
  PlaceWithParts,
  Postcode,
  Precision,
  Tier,
} from './model.ts'
export { pages } from './routes.ts'
export { type AreaBook, currentCode, successorsOf } from './rules/area-book.ts'
export { areaKindOf, shippedAreas } from './rules/area-codes.ts'
export type { Ladder } from './rules/ladder.ts'
export { locationOf } from './rules/location.ts'
export { parsePlacePart, parsePostcode } from './rules/postcode.ts'
export { CROWN_DEPENDENCIES, POSTCODE_AREAS } from './rules/postcode-areas.ts'
export { placesHolding, tierOf } from './rules/tier.ts'
export { listDeprivation, readAreaBook } from './store/areas.ts'
export { listBoundaries, listInnerBoundaries, type StoredBoundary } from './store/boundaries.ts'
export { getHomeLadder } from './store/home-ladder.ts'
export { findCurrentLookup } from './store/loads.ts'
export { getPlace, listPlaces } from './store/places.ts'
export { locatePostcodes, lookUpPostcodes } from './store/postcodes.ts'
export type { PlacesTables } from './tables.ts'
