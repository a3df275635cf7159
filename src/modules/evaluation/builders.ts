import { createHash } from 'node:crypto'
import {
  addMembership,
  createOrganisation,
  createPerson,
  type OrganisationId,
  type PersonId,
  permissionsOf,
  type Role,
} from '#identity'
import { fingerprintOf } from '#procurement'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { must } from '../../platform/testing/must.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { announceAward } from './actions/award.ts'
import { recordFindings } from './actions/checks.ts'
import { agreeScores } from './actions/moderation.ts'
import { beginScoring, declareInterests, namePanellist } from './actions/panel.ts'
import { approveResult, noteRobustnessSeen, putUpForApproval } from './actions/result.ts'
import { giveScores, handIn } from './actions/scores.ts'
import { startEvaluation } from './actions/start.ts'
import type { BidAnswer, HandedBid, TenderFacts } from './model.ts'

const criterion = { benchmark: null, question: '', wordLimit: null } as const
/** Price 40 against £100,000, quality 40, social value 10 in numbers (100 is full) and 10 in words. */
export const CRITERIA: TenderFacts['criteria'] = [
  {
    ...criterion,
    name: 'Price',
    kind: 'price',
    weight: '40',
    method: 'fixed-benchmark',
    benchmark: '100000',
  },
  { ...criterion, name: 'Quality', kind: 'quality', weight: '40', method: 'scale' },
  {
    ...criterion,
    name: 'Offer',
    kind: 'social-value-quantitative',
    weight: '10',
    method: 'fixed-benchmark',
    benchmark: '100',
  },
  { ...criterion, name: 'How it is kept', kind: 'social-value-qualitative', weight: '10', method: 'scale' },
]

const question = { help: '', lots: [], wordLimit: null, isRequired: true, isCondition: false } as const
export const QUESTIONS: TenderFacts['questions'] = [
  {
    ...question,
    code: 'Q1',
    criterion: null,
    text: 'Are you insured for £5 million?',
    kind: 'yes-no',
    isCondition: true,
  },
  { ...question, code: 'Q2', criterion: 'Price', text: 'What is your price?', kind: 'price' },
  {
    ...question,
    code: 'Q3',
    criterion: 'Quality',
    text: 'How will you do the work?',
    kind: 'words',
    wordLimit: 500,
  },
  { ...question, code: 'Q4', criterion: 'Offer', text: 'What do you offer?', kind: 'offers' },
  {
    ...question,
    code: 'Q5',
    criterion: 'How it is kept',
    text: 'How will you keep it?',
    kind: 'words',
    wordLimit: 300,
  },
]

export const aTender = (facts: Partial<TenderFacts> = {}): TenderFacts => {
  const criteria = facts.criteria ?? CRITERIA
  return {
    tenderId: newId(),
    purchaseId: newId(),
    reference: `northmere-2026-${newId().slice(-6)}`,
    title: 'Care of parks',
    valuePence: 30_000_000,
    criteria,
    lots: [{ code: 'A', name: '' }],
    questions: QUESTIONS,
    askLines: [],
    fingerprint: fingerprintOf(criteria) ?? '',
    ...facts,
  }
}

export const anAnswer = (question: string, facts: Partial<BidAnswer>): BidAnswer => ({
  question,
  words: null,
  number: null,
  yes: null,
  pence: null,
  offers: null,
  files: [],
  ...facts,
})

type BidFacts = {
  readonly name?: string
  readonly pounds?: number
  readonly quantity?: string
} & Partial<HandedBid>
export const aBid = ({
  name = 'Alder Parks Ltd',
  pounds = 100_000,
  quantity = '50',
  ...facts
}: BidFacts = {}): HandedBid => {
  const id = newId()
  return {
    id,
    lot: 'A',
    supplierId: newId(),
    supplierName: name,
    supplierKey: null,
    submittedAt: new Date('2026-11-20T11:59:00Z'),
    fingerprint: createHash('sha256').update(id).digest('hex'),
    tenderVersion: 1,
    answers: [
      anAnswer('Q1', { yes: true }),
      anAnswer('Q2', { pence: pounds * 100 }),
      anAnswer('Q3', { words: `${name} keeps a crew of six in each park.` }),
      anAnswer('Q4', { offers: [{ framework: 'open', measure: 'job-unemployed', quantity, inWords: '' }] }),
      anAnswer('Q5', { words: `${name} reports every quarter.` }),
    ],
    ...facts,
  }
}

/** Three bids; the first is the best unless scores say otherwise. */
export const threeBids = (): HandedBid[] => [
  aBid({ name: 'Alder Parks Ltd', pounds: 100_000, quantity: '80' }),
  aBid({ name: 'Birch Gardens CIC', pounds: 105_000, quantity: '60' }),
  aBid({ name: 'Cedar Grounds Ltd', pounds: 98_000, quantity: '20' }),
]

