import type { CrownDependency } from '../model.ts'

export const ENGLAND = 'E92000001'
export const WALES = 'W92000004'
export const SCOTLAND = 'S92000003'
export const NORTHERN_IRELAND = 'N92000002'

const IN_ENGLAND =
  'AL B BA BB BD BH BL BN BR BS CA CB CM CO CR CT CV CW DA DE DH DL DN DT DY E EC EN EX FY GU HA HD HG HP HU HX IG IP KT L LA LE LN LS LU M ME MK N NE NG NN NR NW OL OX PE PL PO PR RG RH RM S SE SG SK SL SM SN SO SP SR SS ST SW TA TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO'
const IN_SCOTLAND = 'AB DD EH FK G HS IV KA KW KY ML PA PH ZE'
const IN_WALES = 'CF SA'
/** Postcode areas that a border runs through: the country is known from the full postcode only. */
const ON_A_BORDER = 'CH DG GL HR LD LL NP SY TD'

/**
 * The 121 postcode areas of the United Kingdom and the country all of each lies in, or null where a border runs
 * through it. Source: Royal Mail's postcode areas; countries checked against OS Code-Point Open, November 2025.
 */
export const POSTCODE_AREAS: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ...IN_ENGLAND.split(' ').map((area) => [area, ENGLAND] as const),
  ...IN_SCOTLAND.split(' ').map((area) => [area, SCOTLAND] as const),
  ...IN_WALES.split(' ').map((area) => [area, WALES] as const),
  ['BT', NORTHERN_IRELAND],
  ...ON_A_BORDER.split(' ').map((area) => [area, null] as const),
])

/** Postcode areas of the Crown dependencies, which are not part of the United Kingdom. */
export const CROWN_DEPENDENCIES: ReadonlyMap<string, CrownDependency> = new Map([
  ['JE', 'Jersey'],
  ['GY', 'Guernsey'],
  ['IM', 'Isle of Man'],
])

/** Areas in a postcode's form that say nothing of where somebody is: banks (BX), returns (XX), forces (BF), Girobank. */
export const NON_GEOGRAPHIC_AREAS: ReadonlySet<string> = new Set(['BX', 'XX', 'BF', 'GIR'])

export const isKnownPostcodeArea = (area: string): boolean =>
  POSTCODE_AREAS.has(area) || CROWN_DEPENDENCIES.has(area) || NON_GEOGRAPHIC_AREAS.has(area)
