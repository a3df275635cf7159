import { describe, expect, test } from 'vitest'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { aMember, anAuthority, aPriorityDraft, aReading, aStoredDocument, auditOf } from '../builders.ts'
import { readThread } from '../read-thread.ts'
import { reachedFrom, scopedId } from '../rules/thread.ts'
import { listSteps, versionsOf } from '../store/documents.ts'
import { listReadings } from '../store/readings.ts'
import { listTrees, textsOfPriority } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import { adoptVersion, beginVersion, recordConsultation } from './documents.ts'
import { addPriority, changePriority, removeObjective, removePriority } from './draft-content.ts'
import { publishPlan } from './plans.ts'
import { correctReading, importReadings, recordReading } from './readings.ts'
import { adoptShared, sharePriority } from './sharing.ts'
import { linkByHand, putOnThread, recordByHand, removeByHand, takeOffThread } from './thread.ts'

const db = await openTestDatabase()
const anEditor = async (): Promise<Context> => {
  const authority = await anAuthority(db)
  const id = await aMember(db, authority.id, 'policy-lead')
  return db.context({ kind: 'person', personId: id }, authority.id)
}
const read = <Result>(ctx: Context, work: (db: Reader<StrategyTables>) => Promise<Result>): Promise<Result> =>
  inReading(ctx, work)
const LATER = { decidedOn: '2026-11-01', note: 'Cabinet' }

describe('a document', () => {
  test('tells who did each step, and is audited', async () => {
    const ctx = await anEditor()
    const { documentId } = await aStoredDocument(ctx)
    const steps = await read(ctx, (reader) => listSteps(reader, documentId))
    expect(steps.map(({ status, personName }) => [status, personName])).toEqual([
      ['draft', 'Ada Byron'],
      ['consulted', 'Ada Byron'],
      ['adopted', 'Ada Byron'],
    ])
    expect(await auditOf(db, documentId)).toEqual([
      'STRATEGY_DRAFTED',
      'STRATEGY_CONSULTED',
      'STRATEGY_ADOPTED',
    ])
  })

  test('is carried on by a new version, which supersedes it when it is adopted', async () => {
    const ctx = await anEditor()
    const { documentId, priorityId, objectiveId, ownerRoleId } = await aStoredDocument(ctx)
    expect(await beginVersion(ctx, documentId)).toEqual({ ok: true, value: 2 })
    expect(await beginVersion(ctx, documentId)).toMatchObject({ refusal: 'draft-exists' })
    const next = { documentId, version: 2 }
    const draft = aPriorityDraft({ objectiveId, ownerRoleId, title: 'Warmer homes' })
    expect(await changePriority(ctx, next, priorityId, draft)).toMatchObject({ ok: true })
    expect(await recordConsultation(ctx, next, LATER)).toMatchObject({ ok: true })
    expect(await adoptVersion(ctx, next, LATER)).toMatchObject({ ok: true })
    const versions = await read(ctx, (reader) => versionsOf(reader, documentId))
    expect(versions.map(({ version, status }) => [version, status])).toEqual([
      [2, 'adopted'],
      [1, 'superseded'],
    ])
    const texts = await read(ctx, (reader) => textsOfPriority(reader, priorityId))
    expect(texts.map(({ title, code }) => [title, code])).toEqual([
      ['Warmer homes', 'warm-homes'],
      ['Warm homes', 'warm-homes'],
    ])
  })

  test('that was published takes no change', async () => {
    const ctx = await anEditor()
    const { ref, priorityId, objectiveId } = await aStoredDocument(ctx, 'consulted')
    const draft = aPriorityDraft({ objectiveId, ownerRoleId: null })
    for (const outcome of [
      await addPriority(ctx, ref, draft),
      await changePriority(ctx, ref, priorityId, draft),
      await removePriority(ctx, ref, priorityId),
      await removeObjective(ctx, ref, objectiveId),
    ])
      expect(outcome).toMatchObject({ ok: false, refusal: 'not-a-draft' })
  })

  test('of another authority is not found', async () => {
    const { ref, objectiveId } = await aStoredDocument(await anEditor(), 'draft')
    const stranger = await anEditor()
    await expect(addPriority(stranger, ref, aPriorityDraft({ objectiveId }))).rejects.toThrow(
      'no such document',
    )
  })
})

