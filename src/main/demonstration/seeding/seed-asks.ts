import { type IdentityTables, listMembers, type OrganisationId, type Role } from '#identity'
import { findShippedFramework } from '#measures'
import {
  type AskContent,
  type AskLine,
  addEvent,
  addNote,
  addQuestion,
  answerQuestion,
  changeAppraisal,
  changeAsk,
  createPurchase,
  inviteSuppliers,
  listPurchases,
  type ProcurementTables,
  type Purchase,
  type PurchaseDraft,
  proposedCriteria,
  publishAppraisal,
  readyAsk,
  recordControlTest,
  type Stage,
  setWeightPolicy,
  wholeValue,
} from '#procurement'
import { listTrees, type Priority, type StrategyTables } from '#strategy'
import { exact } from '../../../kernel/exact.ts'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import {
  CARE_EVENT,
  FOOD_EVENT,
  FOOD_GUESTS,
  FOOD_LOTS,
  FOOD_NOTE,
  FRUIT_AND_BREAD,
  PARKS_APPRAISAL,
  PARKS_RETURN,
  REPAIRS,
} from '../asks/made-up-asks.ts'
import { insist } from './insist.ts'
import type { SeededCouncil } from './seed-people.ts'

const POLICY = { fromOn: '2025-04-01', weight: '20', source: 'Northmere procurement strategy 2025, page 6' }

/** The measures of priorities, as lines of an ask; at most `most`, each with the priorities that name it. */
const linesFor = (priorities: readonly Priority[], most: number): AskLine[] => {
  const framework = findShippedFramework('open')
  const codes = [...new Set(priorities.flatMap(({ measures }) => measures.map(({ code }) => code)))]
  return codes.slice(0, most).flatMap((code): AskLine[] => {
    const measure = framework?.measures.find((known) => known.code === code)
    if (!measure) return []
    const outcome = framework?.outcomes.find((known) => known.code === measure.outcome)
    return [
      {
        framework: 'open',
        measure: code,
        outcome: measure.outcome,
        outcomeName: outcome?.name ?? '',
        name: measure.name,
        counts: measure.counts,
        unit: measure.unit,
        askedAs: measure.kind === 'qualitative' ? 'words' : 'number',
        priorities: priorities
          .filter((one) => one.measures.some((known) => known.code === code))
          .map(({ id }) => id),
        minimum: null,
        existing: 'in-full',
        indexation: 'fixed',
        reason: 'It was talked over with suppliers and stays.',
      },
    ]
  })
}

const edit = async (
  ctx: Context,
  id: string,
  seen: number,
  because: string,
  facts: Partial<AskContent>,
  noteId: string | null = null,
): Promise<number> =>
  insist(
    await changeAsk(ctx, id, { seen, because, noteId, change: (content) => ({ ...content, ...facts }) }),
    because,
  ).revision

const make = async (ctx: Context, draft: PurchaseDraft, stage: Stage): Promise<string> =>
  insist(await createPurchase(ctx, draft, { stage }), draft.title).id

const seedFood = async (ctx: Context, approver: Context, priorities: readonly Priority[]): Promise<void> => {
  const id = await make(ctx, FRUIT_AND_BREAD, 'ask')
  const eventId = await addEvent(ctx, id, FOOD_EVENT)
  insist(await inviteSuppliers(ctx, id, eventId, FOOD_GUESTS), FOOD_EVENT.title)
  const questionId = await addQuestion(ctx, id, {
    askedBy: 'Mill Lane Bakers',
    question: 'May we bid for bread only?',
  })
  insist(await answerQuestion(ctx, id, questionId, 'Yes. Bread will be a lot of its own.'), 'an answer')
  const criteria = proposedCriteria(FRUIT_AND_BREAD.valuePence ?? 0, exact(POLICY.weight))
  const lines = linesFor(priorities, 3)
  await edit(ctx, id, 0, 'First draft', { lines, criteria, lotsReason: 'One supplier is easier to manage.' })
  const noteId = insist(await addNote(ctx, id, { ...FOOD_NOTE, eventId }), 'a note')
  const facts = { lots: FOOD_LOTS, lotsReason: '', introduction: 'We want to buy food for forty schools.' }
  const revision = await edit(ctx, id, 1, 'Lots that a bakery or a farm can win', facts, noteId)
  const proportionReason = 'Each lot asks for what fits it; nobody answers more than two.'
  const last = await edit(ctx, id, revision, 'Reason for the number of measures', { proportionReason })
  insist(await readyAsk(approver, id, last), 'the ask for food')
}

