import type {
  Basis,
  Confidence,
  ContractKind,
  Measure,
  MeasureStatus,
  PricedBasis,
  PriceYear,
  Proxy,
  Variant,
} from '../../model.ts'

type Required =
  | 'code'
  | 'outcome'
  | 'name'
  | 'counts'
  | 'doesNotCount'
  | 'unit'
  | 'howToCount'
  | 'evidence'
  | 'deadweight'
type Entry = Pick<Measure, Required> & Partial<Measure>

export const OWN_DEFINITION = 'Apache-2.0 (own definition)'
const EVERY_KIND: readonly ContractKind[] = ['works', 'services', 'goods']
export const WITH_PEOPLE: readonly ContractKind[] = ['works', 'services']

/** A measure of the open framework. Unless it says otherwise it is counted and has no price. */
export const entry = (given: Entry): Measure => ({
  kind: 'quantitative',
  basis: 'none',
  proxy: null,
  variants: [],
  rubric: null,
  source: null,
  link: null,
  licence: OWN_DEFINITION,
  status: 'report-only',
  confidence: 'not-priced',
  group: null,
  isTransfer: false,
  valuedThrough: null,
  suitsSmallSuppliers: true,
  minimumMonths: 0,
  contractKinds: EVERY_KIND,
  caution: null,
  ...given,
})

type Figure = Pick<Measure, 'basis' | 'proxy' | 'source' | 'licence' | 'status' | 'confidence'>

const figure = (
  basis: Basis,
  proxy: Proxy,
  source: string | null,
  licence: string,
  status: MeasureStatus,
  confidence: Confidence,
): Figure => ({
  basis,
  proxy,
  source,
  licence,
  status,
  confidence,
})

export const proxy = (value: string, priceYear: PriceYear, more: Partial<Proxy> = {}): Proxy => ({
  value,
  low: null,
  high: null,
  priceYear,
  from: 'fixed',
  isYearlyRate: false,
  entry: null,
  ...more,
})

/** A figure of Greater Manchester's unit cost database v1.4: 2015, to be replaced by v3.0. */
export const gmca = (
  row: string,
  value: string,
  priceYear: PriceYear,
  basis: PricedBasis,
  confidence: Confidence,
  high: string | null = null,
): Figure =>
  figure(
    basis,
    proxy(value, priceYear, { entry: row, high }),
    'gmca-ucd-1.4',
    'CC BY 4.0',
    'replace',
    confidence,
  )

/** A figure under the Open Government Licence. */
export const official = (
  source: string,
  basis: PricedBasis,
  it: Proxy,
  status: MeasureStatus,
  confidence: Confidence,
): Figure => figure(basis, it, source, 'OGL v3.0', status, confidence)

/** Pounds as paid. */
export const FACE_VALUE: Figure = figure(
  'spend',
  proxy('1', 'nominal'),
  null,
  OWN_DEFINITION,
  'face-value',
  'high',
)

/** What an hour of somebody's time costs to replace, at the median wage; the range from the legal minimum to professions. */
export const HOUR_OF_TIME: Figure = official(
  'ons-ashe-2025',
  'economic',
  proxy('17.96', '2025/26', { low: '12.71', high: '26.11', isYearlyRate: true }),
  'check',
  'medium',
)

export const variant = (
  code: string,
  name: string,
  value: string,
  priceYear: PriceYear,
  basis: PricedBasis,
  isTransfer = false,
): Variant => ({
  code,
  name,
  value,
  priceYear,
  basis,
  isTransfer,
})