describe('a reading', () => {
  test('is recorded once for a day, and corrected by another that takes its place', async () => {
    const ctx = await anEditor()
    const { priorityId } = await aStoredDocument(ctx)
    const first = await recordReading(ctx, { ...aReading(), priorityId })
    expect(await recordReading(ctx, { ...aReading(), priorityId })).toMatchObject({
      refusal: 'reading-exists',
    })
    expect(await recordReading(ctx, { ...aReading({ measuredOn: '2026-11-23' }), priorityId })).toMatchObject(
      {
        refusal: 'reading-in-future',
      },
    )
    if (!first.ok) throw new Error(first.refusal)
    const same = { value: '40.6', source: 'Housing stock survey', note: '' }
    expect(await correctReading(ctx, first.value, same)).toMatchObject({ refusal: 'reading-same' })
    expect(await correctReading(ctx, first.value, { ...same, value: '41' })).toMatchObject({ ok: true })
    await expect(correctReading(ctx, first.value, { ...same, value: '42' })).rejects.toThrow('not stand')
    const readings = await read(ctx, (reader) => listReadings(reader, [priorityId]))
    expect(readings.map(({ value, supersededBy }) => [value, supersededBy !== null]).sort()).toEqual([
      ['40.6', true],
      ['41', false],
    ])
    expect(await auditOf(db, priorityId)).toEqual(['PRIORITY_ADDED', 'READING_RECORDED', 'READING_CORRECTED'])
  })

  test('comes in by a file, all rows or none', async () => {
    const ctx = await anEditor()
    const { priorityId } = await aStoredDocument(ctx)
    const file = (...rows: string[]) => ({
      name: 'readings.csv',
      content: Buffer.from(['priority,date,value,source', ...rows].join('\n')),
    })
    const good = 'warm-homes,2026-03-31,40.6,Survey'
    expect(await importReadings(ctx, file(good, 'warm-homes,soon,40,Survey'))).toMatchObject({
      ok: false,
      faults: [{ row: 3, code: 'date-unreadable' }],
    })
    expect(await read(ctx, (reader) => listReadings(reader, [priorityId]))).toEqual([])
    expect(await importReadings(ctx, file(good))).toEqual({ ok: true, count: 1, priorityIds: [priorityId] })
    expect(await importReadings(ctx, file(good))).toMatchObject({
      ok: false,
      faults: [{ code: 'reading-exists' }],
    })
  })
})

describe('a shared priority', () => {
  test('is taken by another authority, with its origin, and may be adapted', async () => {
    const [alliance, council] = [await anEditor(), await anEditor()]
    const theirs = await aStoredDocument(alliance)
    const shared = await sharePriority(alliance, theirs.priorityId)
    if (!shared.ok) throw new Error(shared.refusal)
    expect(await sharePriority(alliance, theirs.priorityId)).toMatchObject({ refusal: 'already-shared' })
    const ours = await aStoredDocument(council, 'draft')
    const local = { objectiveId: ours.objectiveId, ownerRoleId: ours.ownerRoleId }
    expect(await adoptShared(alliance, theirs.ref, shared.value, local)).toMatchObject({
      refusal: 'share-unknown',
    })
    const taken = await adoptShared(council, ours.ref, shared.value, local)
    if (!taken.ok) throw new Error(taken.refusal)
    const changed = await changePriority(
      council,
      ours.ref,
      taken.value,
      aPriorityDraft({ ...local, title: 'Ours' }),
    )
    expect(changed.ok).toBe(true)
    const [now] = await read(council, (reader) => textsOfPriority(reader, taken.value))
    expect(now).toMatchObject({
      title: 'Ours',
      origin: { shareId: shared.value, authorityId: alliance.authorityId },
    })
  })

  test('is an adopted one', async () => {
    const ctx = await anEditor()
    const { priorityId } = await aStoredDocument(ctx, 'consulted')
    expect(await sharePriority(ctx, priorityId)).toMatchObject({ refusal: 'not-adopted' })
  })
})

