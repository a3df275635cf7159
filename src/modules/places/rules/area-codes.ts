import type { Area, AreaKind } from '../model.ts'
import { ENGLAND, NORTHERN_IRELAND, SCOTLAND, WALES } from './postcode-areas.ts'

/** What an official code stands for, by its first three characters. Source: ONS, Code History Database. */
// biome-ignore format: a table reads better in rows
const KIND_BY_PREFIX: Readonly<Record<string, AreaKind>> = {
  E01: 'small-area', W01: 'small-area', S01: 'small-area', N20: 'small-area',
  E02: 'middle-area', W02: 'middle-area', S02: 'middle-area', N21: 'middle-area',
  E04: 'parish', W04: 'parish',
  E05: 'ward', W05: 'ward', S13: 'ward', N08: 'ward', N10: 'ward',
  E06: 'local-authority', E07: 'local-authority', E08: 'local-authority', E09: 'local-authority',
  W06: 'local-authority', S12: 'local-authority', N09: 'local-authority',
  E10: 'county', E11: 'county', E13: 'county',
  E12: 'region',
  E14: 'constituency', W07: 'constituency', S14: 'constituency', N05: 'constituency', N06: 'constituency',
  E23: 'police-force', W15: 'police-force', S23: 'police-force', N23: 'police-force', N24: 'police-force',
  E26: 'national-park', W18: 'national-park', S21: 'national-park',
  E30: 'travel-to-work-area', W22: 'travel-to-work-area', S22: 'travel-to-work-area', N12: 'travel-to-work-area',
  K01: 'travel-to-work-area',
  E47: 'combined-authority', E61: 'combined-authority',
  E54: 'health-area', E40: 'health-area', W11: 'health-area', S08: 'health-area', ZC0: 'health-area',
  E92: 'country', W92: 'country', S92: 'country', N92: 'country',
  K02: 'nations', K03: 'nations', K04: 'nations',
}

/** What kind of area a code stands for. Small areas of Northern Ireland before 2021 look like `95AA01S1`. */
export const areaKindOf = (code: string): AreaKind =>
  KIND_BY_PREFIX[code.slice(0, 3)] ?? (/^95[A-Z]{2}/.test(code) ? 'small-area' : 'other')

const COUNTRY_BY_LETTER: Readonly<Record<string, string>> = {
  E: ENGLAND,
  W: WALES,
  S: SCOTLAND,
  N: NORTHERN_IRELAND,
  '9': NORTHERN_IRELAND,
}

/** The country an official code belongs to, or undefined for codes of several countries (K) and of none. */
export const countryOfCode = (code: string): string | undefined => COUNTRY_BY_LETTER[code[0] ?? '']

/** Codes such as E99999999 say that there is no such area here; the Channel Islands and the Isle of Man use L and M. */
export const isPlaceholderCode = (code: string): boolean =>
  /^[A-Z]99999999$/.test(code) || code.startsWith('L93') || code.startsWith('M83')

const area = (code: string, name: string, parentCodes: readonly string[]): Area => ({
  code,
  name,
  parentCodes,
  successorCode: null,
  validFrom: null,
  validUntil: null,
  registerCode: null,
})

const UNITED_KINGDOM = 'K02000001'
const GREAT_BRITAIN = 'K03000001'
const ENGLAND_AND_WALES = 'K04000001'

const REGIONS = [
  ['E12000001', 'North East'],
  ['E12000002', 'North West'],
  ['E12000003', 'Yorkshire and The Humber'],
  ['E12000004', 'East Midlands'],
  ['E12000005', 'West Midlands'],
  ['E12000006', 'East of England'],
  ['E12000007', 'London'],
  ['E12000008', 'South East'],
  ['E12000009', 'South West'],
] as const

/** What is known without any file: the United Kingdom, its countries and the regions of England (ONS codes). */
export const shippedAreas = (): readonly Area[] => [
  area(UNITED_KINGDOM, 'United Kingdom', []),
  area(GREAT_BRITAIN, 'Great Britain', [UNITED_KINGDOM]),
  area(ENGLAND_AND_WALES, 'England and Wales', [GREAT_BRITAIN, UNITED_KINGDOM]),
  area(ENGLAND, 'England', [ENGLAND_AND_WALES, GREAT_BRITAIN, UNITED_KINGDOM]),
  area(WALES, 'Wales', [ENGLAND_AND_WALES, GREAT_BRITAIN, UNITED_KINGDOM]),
  area(SCOTLAND, 'Scotland', [GREAT_BRITAIN, UNITED_KINGDOM]),
  area(NORTHERN_IRELAND, 'Northern Ireland', [UNITED_KINGDOM]),
  ...REGIONS.map(([code, name]) => area(code, name, [ENGLAND])),
]
