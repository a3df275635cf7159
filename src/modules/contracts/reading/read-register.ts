import { readCharityNumber, readCompanyNumber } from '#suppliers'
import type { Table, TableRow } from '../../../platform/tables/read-table.ts'
import type { CodeFacts } from '../model/code-facts.ts'
import type { ContractText, NamedSupplier, RegisterNumber } from '../model.ts'
import { type Columns, findHeader, type Role } from './columns.ts'
import { commonly, isSupplierList, readSupplierList } from './supplier-list.ts'
import {
  type Cell,
  readCpv,
  readDay,
  readInvitation,
  readPounds,
  readSme,
  readVat,
  readVcse,
} from './values.ts'

export const ROW_PROBLEMS = [
  'no-title',
  'no-supplier',
  'not-a-day',
  'not-an-amount',
  'ends-before-start',
  'too-long',
  'formula',
  'reference-twice',
  'not-a-list',
] as const
/** Refused: the row cannot be used. Noted: it can, with something left open. */
export type RowProblem = (typeof ROW_PROBLEMS)[number]
export type RowNote = 'left-open' | 'no-number' | 'no-reference' | 'several-suppliers'
export type RowFinding = {
  readonly row: number
  readonly code: RowProblem | RowNote
  readonly column: Role | null
  readonly seen: string
  /** How many there are, where that is what is told. */
  readonly count?: number
  readonly isRefused: boolean
}
export type RegisterRead =
  | { readonly ok: false }
  | {
      readonly ok: true
      readonly contracts: readonly {
        readonly row: number
        readonly text: ContractText
        readonly codeFacts: CodeFacts
        /** Where the cell is a list: the suppliers beside the first. */
        readonly others: readonly NamedSupplier[] | null
      }[]
      readonly findings: readonly RowFinding[]
      /** The header above each column that was used. */
      readonly columns: Readonly<Partial<Record<Role, string>>>
      readonly readAs: string
    }

const LIMITS = {
  reference: 100,
  title: 300,
  supplierName: 300,
  department: 200,
  manager: 200,
  supplierContact: 300,
  lot: 100,
  description: 4000,
} as const
type TextRole = keyof typeof LIMITS

/** Registers say "N/A" in a number's place for bodies that have none; `VCSE 1121596` is a charity's number. */
const numberOf = (company: string, charity: string): RegisterNumber | null => {
  const found = readCompanyNumber(company)
  if (found) return { scheme: 'GB-COH', number: found.number }
  const registered = readCharityNumber(charity)
  return registered ? { scheme: 'GB-CHC', number: registered.number } : null
}

/** Registers with one column for both write "VCSE" or "Charity" in it. */
const vcseAmong = (cell: string): true | null => {
  const found = readVcse(cell)
  return found.ok && found.value === true && !/^(?:y|yes|true)$/i.test(cell) ? true : null
}

/** A reader of one row that gathers what is wrong with it. */
const rowReader = (columns: Columns, { row, cells, notValues }: TableRow) => {
  const findings: RowFinding[] = []
  const note = (
    code: RowFinding['code'],
    column: Role | null,
    seen: string,
    isRefused: boolean,
    count?: number,
  ) =>
    findings.push({
      row,
      code,
      column,
      seen: seen.slice(0, 80),
      isRefused,
      ...(count === undefined ? {} : { count }),
    })
  const raw = (role: Role): string => {
    const at = columns[role]
    if (at === undefined) return ''
    if (notValues.has(at)) note('formula', role, cells[at] ?? '', true)
    return (cells[at] ?? '').replaceAll('\0', '').trim()
  }
  const text = (role: TextRole): string => {
    const found = raw(role).replaceAll(role === 'description' ? /[^\S\n]+/g : /\s+/g, ' ')
    if (found.length > LIMITS[role]) note('too-long', role, found, true)
    return found
  }
  const value = <Value>(
    role: Role,
    read: (cell: string) => Cell<Value>,
    problem: RowProblem,
  ): Value | null => {
    const cell = raw(role)
    const found = read(cell)
    if (!found.ok) {
      note(problem, role, cell, true)
      return null
    }
    if (found.isLeftOpen) note('left-open', role, cell, false)
    return found.value
  }
  return { findings, note, raw, text, value }
}

type RowReader = ReturnType<typeof rowReader>

