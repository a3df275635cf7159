import type { BudgetLine, OtherText, ResultOfOther } from '#budget'
import type { MadeUpPayment } from '../payments/made-up-payment.ts'
import { seededRandom } from '../seeded-random.ts'

const BUDGET_SEED = 16_180

const yearOf = (day: string): string => {
  const first = Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0)
  return `${first}/${String((first + 1) % 100).padStart(2, '0')}`
}

/** Budget lines of two years for each department and service: what was paid the year before, and a little more or less. */
export const madeUpLines = (payments: readonly MadeUpPayment[], years: readonly string[]): BudgetLine[] => {
  const random = seededRandom(BUDGET_SEED)
  const paid = new Map<string, number>()
  for (const { department, service, paidOn, pence } of payments) {
    const key = `${yearOf(paidOn)}|${department}|${service}`
    paid.set(key, (paid.get(key) ?? 0) + pence)
  }
  const services = [...new Set([...paid.keys()].map((key) => key.slice(8)))].sort()
  return years.flatMap((year) =>
    services.flatMap((name, at): BudgetLine[] => {
      const [department = '', service = ''] = name.split('|')
      const spent = paid.get(`${year}|${name}`) ?? 0
      const usual = Math.max(spent, paid.get(`${years[0]}|${name}`) ?? 0)
      if (usual <= 0) return []
      return [
        {
          year,
          department,
          code: `${String(at + 1).padStart(3, '0')}-${1000 + at * 10}`,
          name: service,
          budgetPence: Math.round((usual * random.between(0.95, 1.15)) / 1_000_000) * 1_000_000,
          spentPence: Math.max(0, spent),
        },
      ]
    }),
  )
}

type MadeUpOther = {
  readonly text: Omit<OtherText, 'priorityId'>
  readonly priority: string | null
  readonly result: ResultOfOther | null
}

const other = (
  text: MadeUpOther['text'],
  priority: string | null,
  result: readonly [doneOn: string, quantity: string, evidence: string] | null,
): MadeUpOther => ({
  text,
  priority,
  result: result && { doneOn: result[0], quantity: result[1], evidence: result[2] },
})

/** What Northmere does beside its contracts. Unit values are made up; none is a figure of a published framework. */
// biome-ignore format: a table reads better in rows
export const OTHERS: readonly MadeUpOther[] = [
  other({ kind: 'grant', title: 'Grant to Bellwharf Lunch Club, 2025', department: 'Adult Social Care and Health', recipient: 'Bellwharf Lunch Club', givenPence: 1_800_000, startsOn: '2025-04-01', endsOn: '2026-03-31', basis: 'wellbeing', unit: 'hours', quantity: '900', unitValue: '19.4' }, 'Fewer people alone', ['2026-02-27', '840', 'The club’s diary, seen on a visit']),
  other({ kind: 'grant', title: 'Grant to Bellwharf Lunch Club, 2026', department: 'Adult Social Care and Health', recipient: 'Bellwharf Lunch Club', givenPence: 1_850_000, startsOn: '2026-04-01', endsOn: '2027-03-31', basis: 'wellbeing', unit: 'hours', quantity: '900', unitValue: '19.4' }, 'Fewer people alone', ['2026-09-30', '410', 'The club’s diary, seen on a visit']),
  other({ kind: 'asset-transfer', title: 'Old Ropewalk Hall handed to its trust', department: 'Housing and Communities', recipient: 'Ropewalk Hall Trust', givenPence: 24_000_000, startsOn: '2025-06-01', endsOn: '2028-05-31', basis: 'none', unit: 'evenings open', quantity: '600', unitValue: null }, null, ['2026-03-31', '170', 'Booking list of the hall']),
  other({ kind: 'in-house', title: 'The council’s own apprentices', department: 'Corporate Resources', recipient: '', givenPence: 31_000_000, startsOn: '2025-09-01', endsOn: '2026-08-31', basis: 'economic', unit: 'people', quantity: '14', unitValue: '14000' }, 'A first job for young people', ['2026-03-02', '12', 'Payroll, first month of each']),
  other({ kind: 'in-house', title: 'Draughts stopped in council homes', department: 'Housing and Communities', recipient: '', givenPence: 9_500_000, startsOn: '2026-04-01', endsOn: '2027-03-31', basis: 'none', unit: 'homes', quantity: '120', unitValue: null }, 'Warm homes', ['2026-10-15', '48', 'Job sheets with photos']),
]
