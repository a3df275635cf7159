import { Readable } from 'node:stream'
import {
  handInFile,
  type ImportRecord,
  importFile,
  listImports,
  matchPayeesOf,
  type PaymentFile,
  type SpendTables,
  undoImport,
} from '#spend'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { type MadeUpFile, paymentFiles } from '../files/payment-files.ts'
import type { MadeUpPayment } from '../payments/made-up-payment.ts'
import { insist } from './insist.ts'
import type { SeededCouncil } from './seed-people.ts'

export type Acting = Context & { readonly authorityId: string }

const store = async (ctx: Acting, file: MadeUpFile): Promise<PaymentFile> => {
  const stored = await ctx.files.put(Readable.from([await file.write()]))
  return { ...stored, name: file.name, path: ctx.files.localPath(stored.hash) }
}

export const countFile = async (ctx: Acting, file: MadeUpFile): Promise<string> => {
  const request = {
    authorityId: ctx.authorityId,
    importId: newId(),
    file: await store(ctx, file),
    correction: null,
    choice: null,
  }
  const outcome = await importFile(ctx, request, () => undefined)
  if (outcome.kind === 'unreadable')
    throw new Error(`The demonstration cannot be made: ${file.name}: ${outcome.problem.message}`)
  return outcome.record.id
}

/** Takes a file to its fate; one that was on its way when the process ended goes on from there. */
const seedFile = async (ctx: Acting, file: MadeUpFile, known: ImportRecord | undefined): Promise<void> => {
  if (file.fate === 'unread') {
    if (!known) await handInFile(ctx, await store(ctx, file))
    return
  }
  const importId = known?.id ?? (await countFile(ctx, file))
  const isCounted = known === undefined || known.status === 'counted'
  if (file.fate === 'undone' && isCounted) insist(await undoImport(ctx, importId), `undoing ${file.name}`)
}

/** Hands the payment files in as the council's analyst would. */
export const seedSpending = async (
  services: Services,
  council: SeededCouncil,
  payments: readonly MadeUpPayment[],
): Promise<void> => {
  const { councilId, analystId } = council
  const ctx: Acting = {
    ...actingAs(services, { kind: 'person', personId: analystId }, councilId),
    authorityId: councilId,
  }
  const known = new Map(
    (await inReading<SpendTables, ImportRecord[]>(ctx, listImports)).map((record) => [
      record.file_name,
      record,
    ]),
  )
  for (const file of paymentFiles(payments)) await seedFile(ctx, file, known.get(file.name))
  await matchPayeesOf(ctx)
}
