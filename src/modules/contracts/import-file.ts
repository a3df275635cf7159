import type { Context } from '../../platform/context.ts'
import { Unusable } from '../../platform/errors.ts'
import { readTable } from '../../platform/tables/read-table.ts'
import { importContracts, type RegisterImported } from './actions/register.ts'
import { findingSentence } from './messages.ts'
import { type RegisterRead, type RowFinding, readRegister } from './reading/read-register.ts'

export type FileImport =
  | {
      readonly ok: true
      readonly imported: RegisterImported
      readonly leftOut: readonly RowFinding[]
      readonly notes: readonly RowFinding[]
      readonly columns: Extract<RegisterRead, { ok: true }>['columns']
    }
  | { readonly ok: false; readonly problems: readonly RowFinding[]; readonly sentences: readonly string[] }

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
  const imported = await importContracts(ctx, { source: 'file', name: file.name, contracts, codeFacts })
  const notes = read.findings.filter(({ isRefused }) => !isRefused)
  return { ok: true, imported, leftOut: problems, notes, columns: read.columns }
}