describe('a plan on a page', () => {
  test('is made from adopted priorities only, and each edition stays', async () => {
    const ctx = await anEditor()
    const { priorityId } = await aStoredDocument(ctx)
    const draft = await aStoredDocument(ctx, 'draft')
    const plan = { title: 'What we want', introduction: 'For all.', priorityIds: [priorityId] }
    expect(await publishPlan(ctx, plan)).toMatchObject({ value: { edition: 1 } })
    expect(await publishPlan(ctx, { ...plan, title: 'Again' })).toMatchObject({ value: { edition: 2 } })
    expect(await publishPlan(ctx, { ...plan, priorityIds: [draft.priorityId] })).toMatchObject({
      refusal: 'plan-not-adopted',
    })
    expect(await publishPlan(ctx, { ...plan, priorityIds: [] })).toMatchObject({ refusal: 'plan-empty' })
  })
})

describe('the thread', () => {
  test('joins what other modules put on it with the strategy, in their own transaction', async () => {
    const ctx = await anEditor()
    const { priorityId, documentId } = await aStoredDocument(ctx)
    const ask = { kind: 'ask' as const, id: 'a1', title: 'Ask of lot 1', href: '/asks/a1', note: '' }
    const measure = { kind: 'measure' as const, id: scopedId(priorityId, 'open', 'env-carbon') }
    await inTransaction(ctx, (tx) => putOnThread(tx as never, ctx, ask, [{ upper: measure, lower: ask }]))
    await inTransaction(ctx, (tx) => putOnThread(tx as never, ctx, { ...ask, title: 'Ask of lot 2' }))
    const above = reachedFrom(await read(ctx, readThread), ask, 'above')
    expect(above.map(({ kind }) => kind)).toEqual(['document', 'objective', 'priority', 'measure'])
    const below = reachedFrom(await read(ctx, readThread), { kind: 'document', id: documentId }, 'below')
    expect(below.at(-1)).toMatchObject({ title: 'Ask of lot 2', href: '/asks/a1' })
    const upwards = inTransaction(ctx, (tx) =>
      putOnThread(tx as never, ctx, ask, [{ upper: ask, lower: measure }]),
    )
    await expect(upwards).rejects.toThrow(RangeError)
    await inTransaction(ctx, (tx) => takeOffThread(tx as never, ask))
    expect((await read(ctx, readThread)).nodes.has('ask:a1')).toBe(false)
  })

  test('takes by hand what nothing here knows, the right way round', async () => {
    const ctx = await anEditor()
    const { priorityId } = await aStoredDocument(ctx)
    const priority = { kind: 'priority' as const, id: priorityId }
    const need = await recordByHand(ctx, { kind: 'need', title: 'Cold', note: '' }, [priority])
    const stray = await recordByHand(ctx, { kind: 'contract', title: 'Retrofit', note: '' }, [])
    if (!need.ok || !stray.ok) throw new Error('refused')
    expect(await linkByHand(ctx, stray.value, priority)).toMatchObject({ ok: true })
    expect(await linkByHand(ctx, stray.value, { kind: 'priority', id: 'gone' })).toMatchObject({
      refusal: 'node-unknown',
    })
    const thread = await read(ctx, readThread)
    expect(reachedFrom(thread, stray.value, 'above').map(({ kind }) => kind)).toContain('need')
    await removeByHand(ctx, stray.value)
    await expect(removeByHand(ctx, priority)).rejects.toThrow('by hand')
  })
})

test('the trees of documents come with the adopted ones first', async () => {
  const ctx = await anEditor()
  await aStoredDocument(ctx, 'draft')
  await aStoredDocument(ctx, 'adopted')
  const trees = await read(ctx, (reader) => listTrees(reader, ['draft', 'adopted']))
  expect(trees.map(({ version }) => version.status)).toEqual(['adopted', 'draft'])
})
