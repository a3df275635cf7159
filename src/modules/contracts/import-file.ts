import type { Context } from '../../platform/context.ts'
import { Unusable } from '../../platform/errors.ts'
import { readTable } from '../../platform/tables/read-table.ts'
import { importContracts, type RegisterImported } from './actions/register.ts'
import { findingSentence, listsSentence } from './messages.ts'
import { type RegisterRead, type RowFinding, readRegister } from './reading/read-register.ts'
import type { SupplierLists } from './reading/supplier-list.ts'

export type FileImport =
  | {
      readonly ok: true
      readonly imported: RegisterImported
      readonly leftOut: readonly RowFinding[]
      readonly notes: readonly RowFinding[]
      /** What was read of lists of suppliers; null where there were none. */
      readonly lists: string | null
      readonly columns: Extract<RegisterRead, { ok: true }>['columns']
    }
  | { readonly ok: false; readonly problems: readonly RowFinding[]; readonly sentences: readonly string[] }

type Rows = Extract<RegisterRead, { ok: true }>['contracts']
/** How many rows name their suppliers in a list, and how many suppliers stand in those. */
const countLists = (contracts: Rows): SupplierLists => {
  const lists = contracts.flatMap(({ others }) => (others === null ? [] : [others.length + 1]))
  return {
    rows: lists.length,
    suppliers: lists.reduce((sum, count) => sum + count, 0),
    several: lists.filter((count) => count > 1).length,
  }
}

const NO_REGISTER =
  'No row names the columns of a register. It needs one with the supplier and one with the title or description of the contract.'

const refused = (sentence: string): FileImport => ({ ok: false, problems: [], sentences: [sentence] })

/**
 * Imports a register from CSV or XLSX. Where a row cannot be used nothing is imported, unless `leavesOut` says that such
 * rows are to be left out; they are named then too.
 */
export const importFile = async (
  ctx: Context,
  file: { readonly name: string; readonly content: Buffer },
  leavesOut: boolean,
): Promise<FileImport> => {
  let read: RegisterRead
  try {
    read = readRegister(await readTable(file.content))
  } catch (error) {
    if (error instanceof Unusable) return refused(error.message)
    throw error
  }
  if (!read.ok) return refused(NO_REGISTER)
  const problems = read.findings.filter(({ isRefused }) => isRefused)
  if (problems.length > 0 && !leavesOut)
    return { ok: false, problems, sentences: problems.map(findingSentence) }
  if (read.contracts.length === 0) return refused('The file has no row that can be used.')
  const contracts = read.contracts.map(({ text }) => text)
  const codeFacts = new Map(
    read.contracts.flatMap((one) =>
      Object.values(one.codeFacts).some((said) => said !== null)
        ? [[one.text.reference, one.codeFacts] as const]
        : [],
    ),
  )
  const others = new Map(
    read.contracts.flatMap(({ text, others: beside }) =>
      beside === null ? [] : [[text.reference, beside] as const],
    ),
  )
  const handed = { source: 'file', name: file.name, contracts, codeFacts, others } as const
  const imported = await importContracts(ctx, handed)
  // What most rows lack comes last, or it buries the rest.
  const notes = read.findings
    .filter(({ isRefused }) => !isRefused)
    .sort((a, b) => Number(a.code === 'no-number') - Number(b.code === 'no-number'))
  const lists = listsSentence(countLists(read.contracts))
  return { ok: true, imported, leftOut: problems, notes, lists, columns: read.columns }
}
