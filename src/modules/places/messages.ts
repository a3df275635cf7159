import type { LoadKind, LoadRefusal, Location, PlaceKind, PlaceRefusal, Tier } from './model.ts'
import type { PartProblem } from './rules/define-place.ts'
import type { LoadState } from './rules/load-rules.ts'
import type { LookupColumns } from './rules/lookup-columns.ts'

type Facts = Readonly<Record<string, string | number>> | undefined

const PLACE_REFUSALS: Readonly<Record<PlaceRefusal, string>> = {
  'place-has-no-name': 'Enter the name of the place',
  'place-name-taken': 'There is a place with this name already. Choose another name, or change that place',
  'place-without-parts': 'Enter at least one postcode area, district, sector or official area code',
  'parent-unknown': 'Choose a place from the list for it to lie in',
  'parent-of-another-authority': 'Choose a shared place or one of your own for it to lie in',
  'parent-is-itself': 'A place cannot lie inside itself. Choose another place for it to lie in',
  'parent-lies-inside': 'The place chosen lies inside this one. Choose a place around it',
  'shared-place-by-operator-only':
    'This place is shared by all organisations. Whoever runs the product can change it with: goldthread places define',
  'place-of-another-authority':
    'This place belongs to another organisation. Make a place of your own instead',
  'place-has-places-inside': 'Other places lie in this one. Move or remove them first',
}

/** The sentence for a refused place. */
export const placeRefusalSentence = (refusal: PlaceRefusal): string => PLACE_REFUSALS[refusal]

const count = (value: string | number | undefined): string => Number(value ?? 0).toLocaleString('en-GB')

/** The sentence for a refused load. */
export const loadRefusalSentence = (refusal: LoadRefusal, facts: Facts): string => {
  switch (refusal) {
    case 'load-by-operator-only':
      return 'Only whoever runs the product can load data that all organisations share.'
    case 'lookup-smaller-than-current':
      return `This file has ${count(facts?.found)} postcodes; the lookup in use has ${count(facts?.current)}. It looks like a part of the country, so nothing was changed. If that is meant, load it on the command line with --partial.`
    case 'lookup-empty':
      return 'This file has the columns of a postcode lookup but no postcode in them. Nothing was changed.'
    case 'edition-needed':
      return 'The name of the file does not tell its year. Say which edition it is, for example --edition 2025.'
    case 'nothing-to-load':
      return 'There is nothing in this file to load.'
  }
}

const PART_PROBLEMS: Readonly<Record<PartProblem['problem'], string>> = {
  'full-postcode': 'is a full postcode. Enter its sector or district, for example PR1 2 or PR1',
  'not-in-the-uk': 'is not in the United Kingdom',
  'not-a-part':
    'is not a postcode area (PR), district (PR1), sector (PR1 2) or official area code (E07000123)',
}

/** The sentence for one wrong piece of a list of parts. */
export const partProblemSentence = ({ line, text, problem }: PartProblem): string =>
  `Line ${line}: “${text}” ${PART_PROBLEMS[problem]}`

export const PLACE_KIND_NAMES: Readonly<Record<PlaceKind, string>> = {
  neighbourhood: 'Neighbourhood',
  ward: 'Ward',
  town: 'Town',
  city: 'City',
  district: 'District',
  county: 'County',
  'combined-authority': 'Combined authority',
  region: 'Region',
  country: 'Country',
  other: 'Other',
}

export const LOAD_KIND_NAMES: Readonly<Record<LoadKind, string>> = {
  postcodes: 'Postcode lookup',
  areas: 'Official areas',
  boundaries: 'Boundaries',
  deprivation: 'Deprivation',
}

export const LOAD_STATE_NAMES: Readonly<Record<LoadState, string>> = {
  queued: 'Waiting',
  running: 'Loading',
  loaded: 'Loaded',
  failed: 'Failed',
  stopped: 'Stopped',
}

/** How sure a location is, in words: `exactly`, or `for 62% of the postcodes in PR4`. */
export const certaintyWords = (location: Location, tier: { certainty: string; share: number }): string => {
  if (tier.certainty === 'exact') return 'exactly'
  const around = location.spreadOf === 'sector' ? location.sector : location.district
  return `for ${Math.round(tier.share * 100)}% of the postcodes in ${around ?? 'the district'}`
}

const WHY_UNKNOWN: Readonly<Record<Extract<Tier, { kind: 'unknown' }>['why'], string>> = {
  'no-postcode': 'There is no postcode or area to go by',
  'non-geographic': 'The postcode stands for no place on the map (forces, banks, returns)',
  'needs-lookup': 'A postcode lookup is needed to tell',
}

export const unknownWords = (tier: Extract<Tier, { kind: 'unknown' }>): string => WHY_UNKNOWN[tier.why]

type Described = LookupColumns['layout'] | 'official areas' | 'other list' | 'boundaries' | 'deprivation'

const OGL = 'Open Government Licence v3.0'
const ROYAL_MAIL =
  'Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail copyright and database right. Contains National Statistics data © Crown copyright and database right.'

const ATTRIBUTIONS: Readonly<Record<Described, { readonly source: string; readonly licence: string }>> = {
  'ONS postcode directory': {
    source: 'Office for National Statistics, postcode directory or lookup',
    licence: `${OGL}. ${ROYAL_MAIL} Northern Ireland postcodes carry a licence of their own from Land & Property Services.`,
  },
  'OS Code-Point Open': { source: 'Ordnance Survey, Code-Point Open', licence: `${OGL}. ${ROYAL_MAIL}` },
  'postcode list': { source: '', licence: '' },
  'other list': { source: '', licence: '' },
  'official areas': {
    source: 'Office for National Statistics',
    licence: `${OGL}. Source: Office for National Statistics.`,
  },
  boundaries: {
    source: 'Office for National Statistics',
    licence: `${OGL}. Source: Office for National Statistics. Contains OS data © Crown copyright and database right.`,
  },
  deprivation: { source: 'Indices of Deprivation', licence: OGL },
}

/** Who a file comes from and the words its licence asks for, unless whoever loads it says otherwise. */
export const attributionOf = (described: Described) => ATTRIBUTIONS[described]
