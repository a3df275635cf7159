import type { Context } from '../../platform/context.ts'
import { importContracts, type RegisterImported } from './actions/register.ts'
import type { ContractText } from './model.ts'
import { decideContract } from './rules/keep.ts'

/** A contract as open data tells it, in plain values; what is not said is left out. */
export type ContractRow = {
  readonly reference: string
  readonly title: string
  readonly supplierName: string
  /** As org-id.guide writes it, `GB-COH-01234567`. */
  readonly supplierKey?: string | null
  readonly description?: string
  readonly department?: string
  readonly lot?: string
  readonly valuePence?: number | null
  readonly startsOn?: string | null
  readonly endsOn?: string | null
  readonly cpv?: readonly string[]
}
export type RowOutcome = {
  /** From 0, as they were given. */
  readonly row: number
  readonly reference: string
  readonly isTaken: boolean
  readonly reason: string
}
export type RowsImported = { readonly imported: RegisterImported; readonly rows: readonly RowOutcome[] }

const LONGEST = { reference: 100, title: 300, supplierName: 300 } as const
const DAY = /^\d{4}-\d{2}-\d{2}$/
const NUMBER = /^(GB-COH|GB-CHC)-([A-Za-z0-9]{1,12})$/

const isDay = (text: string | null | undefined): boolean =>
  text === null || text === undefined || (DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)))

/** Why a row cannot be used; empty where it can. */
const whyNot = (row: ContractRow, seen: ReadonlySet<string>): string => {
  for (const name of ['reference', 'title', 'supplierName'] as const) {
    const text = row[name].trim()
    if (text === '') return `It has no ${name === 'supplierName' ? 'supplier' : name}.`
    if (text.length > LONGEST[name] || text.includes('\0'))
      return `Its ${name} is too long or has odd characters.`
  }
  if (seen.has(row.reference.trim())) return 'Its reference stands twice.'
  if (!isDay(row.startsOn) || !isDay(row.endsOn)) return 'A day in it is not one.'
  const { valuePence } = row
  if (
    valuePence !== null &&
    valuePence !== undefined &&
    !(Number.isSafeInteger(valuePence) && valuePence >= 0)
  )
    return 'Its value is not a whole number of pence.'
  return ''
}

const textOf = (row: ContractRow): ContractText => {
  const [, scheme, number] = NUMBER.exec(row.supplierKey ?? '') ?? []
  return {
    reference: row.reference.trim(),
    title: row.title.trim(),
    description: (row.description ?? '').replaceAll('\0', '').slice(0, 10_000),
    department: (row.department ?? '').replaceAll('\0', '').slice(0, 200),
    lot: (row.lot ?? '').replaceAll('\0', '').slice(0, 60),
    supplierName: row.supplierName.trim(),
    supplierNumber:
      scheme === undefined || number === undefined ? null : { scheme: scheme as 'GB-COH' | 'GB-CHC', number },
    valuePence: row.valuePence ?? null,
    startsOn: row.startsOn ?? null,
    endsOn: row.endsOn ?? null,
    manager: '',
    supplierContact: '',
    cpv: (row.cpv ?? []).filter((code) => /^\d{8}$/.test(code)),
  }
}

/** Brings rows of open data into the register: those that can be used, in one transaction; each row is told of. */
export const importContractRows = async (
  ctx: Context,
  name: string,
  rows: readonly ContractRow[],
): Promise<RowsImported> => {
  const seen = new Set<string>()
  const contracts: ContractText[] = []
  const outcomes = rows.map((row, at): RowOutcome => {
    const text = textOf(row)
    const reason = whyNot(row, seen) || (decideContract(text).ok ? '' : 'It ends before it starts.')
    if (reason === '') {
      seen.add(text.reference)
      contracts.push(text)
    }
    return { row: at, reference: text.reference, isTaken: reason === '', reason }
  })
  const imported = await importContracts(ctx, { source: 'open-data', name, contracts })
  return { imported, rows: outcomes }
}