/** The suppliers of a row: a plain name with its numbers, or a list in brackets with every one of them. */
const suppliersOf = ({ raw, text, note }: RowReader) => {
  const cell = raw('supplierName')
  const plain = { number: numberOf(raw('companyNumber'), raw('charityNumber')), isSme: null, isVcse: null }
  if (!isSupplierList(cell)) return { ...plain, name: text('supplierName'), others: null }
  const list = readSupplierList(cell)
  const [first, ...others] = list.ok ? list.suppliers : []
  if (!list.ok || !first) {
    note('not-a-list', 'supplierName', list.ok ? cell : list.unread, true)
    // The row is refused for its list; that it has no supplier is not to be said as well.
    return { ...plain, name: cell.slice(0, 80), others: null }
  }
  for (const { name } of list.suppliers)
    if (name.length > LIMITS.supplierName) note('too-long', 'supplierName', name, true)
  if (others.length > 0) note('several-suppliers', 'supplierName', first.name, false, list.suppliers.length)
  return {
    name: first.name,
    number: first.number ?? plain.number,
    others: others.map(({ name, number }) => ({ name, number })),
    isSme: commonly(list.suppliers.map(({ isSme }) => isSme)),
    isVcse: commonly(list.suppliers.map(({ isVcse }) => isVcse)),
  }
}

const contractOf = (columns: Columns, tableRow: TableRow) => {
  const reader = rowReader(columns, tableRow)
  const { findings, note, raw, text, value } = reader
  const supplier = suppliersOf(reader)
  const description = text('description')
  const contract: ContractText = {
    reference: text('reference'),
    title: text('title') || description.split('\n', 1)[0]?.slice(0, LIMITS.title) || '',
    description,
    department: text('department'),
    lot: text('lot'),
    supplierName: supplier.name,
    supplierNumber: supplier.number,
    valuePence: value('value', readPounds, 'not-an-amount'),
    startsOn: value('startsOn', readDay, 'not-a-day'),
    endsOn: value('endsOn', readDay, 'not-a-day'),
    manager: text('manager'),
    supplierContact: text('supplierContact'),
    cpv: readCpv(raw('cpv')),
  }
  const codeFacts: CodeFacts = {
    irrecoverableVatPence: value('irrecoverableVat', readVat, 'not-an-amount'),
    invitation: value('invitation', readInvitation, 'not-an-amount'),
    isSme: value('isSme', readSme, 'not-an-amount') ?? supplier.isSme,
    isVcse:
      (columns.isVcse === undefined ? vcseAmong(raw('isSme')) : value('isVcse', readVcse, 'not-an-amount')) ??
      supplier.isVcse,
  }
  if (contract.title === '') note('no-title', 'title', '', true)
  if (contract.supplierName === '') note('no-supplier', 'supplierName', '', true)
  if (contract.startsOn && contract.endsOn && contract.endsOn < contract.startsOn)
    note('ends-before-start', 'endsOn', `${contract.startsOn} – ${contract.endsOn}`, true)
  if (contract.supplierNumber === null) note('no-number', null, contract.supplierName, false)
  return { contract, codeFacts, others: supplier.others, findings, note }
}

/** A row without a reference is named by its row, so that it can be found in the file. */
const nameless = (row: number): string => `row ${row}`

/** Reads a table as a register of contracts. Not ok where no row names a supplier and a title. */
export const readRegister = ({ rows, readAs }: Table): RegisterRead => {
  const header = findHeader(rows.map(({ cells }) => cells))
  if (!header) return { ok: false }
  const { at, columns } = header
  const findings: RowFinding[] = []
  const contracts: Extract<RegisterRead, { ok: true }>['contracts'][number][] = []
  const seen = new Map<string, number>()
  for (const tableRow of rows.slice(at + 1)) {
    if (tableRow.cells.every((cell) => cell.trim() === '')) continue
    const read = contractOf(columns, tableRow)
    const { row } = tableRow
    const reference = read.contract.reference || nameless(row)
    if (read.contract.reference === '') read.note('no-reference', 'reference', reference, false)
    if (seen.has(reference)) read.note('reference-twice', 'reference', reference, true)
    seen.set(reference, row)
    findings.push(...read.findings)
    const { codeFacts, others } = read
    if (!read.findings.some(({ isRefused }) => isRefused))
      contracts.push({ row, text: { ...read.contract, reference }, codeFacts, others })
  }
  const headers = rows[at]?.cells ?? []
  const used = Object.entries(columns).map(([role, index]) => [
    role,
    (headers[index] ?? '').replaceAll(/\s+/g, ' ').trim(),
  ])
  return { ok: true, contracts, findings, columns: Object.fromEntries(used), readAs }
}
