import type { Basis } from '#measures'
import { readDecimal, toPence } from '../../../kernel/exact.ts'
import { parseBritishDate } from '../../../kernel/plain-date.ts'
import type { Table } from '../../../platform/tables/read-table.ts'
import { OTHER_KINDS, type OtherKind, type OtherText, type ResultText } from '../model.ts'
import { findHeader, type RowFault, readerOf } from './columns.ts'

const HEADERS = {
  kind: [/^kind$/],
  title: [/^title$/],
  department: [/^department$/],
  recipient: [/^recipient$/],
  given: [/^given$/],
  starts: [/^(starts|first day|start date)$/],
  ends: [/^(ends|last day|end date)$/],
  priority: [/^priority$/],
  basis: [/^basis$/],
  unit: [/^unit$/],
  quantity: [/^(wanted|quantity)$/],
  unitValue: [/^unit value$/],
  verified: [/^verified$/],
  verifiedOn: [/^verified on$/],
  evidence: [/^evidence$/],
} as const
type Role = keyof typeof HEADERS
const NEEDED: readonly Role[] = ['kind', 'title', 'starts', 'ends', 'unit', 'quantity']
export const OTHER_COLUMNS =
  'kind, title, department, recipient, given, starts, ends, priority, basis, unit, wanted, unit value, verified, verified on, evidence'

const LIMITS = { title: 300, department: 200, recipient: 300, priority: 200, evidence: 1000 } as const
const BASES: readonly Basis[] = ['spend', 'fiscal', 'economic', 'wellbeing', 'carbon', 'none']
const BY_WORD: Readonly<Record<string, OtherKind>> = {
  grant: 'grant',
  'asset transfer': 'asset-transfer',
  'in house': 'in-house',
}
const kindOf = (cell: string): OtherKind | undefined =>
  OTHER_KINDS.find((kind) => kind === cell.toLowerCase()) ?? BY_WORD[cell.toLowerCase().replaceAll('-', ' ')]

/** A number above nothing as text, exactly as it was written. */
export const readAbove = (cell: string): string | undefined => {
  const value = readDecimal(cell)
  return value?.gt(0) && value.decimalPlaces() <= 6 && value.lt(1e12) ? value.toFixed() : undefined
}
export const readNotBelow = (cell: string): string | undefined => {
  const value = readDecimal(cell)
  return value?.gte(0) && value.decimalPlaces() <= 6 && value.lt(1e9) ? value.toFixed() : undefined
}
export const readGiven = (cell: string): number | undefined => {
  const value = readDecimal(cell.replaceAll(/[\s£]/g, ''))
  return value?.gte(0) && value.lt(1e12) ? Number(toPence(value)) : undefined
}

export type OtherRead = { readonly text: OtherText; readonly result: ResultText | null }
export type OthersRead =
  | { readonly ok: false; readonly faults: readonly RowFault[] }
  | { readonly ok: true; readonly others: readonly OtherRead[] }

type Reading = ReturnType<typeof readerOf<Role>>

const neededText = (read: Reading, role: Role): string => {
  const text = read.text(role)
  if (text === '') read.fault('empty', role, '')
  return text
}

const readPriority = (read: Reading, priorities: ReadonlyMap<string, string>): string | null => {
  const name = read.text('priority')
  const id = priorities.get(name.toLowerCase()) ?? null
  if (name !== '' && id === null) read.fault('priority-unknown', 'priority', name)
  return id
}

const readBasis = (read: Reading): Basis => {
  const word = read.text('basis').toLowerCase() || 'none'
  const basis = BASES.find((one) => one === word)
  if (!basis) read.fault('not-a-basis', 'basis', word)
  return basis ?? 'none'
}

const readRow = (read: Reading, priorities: ReadonlyMap<string, string>): OtherRead | null => {
  const texts = {
    title: neededText(read, 'title'),
    unit: neededText(read, 'unit'),
    department: read.text('department'),
    recipient: read.text('recipient'),
    priorityId: readPriority(read, priorities),
    basis: readBasis(read),
    givenPence: read.text('given') === '' ? null : read.needed('given', readGiven, 'not-an-amount'),
    unitValue: read.text('unitValue') === '' ? null : read.needed('unitValue', readNotBelow, 'not-a-number'),
  }
  const [kind, startsOn, endsOn, quantity] = [
    read.needed('kind', kindOf, 'not-a-kind'),
    read.needed('starts', parseBritishDate, 'not-a-day'),
    read.needed('ends', parseBritishDate, 'not-a-day'),
    read.needed('quantity', readAbove, 'not-a-number'),
  ]
  const result = readResult(read)
  if (read.faults.length > 0 || !kind || !startsOn || !endsOn || !quantity) return null
  return { text: { ...texts, kind, startsOn, endsOn, quantity }, result }
}

const readResult = (read: Reading): ResultText | null => {
  if (read.text('verified') === '') return null
  const quantity = read.needed('verified', readAbove, 'not-a-number')
  const doneOn = read.needed('verifiedOn', parseBritishDate, 'not-a-day')
  const evidence = read.text('evidence')
  if (evidence === '') read.fault('result-without-evidence', 'evidence', '')
  return quantity && doneOn ? { quantity, doneOn, evidence } : null
}

/** Reads a table of grants, asset transfers and actions of the council. All its rows can be used, or none is given. */
export const readOthers = ({ rows }: Table, priorities: ReadonlyMap<string, string>): OthersRead => {
  const header = findHeader<Role>(HEADERS, rows, NEEDED)
  if (!header)
    return {
      ok: false,
      faults: [{ row: null, code: 'columns-missing', column: NEEDED.join(', '), seen: '' }],
    }
  const [others, faults]: [OtherRead[], RowFault[]] = [[], []]
  for (const row of rows.slice(header.at + 1)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    const reader = readerOf<Role>(header.columns, row, LIMITS)
    const read = readRow(reader, priorities)
    if (read) others.push(read)
    else faults.push(...reader.faults)
  }
  if (faults.length > 0) return { ok: false, faults }
  return others.length > 0
    ? { ok: true, others }
    : { ok: false, faults: [{ row: null, code: 'no-rows', column: '', seen: '' }] }
}