/** A council with a person for each of these roles, and a context for each. */
export const aCouncil = async (db: TestDatabase) => {
  const operator = db.context({ kind: 'command' }, null)
  const name = `Council ${newId().slice(-12)}`
  const { id } = must(await createOrganisation(operator, { name, kind: 'council', isAuthority: true }))
  const person = async (role: Role, called: string) => {
    const email = `${newId().slice(-12)}@northmere.example`
    const personId = must(await createPerson(operator, { email, name: called, password: null }))
    must(await addMembership(db.context({ kind: 'command' }, id), personId, role))
    const permissions: readonly string[] = [...permissionsOf([role])]
    return {
      personId: personId as PersonId,
      role,
      permissions,
      ctx: db.context({ kind: 'person', personId }, id),
    }
  }
  return {
    id: id as OrganisationId,
    name,
    lead: await person('procurement-officer', 'Olive Officer'),
    commissioner: await person('commissioner', 'Cas Commissioner'),
    ann: await person('evaluator', 'Ann Evaluator'),
    bob: await person('evaluator', 'Bob Evaluator'),
    owner: await person('senior-owner', 'Sam Owner'),
    finance: await person('finance', 'Fay Finance'),
    auditor: await person('auditor', 'Ada Auditor'),
    councillor: await person('councillor', 'Col Councillor'),
  }
}
export type Council = Awaited<ReturnType<typeof aCouncil>>

export const JUDGED = ['Quality', 'How it is kept'] as const
export const REASON = 'It says who does what, and shows how it went before.'

export const declareNone = async (ctx: Context, id: string, bids: readonly HandedBid[]): Promise<void> => {
  const suppliers = [...new Set(bids.map(({ supplierId }) => supplierId))]
  must(
    await declareInterests(
      ctx,
      id,
      suppliers.map((supplierId) => ({ supplierId, hasInterest: false, detail: '' })),
    ),
  )
}

/** An evaluation with Ann and Bob on the panel, everybody declared, conditions met, and scoring begun. */
export const inScoring = async (council: Council, bids = threeBids(), tender = aTender()) => {
  const { lead, ann, bob } = council
  const id = must(await startEvaluation(lead.ctx, tender, bids))
  for (const one of [ann, bob]) must(await namePanellist(lead.ctx, id, one.personId, JUDGED))
  for (const one of [lead, ann, bob]) await declareNone(one.ctx, id, bids)
  const met = bids.map((bid) => ({ bidId: bid.id, question: 'Q1', kind: 'met' as const, words: '' }))
  must(await recordFindings(lead.ctx, id, met))
  must(await beginScoring(lead.ctx, id))
  return { id, bids, tender }
}

/** Scores of one person for every bid: `marks` by the place of the bid. */
export const giveAll = async (
  ctx: Context,
  { id, bids }: { readonly id: string; readonly bids: readonly HandedBid[] },
  marks: readonly number[],
): Promise<void> => {
  const scores = bids.flatMap((bid, at) =>
    JUDGED.map((criterion) => ({ bidId: bid.id, criterion, score: marks[at] ?? 3, reason: REASON })),
  )
  must(await giveScores(ctx, id, scores))
}

export const inModeration = async (council: Council, bids = threeBids(), tender = aTender()) => {
  const made = await inScoring(council, bids, tender)
  await giveAll(council.ann.ctx, made, [4, 3, 2])
  await giveAll(council.bob.ctx, made, [5, 3, 2])
  must(await handIn(council.ann.ctx, made.id))
  must(await handIn(council.bob.ctx, made.id))
  return made
}

type Made = { readonly id: string; readonly bids: readonly HandedBid[] }

export const agreeAll = async (council: Council, { id, bids }: Made): Promise<void> => {
  const agreements = bids.flatMap((bid, at) =>
    JUDGED.map((criterion) => ({
      bidId: bid.id,
      criterion,
      value: ['4', '3', '2'][at] ?? '3',
      reason: `Answer ${at + 1} on ${criterion} says who does what.`,
      movedBecause: at === 0 ? 'The second depot is planned, not yet there.' : '',
    })),
  )
  must(await agreeScores(council.lead.ctx, id, agreements))
}

export const inApproval = async (council: Council) => {
  const made = await inModeration(council)
  await agreeAll(council, made)
  must(await putUpForApproval(council.lead.ctx, made.id))
  return made
}

export const inStandstill = async (council: Council, noticeOn = '2026-11-23') => {
  const made = await inApproval(council)
  for (const one of [council.owner, council.finance]) {
    must(await noteRobustnessSeen(one.ctx, made.id))
    must(await approveResult(one.ctx, made.id, { isApproved: true, note: '' }))
  }
  must(await announceAward(council.lead.ctx, made.id, noticeOn))
  return made
}
