import { type Who, whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Mark } from '../../../kernel/seen.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { DocumentDraft, Status, StrategyRefusal, Version, VersionText } from '../model.ts'
import { freeCode } from '../rules/codes.ts'
import {
  decideAdoption,
  decideConsultation,
  decideNewVersion,
  type StepRequest,
  supersededBy,
} from '../rules/lifecycle.ts'
import { documentParts } from '../rules/parts.ts'
import {
  getVersion,
  insertDocument,
  insertStep,
  insertVersion,
  type Key,
  listDocumentCodes,
  listSteps,
  lockDocument,
  setStatus,
  setVersionText,
  versionsOf,
} from '../store/documents.ts'
import { insertObjective, insertPriorityText, treesOf } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import { changeDraft, refuseStale, type Tx, type VersionRef } from './change-draft.ts'

type Outcome<Value> = Decision<Value, StrategyRefusal>

const recordStep = async (tx: Tx, ctx: Context, key: Key, who: Who, status: Status, request: StepRequest) => {
  const { personId, personName } = who
  await insertStep(tx, key, { status, personId, personName, recordedAt: ctx.clock.now(), ...request })
  await recordAudit(tx, ctx, {
    name: `STRATEGY_${status === 'draft' ? 'DRAFTED' : status.toUpperCase()}`,
    subject: key.documentId,
    facts: { version: key.version, decidedOn: request.decidedOn, note: request.note.slice(0, 200) },
  })
}

/** Begins a document with a first draft; returns its id. */
export const createDocument = (ctx: Context, draft: DocumentDraft): Promise<string> =>
  inTransaction<StrategyTables, string>(ctx, async (tx) => {
    const who = await whoActs(tx, ctx)
    const id = newId()
    const code = freeCode(draft.title, await listDocumentCodes(tx))
    const { authorityId } = who
    await insertDocument(tx, { authorityId, id, code, kind: draft.kind, createdAt: ctx.clock.now() })
    const key = { authorityId, documentId: id, version: 1 }
    await insertVersion(tx, key, draft)
    await recordStep(tx, ctx, key, who, 'draft', { decidedOn: today(ctx), note: '' })
    return id
  })

export const changeDocument = (
  ctx: Context,
  ref: VersionRef,
  text: VersionText,
  seen?: Mark,
): Promise<Outcome<null>> =>
  changeDraft(ctx, ref, async (tx, key, { version }) => {
    const compared = { seen, there: documentParts(version), mine: documentParts(text) }
    const stale = await refuseStale(tx, key, ref.documentId, compared)
    if (stale) return stale
    await setVersionText(tx, key, text)
    const audit = { name: 'STRATEGY_CHANGED', subject: ref.documentId, facts: { version: ref.version } }
    return accept({ value: null, audit })
  })

const copyTree = async (tx: Tx, from: Version, key: Key): Promise<void> => {
  const [tree] = await treesOf(tx, [from])
  for (const [position, objective] of (tree?.objectives ?? []).entries())
    await insertObjective(tx, key, { ...objective, position })
  for (const [position, priority] of (tree?.priorities ?? []).entries())
    await insertPriorityText(tx, key, priority.id, position, priority)
}

/** Begins the next version as a draft that holds all that the newest one holds; returns its number. */
export const beginVersion = (ctx: Context, documentId: string): Promise<Outcome<number>> =>
  inTransaction<StrategyTables, Outcome<number>>(ctx, async (tx) => {
    await lockDocument(tx, documentId)
    const versions = await versionsOf(tx, documentId)
    const decision = decideNewVersion(versions)
    if (!decision.ok) return decision
    const from = versions.find(({ version }) => version === decision.value.from) ?? versions[0]
    const who = await whoActs(tx, ctx)
    const key = { authorityId: who.authorityId, documentId, version: decision.value.version }
    await insertVersion(tx, key, from)
    await copyTree(tx, from, key)
    await recordStep(tx, ctx, key, who, 'draft', {
      decidedOn: today(ctx),
      note: `Carries on version ${from.version}`,
    })
    return accept(key.version)
  })

/** Records that a draft was consulted on. Its text stands still from now on. */
export const recordConsultation = (
  ctx: Context,
  { documentId, version }: VersionRef,
  request: StepRequest,
): Promise<Outcome<null>> =>
  inTransaction<StrategyTables, Outcome<null>>(ctx, async (tx) => {
    await lockDocument(tx, documentId)
    const [tree] = await treesOf(tx, [await getVersion(tx, documentId, version)])
    const steps = (await listSteps(tx, documentId)).filter((step) => step.version === version)
    if (!tree) return refuse('objective-missing')
    const decision = decideConsultation(tree, steps, request, today(ctx))
    if (!decision.ok) return decision
    const who = await whoActs(tx, ctx)
    const key = { authorityId: who.authorityId, documentId, version }
    await setStatus(tx, key, decision.value)
    await recordStep(tx, ctx, key, who, decision.value, request)
    return accept(null)
  })

/** Adopts a version that was consulted on; the one adopted before, and older ones consulted on, are superseded. */
export const adoptVersion = (
  ctx: Context,
  { documentId, version }: VersionRef,
  request: StepRequest,
): Promise<Outcome<null>> =>
  inTransaction<StrategyTables, Outcome<null>>(ctx, async (tx) => {
    await lockDocument(tx, documentId)
    const { status } = await getVersion(tx, documentId, version)
    const steps = (await listSteps(tx, documentId)).filter((step) => step.version === version)
    const decision = decideAdoption(status, steps, request, today(ctx))
    if (!decision.ok) return decision
    const who = await whoActs(tx, ctx)
    const keyOf = (number: number): Key => ({ authorityId: who.authorityId, documentId, version: number })
    for (const old of supersededBy(await versionsOf(tx, documentId), version)) {
      await setStatus(tx, keyOf(old), 'superseded')
      const note = `Version ${version} takes its place`
      await recordStep(tx, ctx, keyOf(old), who, 'superseded', { decidedOn: request.decidedOn, note })
    }
    await setStatus(tx, keyOf(version), decision.value)
    await recordStep(tx, ctx, keyOf(version), who, decision.value, request)
    return accept(null)
  })
