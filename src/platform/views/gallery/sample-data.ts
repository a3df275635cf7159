import type { Basis } from '../basis.tsx'
import { areaPaths, type FeatureCollection } from '../charts/area-paths.ts'
import { formatPence, formatPoundsCompact, formatShare } from '../formatters.ts'
import type { PageContext } from '../page-context.ts'

/** Made-up data for the gallery. Northmere and everything in it are inventions. */

export const sampleContext = (assets: PageContext['assets']): PageContext => ({
  assets,
  csrfToken: () => 'sample-token',
  navigation: [
    { text: 'Money map', href: '/spend', isCurrent: true },
    { text: 'Strategy', href: '/strategy' },
    { text: 'Community', href: '/community' },
    { text: 'Procurement', href: '/procurement' },
    { text: 'Contracts', href: '/contracts' },
    { text: 'Social value budget', href: '/budget' },
  ],
  visitor: {
    personName: 'Amina Holt',
    organisationName: 'Northmere City Council',
    accountPath: '/account',
    signOutPath: '/sign-out',
  },
  isDemonstration: true,
})

export const sampleBasis: Basis = {
  period: 'April 2025 to March 2026',
  coverage: '98% of payments by value',
  unknown: '6.1% not matched to a place',
  source: { text: 'How this is counted', href: '/method' },
}

const TIERS = [
  { label: 'In Northmere', pence: 4_213_400_000, tone: 1 },
  { label: 'Elsewhere in Ashshire', pence: 1_845_100_000, tone: 2 },
  { label: 'In the region', pence: 2_290_300_000, tone: 3 },
  { label: 'Elsewhere in the United Kingdom', pence: 3_401_900_000, tone: 4 },
  { label: 'Abroad', pence: 91_200_000, tone: 5 },
  { label: 'Not known', pence: 767_100_000, tone: 'unknown' },
] as const

const WHOLE = TIERS.reduce((sum, { pence }) => sum + pence, 0)

export const sampleParts = TIERS.map(({ label, pence, tone }) => ({
  label,
  value: pence,
  display: `${formatPoundsCompact(pence)} (${formatShare(pence, WHOLE)})`,
  tone,
}))

export const samplePartsTable = {
  head: ['Where the money went', 'Amount', 'Share'],
  rows: TIERS.map(({ label, pence }) => [
    label,
    { text: formatPence(pence), value: pence / 100 },
    formatShare(pence, WHOLE),
  ]),
}

const CATEGORIES = [
  ['Adult social care: residential and nursing placements', 3_120_450_000],
  ['Highways', 1_904_220_000],
  ['Waste collection and disposal', 1_207_700_000],
  ['Building repair and maintenance', 640_180_000],
  ['Credit notes', -88_040_000],
] as const

export const sampleBars = CATEGORIES.map(([label, pence]) => ({
  label,
  href: '/spend/categories',
  value: pence,
  display: formatPoundsCompact(pence),
  tone: pence < 0 ? (3 as const) : (1 as const),
}))

export const sampleBarsTable = {
  head: ['Category', 'Amount'],
  rows: CATEGORIES.map(([label, pence]) => [label, { text: formatPence(pence), value: pence / 100 }]),
}

/** Two years of months, with one in which more came back than went out. */
export const sampleMonths = Array.from({ length: 24 }, (_, at) => ({
  month: `${2024 + Math.floor((at + 3) / 12)}-${String(((at + 3) % 12) + 1).padStart(2, '0')}`,
  value: at === 16 ? -143_000_000 : 420_000_000 + ((at * 7_919) % 31) * 12_000_000,
}))

export const sampleMonthsTable = {
  head: ['Month', 'Paid'],
  rows: sampleMonths.map(({ month, value }) => [month, { text: formatPence(value), value: value / 100 }]),
}

const COLUMNS = 6
const WARDS = [
  'Harbour',
  'Castle Hill',
  'Marshgate',
  'Old Town',
  'Fellside',
  'Brigg',
  'Saltergate',
  'Lowmoor',
]

const WARD_SIZE_DEGREES = 0.04

const wardCode = (at: number) => `W${String(at + 1).padStart(2, '0')}`

/** Wards as a honeycomb. */
const wards: FeatureCollection = {
  type: 'FeatureCollection',
  features: Array.from({ length: 22 }, (_, at) => {
    const row = Math.floor(at / COLUMNS)
    const x = -1.5 + ((at % COLUMNS) + (row % 2) / 2) * WARD_SIZE_DEGREES * 1.74
    const y = 54 + row * WARD_SIZE_DEGREES * 0.9
    const corner = (k: number) => {
      const angle = (Math.PI / 180) * (60 * k + 30)
      return [x + WARD_SIZE_DEGREES * Math.cos(angle), y + WARD_SIZE_DEGREES * 0.6 * Math.sin(angle)]
    }
    return {
      type: 'Feature',
      properties: { code: wardCode(at), name: `${WARDS[at % WARDS.length]} ${row + 1}` },
      geometry: { type: 'Polygon', coordinates: [[0, 1, 2, 3, 4, 5, 0].map(corner)] },
    }
  }),
}

export const sampleMap = areaPaths(wards, { codeProperty: 'code', nameProperty: 'name' })

export const sampleMapValues = new Map(
  sampleMap.areas.flatMap(({ code }, at) => {
    const value = ((at * 37) % 23) * 40_000_000
    return at % 9 === 4 ? [] : [[code, { value, display: formatPoundsCompact(value) }] as const]
  }),
)

export const sampleMapTable = {
  head: ['Ward', 'Spent'],
  rows: sampleMap.areas.map(({ code, name }) => [name, sampleMapValues.get(code)?.display ?? 'not known']),
}

export interface SampleSupplier {
  readonly name: string
  readonly place: string
  readonly payments: number
  readonly paidPence: number
}

export const sampleSuppliers: readonly SampleSupplier[] = [
  { name: 'Ashshire Care Cooperative', place: 'Northmere', payments: 412, paidPence: 312_045_077 },
  { name: 'Lowmoor Surfacing Limited', place: 'Ashshire', payments: 96, paidPence: 190_422_000 },
  { name: 'Saltergate Community Interest Company', place: 'Northmere', payments: 57, paidPence: 12_077_050 },
  { name: 'Fellside Timber', place: 'not known', payments: 3, paidPence: -45_000 },
]
