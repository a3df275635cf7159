import { actingAuthority } from '#identity'
import { accept, type Decision, refuse } from '../../../../kernel/decision.ts'
import { recordAudit } from '../../../../platform/audit.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Writer } from '../../../../platform/database.ts'
import { newId } from '../../../../platform/ids.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import {
  MOST_SHEETS,
  type MultiplierSheetKind,
  type MultiplierStudy,
  type SheetAnswer,
  type SheetRefusal,
} from '../../model/multiplier.ts'
import { decideSheet } from '../../rules/multiplier/rounds.ts'
import type { ReadSheet } from '../../rules/multiplier/sheet-rows.ts'
import {
  getSheet,
  getStudy,
  insertSheets,
  insertStudy,
  listSheets,
  setSheetAnswer,
} from '../../store/multiplier.ts'
import { listTopSuppliers } from '../../store/survey.ts'
import type { SpendTables } from '../../tables.ts'

type Tx = Writer<SpendTables>

export type StudyDraft = Omit<MultiplierStudy, 'id'> & { readonly suppliers: number }

/** Begins a study with a sheet for each of the suppliers that were paid most, and one for their staff. */
export const beginStudy = (ctx: Context, draft: StudyDraft): Promise<Decision<string, 'no-suppliers'>> =>
  inTransaction(ctx, async (tx: Tx) => {
    const top = await listTopSuppliers(tx, draft, Math.min(draft.suppliers, MOST_SHEETS))
    if (top.length === 0) return refuse('no-suppliers')
    const authorityId = actingAuthority(ctx)
    const id = newId()
    await insertStudy(tx, authorityId, { ...draft, id }, ctx.clock.now())
    await insertSheets(tx, authorityId, id, [
      ...top.map(({ name, pence }) => ({
        id: newId(),
        kind: 'supplier' as const,
        name: name.slice(0, 200),
        paidPence: pence,
      })),
      { id: newId(), kind: 'staff', name: 'Staff of these suppliers', paidPence: 0 },
    ])
    await recordAudit(tx, ctx, {
      name: 'MULTIPLIER_STUDY_BEGUN',
      subject: id,
      facts: { title: draft.title, suppliers: top.length },
    })
    return accept(id)
  })

/** Adds a sheet for a group of staff, or for a supplier of the suppliers. */
export const addSheet = (
  ctx: Context,
  studyId: string,
  kind: Exclude<MultiplierSheetKind, 'supplier'>,
  name: string,
): Promise<void> =>
  inTransaction(ctx, async (tx: Tx) => {
    await getStudy(tx, studyId)
    await insertSheets(tx, actingAuthority(ctx), studyId, [{ id: newId(), kind, name, paidPence: 0 }])
    await recordAudit(tx, ctx, { name: 'MULTIPLIER_SHEET_ADDED', subject: studyId, facts: { kind, name } })
  })

/** Fills a sheet in, or again. */
export const fillSheet = (
  ctx: Context,
  studyId: string,
  sheetId: string,
  answer: SheetAnswer,
): Promise<Decision<string, SheetRefusal>> =>
  inTransaction(ctx, async (tx: Tx) => {
    const sheet = await getSheet(tx, studyId, sheetId)
    const decision = decideSheet(sheet.kind, answer)
    if (!decision.ok) return decision
    await setSheetAnswer(tx, studyId, sheetId, decision.value, ctx.clock.now())
    await recordAudit(tx, ctx, {
      name: 'MULTIPLIER_SHEET_FILLED',
      subject: sheetId,
      facts: { study: studyId, ...decision.value },
    })
    return accept(sheetId)
  })

export type FilledSheets = { readonly filled: number; readonly refused: readonly string[] }

/** Fills many sheets in from a file, by kind and name. Sheets of staff and second suppliers that are new are added. */
export const fillSheets = (
  ctx: Context,
  studyId: string,
  read: readonly ReadSheet[],
): Promise<FilledSheets> =>
  inTransaction(ctx, async (tx: Tx) => {
    await getStudy(tx, studyId)
    const added = read.filter(({ kind }) => kind !== 'supplier').slice(0, MOST_SHEETS)
    await insertSheets(
      tx,
      actingAuthority(ctx),
      studyId,
      added.map(({ kind, name }) => ({ id: newId(), kind, name, paidPence: 0 })),
    )
    const known = new Map(
      (await listSheets(tx, studyId)).map((sheet) => [`${sheet.kind} ${sheet.name}`, sheet.id]),
    )
    const refused: string[] = []
    let filled = 0
    for (const { kind, name, answer } of read) {
      const id = known.get(`${kind} ${name}`)
      const decision = id ? decideSheet(kind, answer) : refuse('unknown-supplier')
      if (!id || !decision.ok) refused.push(name)
      else {
        await setSheetAnswer(tx, studyId, id, answer, ctx.clock.now())
        filled++
      }
    }
    await recordAudit(tx, ctx, { name: 'MULTIPLIER_SHEETS_FILLED', subject: studyId, facts: { filled } })
    return { filled, refused }
  })