const seedRepairs = async (ctx: Context, priorities: readonly Priority[]): Promise<void> => {
  const id = await make(ctx, REPAIRS, 'ask')
  const lines = linesFor(priorities, 2).map((line) => ({
    ...line,
    indexation: 'actual-spend' as const,
    minimum: '2',
  }))
  const [price, ...others] = proposedCriteria(REPAIRS.valuePence ?? 0, exact(10))
  const criteria = price
    ? [{ ...price, method: 'relative-to-best' as const, benchmark: null }, ...others]
    : []
  await edit(ctx, id, 0, 'First draft', { lines, criteria, isVolumeGuaranteed: false })
}

const seedParks = async (ctx: Context, approver: Context): Promise<void> => {
  const id = await make(ctx, PARKS_RETURN, 'planning')
  insist(await changeAppraisal(ctx, id, { seen: 0, change: () => PARKS_APPRAISAL }), 'the appraisal')
  const shown = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8'].map((limb) => ({
    limb,
    holds: true,
    evidence: 'Articles, share register and accounts of the company',
  }))
  const test = { kind: 'vertical', body: 'Northmere Green Ltd', testedOn: '2026-06-30' } as const
  await recordControlTest(ctx, id, { ...test, answers: shown, outsidePercent: '16.5' })
  insist(await publishAppraisal(approver, id, 1), 'the summary')
}

/** Home care is talking to the market: an event is planned, and nobody is invited yet. */
const seedTalk = async (ctx: Context, purchases: readonly Purchase[]): Promise<void> => {
  const purchase = purchases.find(({ title }) => title.startsWith('Home care'))
  if (purchase) await addEvent(ctx, purchase.id, CARE_EVENT)
}

/** Purchases of the pipeline whose ask is written: the weight of social value, and whether it is ready. */
const WRITTEN: readonly (readonly [title: string, weight: number, reason: string, isReady: boolean])[] = [
  ['Advice for people in debt', 20, '', true],
  ['Footway works in Bellwharf and Cattlegate', 15, 'Paving is bought by quality first.', false],
  ['School meals', 5, 'The price of milk is fixed by the national scheme.', false],
]

const seedWritten = async (
  ctx: Context,
  approver: Context,
  purchases: readonly Purchase[],
  priorities: readonly Priority[],
): Promise<void> => {
  for (const [title, weight, weightReason, isReady] of WRITTEN) {
    const purchase = purchases.find((known) => known.title.startsWith(title))
    if (!purchase) continue
    const facts = {
      lines: linesFor(priorities, 2),
      criteria: proposedCriteria(wholeValue(purchase) ?? 0, exact(weight)),
      lotsReason: 'Whoever does one part has to know the others.',
      weightReason,
    }
    const revision = await edit(ctx, purchase.id, 0, 'First draft', facts)
    if (isReady) insist(await readyAsk(approver, purchase.id, revision), title)
  }
}

/** Asks and a comparison of delivery models at several stages: ready with lots, a draft with a relative method, published. */
export const seedAsks = async (services: Services, council: SeededCouncil): Promise<void> => {
  const anybody = actingAs(services, { kind: 'command' }, council.councilId)
  const { members, known, trees } = await inReading(
    anybody,
    async (db: Reader<IdentityTables & ProcurementTables & StrategyTables>) => ({
      members: await listMembers(db as never, council.councilId as OrganisationId),
      known: await listPurchases(db as never),
      trees: await listTrees(db as never, ['adopted']),
    }),
  )
  if (known.some(({ title }) => title === PARKS_RETURN.title)) return
  const as = (role: Role): Context => {
    const personId = members.find(({ roles }) => roles.includes(role))?.id
    return personId ? actingAs(services, { kind: 'person', personId }, council.councilId) : anybody
  }
  const [commissioner, officer] = [as('commissioner'), as('procurement-officer')]
  const priorities = trees.flatMap((tree) => tree.priorities)
  await setWeightPolicy(as('policy-lead'), POLICY)
  await seedFood(commissioner, officer, priorities)
  await seedRepairs(commissioner, priorities)
  await seedTalk(commissioner, known)
  await seedWritten(commissioner, officer, known, priorities)
  await seedParks(commissioner, officer)
}
