/** A named area, made of parts, that may lie inside another place. */
export type PlaceId = string & { readonly __placeId?: true }

export const PLACE_KINDS = [
  'neighbourhood',
  'ward',
  'town',
  'city',
  'district',
  'county',
  'combined-authority',
  'region',
  'country',
  'other',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

export const PART_KINDS = ['postcode-area', 'district', 'sector', 'area-code'] as const
export type PartKind = (typeof PART_KINDS)[number]

export type PlacePart = { readonly kind: PartKind; readonly code: string }

export type Place = {
  readonly id: PlaceId
  /** Null: shared by all authorities. */
  readonly authorityId: string | null
  readonly name: string
  readonly slug: string
  readonly kind: PlaceKind
  readonly parentId: PlaceId | null
  readonly version: number
}

export type PlaceWithParts = Place & { readonly parts: readonly PlacePart[] }

export type PlaceDraft = {
  readonly name: string
  readonly kind: PlaceKind
  readonly parentId: PlaceId | null
  readonly parts: readonly PlacePart[]
}

export type PlaceRefusal =
  | 'place-has-no-name'
  | 'place-name-taken'
  | 'place-without-parts'
  | 'parent-unknown'
  | 'parent-of-another-authority'
  | 'parent-is-itself'
  | 'parent-lies-inside'
  | 'shared-place-by-operator-only'
  | 'place-of-another-authority'
  | 'place-has-places-inside'

export type LoadRefusal =
  | 'load-by-operator-only'
  | 'lookup-smaller-than-current'
  | 'lookup-empty'
  | 'edition-needed'
  | 'nothing-to-load'

/** What an official area code stands for, told by the code's first three characters (ONS code history). */
export type AreaKind =
  | 'small-area'
  | 'middle-area'
  | 'parish'
  | 'ward'
  | 'constituency'
  | 'local-authority'
  | 'county'
  | 'combined-authority'
  | 'police-force'
  | 'health-area'
  | 'travel-to-work-area'
  | 'national-park'
  | 'region'
  | 'country'
  | 'nations'
  | 'other'

export type Area = {
  readonly code: string
  readonly name: string
  /** The areas that hold this one, nearest first. */
  readonly parentCodes: readonly string[]
  readonly successorCode: string | null
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly registerCode: string | null
}

export type Postcode = {
  /** `PR1 2HE` */
  readonly postcode: string
  /** `PR1 2` */
  readonly sector: string
  /** `PR1` */
  readonly district: string
  /** `PR` */
  readonly area: string
}

/** A list of official area codes; postcodes that lie in the same areas share one. */
export type AreaCodes = readonly string[]

/** What the loaded lookup says of one postcode. Easting and northing are metres on the British National Grid. */
export type FoundPostcode = {
  readonly areaCodes: AreaCodes
  readonly easting: number | null
  readonly northing: number | null
  /** Royal Mail no longer uses it; payment files still do. */
  readonly isTerminated: boolean
}

/** A share of the postcodes of a sector or district: these lie in these areas. */
export type SpreadItem = {
  readonly sector: string
  readonly areaCodes: AreaCodes
  readonly postcodes: number
}

export type CrownDependency = 'Jersey' | 'Guernsey' | 'Isle of Man'

/** How finely somewhere is known. */
export type Precision = 'postcode' | 'sector' | 'district' | 'postcode-area' | 'area-code' | 'none'

/** Where something is, as far as it is known. Make one with `locationOf` and the lookup. */
export type Location = {
  readonly precision: Precision
  readonly postcode?: string
  readonly sector?: string
  readonly district?: string
  readonly area?: string
  /** The official areas it lies in, known exactly. Empty where they are not known. */
  readonly areaCodes: AreaCodes
  /** Where the postcodes around it lie, for a location whose own areas are not known. */
  readonly spread?: readonly SpreadItem[]
  /** The spread's grain: all postcodes of the sector, or of the district. */
  readonly spreadOf?: 'sector' | 'district'
  readonly outside?: CrownDependency | 'abroad' | 'non-geographic'
  readonly isTerminated?: boolean
}

/** How an answer is known: `exact`, or the most frequent answer for the postcodes around it. */
export type Certainty = 'exact' | 'approximate'

/** The innermost place of a ladder that holds a location, or why there is none. */
export type Tier =
  | {
      readonly kind: 'place'
      readonly placeId: PlaceId
      /** Its place on the ladder: 0 is the home place. */
      readonly rung: number
      readonly certainty: Certainty
      readonly basis: Precision
      /** The part of the surrounding postcodes for which the answer holds, from above 0 to 1. */
      readonly share: number
    }
  | {
      readonly kind: 'rest-of-uk'
      readonly certainty: Certainty
      readonly basis: Precision
      readonly share: number
    }
  | { readonly kind: 'crown-dependency'; readonly name: CrownDependency }
  | { readonly kind: 'abroad' }
  | {
      readonly kind: 'unknown'
      readonly why: 'no-postcode' | 'non-geographic' | 'needs-lookup'
      /** The innermost place that certainly holds it, where there is one. */
      readonly within: PlaceId | null
    }

export const LOAD_KINDS = ['postcodes', 'areas', 'boundaries', 'deprivation'] as const
export type LoadKind = (typeof LOAD_KINDS)[number]

export type Load = {
  readonly id: string
  readonly kind: LoadKind
  readonly status: 'queued' | 'running' | 'loaded' | 'failed'
  readonly fileName: string
  readonly fileHash: string | null
  readonly edition: string
  readonly source: string
  readonly licence: string
  readonly bytesTotal: number
  readonly bytesRead: number
  readonly rowsRead: number
  readonly rowsKept: number
  readonly message: string
  readonly askedAt: Date
  readonly updatedAt: Date
  readonly finishedAt: Date | null
  readonly isCurrent: boolean
}

export type Deprivation = {
  readonly areaCode: string
  readonly edition: string
  /** `imd` for the whole index, or a domain such as `income`. */
  readonly indexName: string
  readonly score: string | null
  /** 1 is the most deprived. */
  readonly rank: number | null
  readonly decile: number | null
}
