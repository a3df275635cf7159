import { readCharityNumber, readCompanyNumber } from '#suppliers'
import type { Table, TableRow } from '../../../platform/tables/read-table.ts'
import type { CodeFacts } from '../model/code-facts.ts'
import type { ContractText, RegisterNumber } from '../model.ts'
import { type Columns, findHeader, type Role } from './columns.ts'
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
] as const
/** Refused: the row cannot be used. Noted: it can, with something left open. */
export type RowProblem = (typeof ROW_PROBLEMS)[number]
export type RowNote = 'left-open' | 'no-number' | 'no-reference'
export type RowFinding = {
  readonly row: number
  readonly code: RowProblem | RowNote
  readonly column: Role | null
  readonly seen: string
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
  const note = (code: RowFinding['code'], column: Role | null, seen: string, isRefused: boolean) =>
    findings.push({ row, code, column, seen: seen.slice(0, 80), isRefused })
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

const contractOf = (columns: Columns, tableRow: TableRow) => {
  const { findings, note, raw, text, value } = rowReader(columns, tableRow)
  const description = text('description')
  const contract: ContractText = {
    reference: text('reference'),
    title: text('title') || description.split('\n', 1)[0]?.slice(0, LIMITS.title) || '',
    description,
    department: text('department'),
    lot: text('lot'),
    supplierName: text('supplierName'),
    supplierNumber: numberOf(raw('companyNumber'), raw('charityNumber')),
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
    isSme: value('isSme', readSme, 'not-an-amount'),
    isVcse:
      columns.isVcse === undefined ? vcseAmong(raw('isSme')) : value('isVcse', readVcse, 'not-an-amount'),
  }
  if (contract.title === '') note('no-title', 'title', '', true)
  if (contract.supplierName === '') note('no-supplier', 'supplierName', '', true)
  if (contract.startsOn && contract.endsOn && contract.endsOn < contract.startsOn)
    note('ends-before-start', 'endsOn', `${contract.startsOn} – ${contract.endsOn}`, true)
  if (contract.supplierNumber === null) note('no-number', null, contract.supplierName, false)
  return { contract, codeFacts, findings, note }
}

/** A row without a reference is named by its row, so that it can be found in the file. */
const nameless = (row: number): string => `row ${row}`

/** Reads a table as a register of contracts. Not ok where no row names a supplier and a title. */
export const readRegister = ({ rows, readAs }: Table): RegisterRead => {
  const header = findHeader(rows.map(({ cells }) => cells))
  if (!header) return { ok: false }
  const { at, columns } = header
  const findings: RowFinding[] = []
  const contracts: { row: number; text: ContractText; codeFacts: CodeFacts }[] = []
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
    if (!read.findings.some(({ isRefused }) => isRefused))
      contracts.push({ row, text: { ...read.contract, reference }, codeFacts: read.codeFacts })
  }
  const headers = rows[at]?.cells ?? []
  const used = Object.entries(columns).map(([role, index]) => [
    role,
    (headers[index] ?? '').replaceAll(/\s+/g, ' ').trim(),
  ])
  return { ok: true, contracts, findings, columns: Object.fromEntries(used), readAs }
}
