import { monthsOfYear, workingDaysOf } from '../payments/working-days.ts'
import { seededRandom } from '../seeded-random.ts'
import { csvFile } from './csv-text.ts'
import { inWindows1252, plainPounds, wordedDay } from './written-values.ts'

const CARD_SEED = 17_320
const TRANSACTIONS_A_MONTH = 30

/** Shops and what they sell; merchants print capitals and a branch number. */
const MERCHANTS = [
  ['OLDMINSTER CAFE 0012', 'Eating places', 18],
  ['BELLWHARF HARDWARE', 'Hardware stores', 42],
  ['FELLMARCH RAIL TICKETS', 'Passenger railways', 64],
  ['SWANMARKET CAR PARK', 'Parking', 9],
  ['CATTLEGATE STATIONERS 0041', 'Stationery', 27],
  ['LANTERNHILL GARDEN CENTRE', 'Garden supplies', 88],
  ['ASHSHIRE BUS TICKETS', 'Passenger transport', 35],
  ['THORNWICK GUEST HOUSE', 'Lodging', 94],
  ['QUELLHALLOW BOOKS ONLINE', 'Book stores', 31],
  ['MILLHALLOW CHEMIST', 'Drug stores', 14],
  ['STELLTHORN DOMAIN NAMES', 'Computer network services', 23],
  ['RAVELBY SCHOOL SHOES', 'Shoe stores', 38],
  ['PELLBROOK BOWLING', 'Recreation', 72],
  ['NORTHMERE FLORIST', 'Florists', 29],
] as const

const DIRECTORATES = [
  'Children and Education',
  'Adult Social Care and Health',
  'Corporate Resources',
  'Housing and Communities',
] as const
const HEADER = [
  'Transaction Date',
  'Merchant Name',
  'Merchant Category',
  'Directorate',
  'Card Ref',
  'Net Amount (£)',
]

/** What was paid by purchase card in a financial year. */
export const purchaseCardFile = (firstYear: number): Buffer => {
  const random = seededRandom(CARD_SEED)
  const rows = monthsOfYear(firstYear).flatMap((month) => {
    const days = workingDaysOf(month)
    return Array.from({ length: TRANSACTIONS_A_MONTH }, () => random.pick(days))
      .sort()
      .map((day) => {
        const [merchant, category, usual] = random.pick(MERCHANTS)
        const pence = Math.max(120, Math.round(usual * 100 * Math.exp(0.45 * random.bell())))
        return [
          wordedDay(day),
          merchant,
          category,
          random.pick(DIRECTORATES),
          `PC${random.whole(1000, 1060)}`,
          plainPounds(pence),
        ]
      })
  })
  return inWindows1252(csvFile([HEADER, ...rows]))
}
