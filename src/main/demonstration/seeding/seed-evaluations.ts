import {
  agreeScores,
  announceAward,
  approveResult,
  beginScoring,
  declareInterests,
  finishAward,
  giveScores,
  handIn,
  listEvaluations,
  namePanellist,
  noteRobustnessSeen,
  putUpForApproval,
  recordFindings,
  takeOver,
} from '#evaluation'
import { listMembers, type OrganisationId, type Role } from '#identity'
import { contentOf } from '#tenders'
import { actingAs, type Context } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import {
  MADE_UP_COMPETITIONS,
  type MadeUpCompetition,
  MOVED,
  SCORE_REASONS,
} from '../evaluations/made-up-bids.ts'
import { insist } from './insist.ts'
import { type Competition, openPastTender } from './seed-past-tender.ts'
import type { SeededCouncil } from './seed-people.ts'

const DAY = 86_400_000
type As = (role: Role, daysAgo: number) => Context

type BidOfSupplier = { readonly id: string; readonly supplierId: string }
type Made = {
  readonly id: string
  readonly bids: readonly BidOfSupplier[]
  readonly judged: readonly string[]
}

const begin = async (as: As, competition: Competition, made: MadeUpCompetition): Promise<Made> => {
  const officer = as('procurement-officer', made.dueDaysAgo)
  const { tender, bids } = await openPastTender(officer, competition, made)
  const { criteria } = await inReading(officer, (db) => contentOf(db as never, tender.id, tender.version))
  const id = insist(await takeOver(as('procurement-officer', made.dueDaysAgo - 0.5), tender.id), made.title)
  const judged = criteria
    .filter(({ kind }) => kind === 'quality' || kind === 'social-value-qualitative')
    .map(({ name }) => name)
  return { id, bids, judged }
}

const PANEL = ['evaluator', 'policy-lead', 'contract-manager'] as const

const prepare = async (
  as: As,
  { id, bids, judged }: Made,
  made: MadeUpCompetition,
  members: ReadonlyMap<Role, string>,
) => {
  const [officer, ago] = [as('procurement-officer', made.dueDaysAgo - 1), made.dueDaysAgo - 1]
  for (const role of PANEL) insist(await namePanellist(officer, id, members.get(role) ?? '', judged), role)
  const none = bids.map(({ supplierId }) => ({ supplierId, hasInterest: false, detail: '' }))
  for (const role of ['procurement-officer', ...PANEL] as const)
    insist(await declareInterests(as(role, ago), id, none), `the declaration of ${role}`)
  const met = bids.map((bid) => ({ bidId: bid.id, question: 'Q1', kind: 'met' as const, words: '' }))
  insist(await recordFindings(officer, id, met), 'conditions')
  insist(await beginScoring(officer, id), 'scoring')
}

const score = async (as: As, { id, bids, judged }: Made, made: MadeUpCompetition): Promise<void> => {
  for (const [at, role] of PANEL.entries()) {
    // In the competition that is still scored, one has not begun.
    if (made.until === 'scoring' && at === 2) return
    const ctx = as(role, made.dueDaysAgo - 2)
    const scores = bids.flatMap((bid, n) =>
      judged.map((criterion) => {
        const mark = made.bids[n]?.marks[at % 2] ?? 3
        return { bidId: bid.id, criterion, score: mark, reason: SCORE_REASONS[mark] ?? '' }
      }),
    )
    insist(await giveScores(ctx, id, scores), `the scores of ${role}`)
    insist(await handIn(ctx, id), `handing in by ${role}`)
  }
}

const agree = async (
  as: As,
  { id, bids, judged }: Made,
  made: MadeUpCompetition,
  most: number,
): Promise<void> => {
  const agreed = bids.slice(0, most).flatMap((bid, at) => {
    const own = made.bids[at]
    if (!own) return []
    const movedBecause =
      own.marks[0] === own.marks[1] ? '' : (MOVED[own.agreed === own.marks[0] ? 'down' : 'up'] ?? '')
    return judged.map((criterion) => ({
      bidId: bid.id,
      criterion,
      value: String(own.agreed),
      reason: own.told,
      movedBecause,
    }))
  })
  insist(await agreeScores(as('procurement-officer', made.dueDaysAgo - 4), id, agreed), 'agreed scores')
}

const award = async (as: As, { id }: Made, made: MadeUpCompetition, daysAgo: number): Promise<void> => {
  const officer = as('procurement-officer', daysAgo)
  insist(await putUpForApproval(officer, id), 'the result')
  for (const role of ['senior-owner', 'finance'] as const) {
    insist(await noteRobustnessSeen(as(role, daysAgo), id), 'robustness')
    insist(await approveResult(as(role, daysAgo), id, { isApproved: true, note: '' }), 'approval')
  }
  const noticeOn = officer.clock.now().toISOString().slice(0, 10)
  insist(await announceAward(officer, id, noticeOn), 'the announcement')
  if (made.until === 'awarded')
    insist(await finishAward(as('procurement-officer', daysAgo - 30), id), 'the award')
}

/** Evaluations at every stage: scores that are missing, scores to agree on, a standstill, an award that a contract follows. */
export const seedEvaluations = async (
  competition: Competition,
  council: SeededCouncil,
  competitions: readonly MadeUpCompetition[] = MADE_UP_COMPETITIONS,
): Promise<void> => {
  const { services } = competition
  const anybody = actingAs(services, { kind: 'command' }, council.councilId)
  const { people, known } = await inReading(anybody, async (db) => ({
    people: await listMembers(db as never, council.councilId as OrganisationId),
    known: await listEvaluations(db as never),
  }))
  const members = new Map<Role, string>(
    people.flatMap(({ id, roles }) => roles.map((role) => [role, id] as const)),
  )
  const as: As = (role, daysAgo) => ({
    ...actingAs(services, { kind: 'person', personId: members.get(role) ?? '' }, council.councilId),
    clock: { now: () => new Date(services.clock.now().getTime() - daysAgo * DAY) },
  })
  for (const made of competitions) {
    if (known.some(({ title }) => title === made.title)) continue
    const begun = await begin(as, competition, made)
    await prepare(as, begun, made, members)
    await score(as, begun, made)
    if (made.until === 'scoring') continue
    await agree(as, begun, made, made.until === 'moderation' ? 1 : made.bids.length)
    if (made.until !== 'moderation') await award(as, begun, made, made.until === 'awarded' ? 40 : 0)
  }
}
