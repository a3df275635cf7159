import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const DEPARTMENTS = ['Adults', 'Children', 'Highways', 'Housing', 'Waste', 'Finance', 'Culture', 'Planning']
const CATEGORIES = [
  'Residential care',
  'Agency staff',
  'Building works',
  'Software',
  'Food',
  'Transport',
  'Energy',
  'Legal fees',
  'Printing',
  'Grants',
  'Training',
  'Equipment',
]
const DISTRICTS = ['PR1', 'PR2', 'PR5', 'BB1', 'BB5', 'M1', 'M4', 'LS1', 'EC1', 'B1']

/**
 * Writes a clean payment file of so many rows over three years: the same rows every time. Few payees get many of the
 * payments, each mostly for one thing from one department, as in published files: 247,403 rows of 30 of them make 29
 * groups of payee, month, department and category a hundred payments; 250,000 rows of this one make 25.
 */
export const writePaymentsFile = async (path: string, rows: number, payees = 5000): Promise<void> => {
  const out = createWriteStream(path)
  out.write(
    'Payment Date,Supplier Name,Net Amount,Postcode,Department,Category,Transaction Number,Description\r\n',
  )
  let seed = 42
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed % below
  }
  const first = Date.UTC(2023, 3, 1)
  let lines = ''
  for (let i = 0; i < rows; i++) {
    const payee = Math.floor(payees * (next(10_000) / 10_000) ** 3)
    const day = new Date(first + next(1095) * 86_400_000)
      .toISOString()
      .slice(0, 10)
      .split('-')
      .reverse()
      .join('/')
    const amount = (next(1_000_000) / 100 + 1).toFixed(2)
    const postcode = payee % 10 === 9 ? '' : `${DISTRICTS[payee % DISTRICTS.length]} ${(payee % 9) + 1}AB`
    lines += `${day},Thornwick Trading ${payee} Limited,${amount},${postcode},${DEPARTMENTS[payee % 8]},${CATEGORIES[(payee + (next(4) === 0 ? 1 : 0)) % 12]},T${i},Invoice for services rendered ${i % 977}\r\n`
    if (lines.length > 1_000_000) {
      if (!out.write(lines)) await once(out, 'drain')
      lines = ''
    }
  }
  out.end(lines)
  await once(out, 'finish')
}
