import { normalisePayeeName } from '#suppliers'
import { type CopyValue, copyInto, copyLine } from '../../../platform/copy.ts'
import type { Writer } from '../../../platform/database.ts'
import type { PayeeFlag, PaymentRow, ReadingTally, RowBatch } from '../reading/reading.ts'
import { payeeKeyOf, payeeNameOf } from '../rules/payee-key.ts'
import { listPayeeKeys } from '../store/payees.ts'
import { createStages, publishStage, STAGES, type Stage, stageName } from '../store/staging.ts'
import type { SpendTables } from '../tables.ts'

export type StagedFile = {
  readonly tally: ReadingTally
  /** Payees up to this number were known before. */
  readonly lastKnownPayee: number
}

type Numbering = { readonly numbers: Map<string, number>; next: number; readonly lines: string[] }

const numberOf = (row: PaymentRow, numbering: Numbering): number => {
  const key = payeeKeyOf(row)
  const known = numbering.numbers.get(key)
  if (known !== undefined) return known
  const id = numbering.next++
  numbering.numbers.set(key, id)
  const name = payeeNameOf(row)
  const isNamed = row.payeeFlag === ('named' satisfies PayeeFlag)
  const values: CopyValue[] = [
    id,
    key,
    name,
    isNamed ? normalisePayeeName(name) : '',
    row.payeeFlag,
    isNamed ? row.supplierId : null,
    isNamed ? row.companyNumber : null,
    isNamed ? row.charityNumber : null,
    isNamed ? row.postcode : null,
  ]
  numbering.lines.push(copyLine(values))
  return id
}

const paymentLine = (row: PaymentRow, payee: number): string =>
  copyLine([
    row.part,
    row.rowNumber,
    payee,
    row.paidOn,
    row.paidOn ? null : row.periodFrom,
    row.paidOn ? null : row.periodTo,
    row.amountPence,
    row.vatPence,
    row.body,
    row.department ?? row.service,
    row.category ?? row.categoryCode,
    row.description,
    row.reference ?? row.invoiceNumber,
    row.expenseType,
    row.contractReference,
  ])

/**
 * Reads a whole file into staging tables and from there into the authority's rows, numbering new payees on
 * the way. Works inside the caller's transaction: until that commits, nothing of the file exists.
 */
export const stageFile = async (
  tx: Writer<SpendTables>,
  authorityId: string,
  importId: string,
  batches: AsyncIterable<RowBatch>,
  onProgress: (rows: number) => void,
): Promise<StagedFile> => {
  await createStages(tx)
  const known = await listPayeeKeys(tx)
  const lastKnownPayee = known.at(-1)?.id ?? 0
  const numbering: Numbering = {
    numbers: new Map(known.map((payee) => [payee.payee_key, payee.id])),
    next: lastKnownPayee + 1,
    lines: [],
  }
  const rest: Record<'other_row' | 'rejected_row', string[]> = { other_row: [], rejected_row: [] }
  let tally: ReadingTally | undefined

  async function* payments(): AsyncGenerator<string> {
    for await (const batch of batches) {
      tally = batch.tally
      let lines = ''
      for (const row of batch.payments) lines += paymentLine(row, numberOf(row, numbering))
      for (const row of batch.others)
        rest.other_row.push(copyLine([row.part, row.rowNumber, row.kind, row.text]))
      for (const row of batch.rejects) {
        rest.rejected_row.push(
          copyLine([row.part, row.rowNumber, row.reason, row.message, row.pence, JSON.stringify(row.cells)]),
        )
      }
      onProgress(tally.rows.source)
      if (lines !== '') yield lines
    }
  }

  const copy = (stage: Stage, lines: AsyncIterable<string> | Iterable<string>) =>
    copyInto(tx, stageName(stage), STAGES[stage], lines)
  await copy('payment', payments())
  await copy('payee', numbering.lines)
  await copy('other_row', rest.other_row)
  await copy('rejected_row', rest.rejected_row)
  await publishStage(tx, 'payee', authorityId, null)
  await publishStage(tx, 'payment', authorityId, importId)
  await publishStage(tx, 'other_row', authorityId, importId)
  await publishStage(tx, 'rejected_row', authorityId, importId)
  if (!tally) throw new Error('a reading ended without its tally')
  return { tally, lastKnownPayee }
}
