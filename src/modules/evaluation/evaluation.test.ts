import { describe, expect, test } from 'vitest'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import { must } from '../../platform/testing/must.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { announceAward, cancelEvaluation, finishAward } from './actions/award.ts'
import { decideOnExclusion, recordFindings } from './actions/checks.ts'
import { agreeScores, settleLowPrice } from './actions/moderation.ts'
import { declareInterests, namePanellist, removePanellist } from './actions/panel.ts'
import { approveResult, noteRobustnessSeen, putUpForApproval } from './actions/result.ts'
import { beginModeration, giveScores, handIn } from './actions/scores.ts'
import { startEvaluation } from './actions/start.ts'
import {
  aBid,
  aCouncil,
  agreeAll,
  aTender,
  CRITERIA,
  declareNone,
  giveAll,
  inApproval,
  inModeration,
  inScoring,
  inStandstill,
  JUDGED,
  REASON,
  threeBids,
} from './builders.ts'
import { listAwards } from './store/awards.ts'
import { latestResults, listSummaries } from './store/decisions.ts'
import { getEvaluation } from './store/evaluations.ts'
import { listAgreed } from './store/panel.ts'
import type { EvaluationTables } from './tables.ts'

const db = await openTestDatabase()
const council = await aCouncil(db)
const { lead, ann, bob, owner, finance } = council
const read = <Value>(work: (reader: Reader<EvaluationTables>) => Promise<Value>): Promise<Value> =>
  inReading(lead.ctx, work)
const stageOf = async (id: string) => (await read((reader) => getEvaluation(reader, id))).stage

describe('starting', () => {
  test('criteria changed after bids are refused', async () => {
    const tender = aTender()
    const [price, ...rest] = CRITERIA
    const heavier = [{ ...price!, weight: '30' }, { ...rest[0]!, weight: '50' }, ...rest.slice(1)]
    expect(await startEvaluation(lead.ctx, { ...tender, criteria: heavier }, threeBids())).toMatchObject({
      refusal: 'criteria-changed',
    })
    const id = must(await startEvaluation(lead.ctx, tender, threeBids()))
    // Nor later, by whoever holds the database.
    await expect(
      db.query('update evaluation.evaluation set criteria = $2 where id = $1', [id, JSON.stringify(heavier)]),
    ).rejects.toThrow('never change')
    // And where the trigger is gone the fingerprint still gives it away.
    const made = await inModeration(council)
    await agreeAll(council, made)
    await db.query('alter table evaluation.evaluation disable trigger keep_criteria')
    await db.query('update evaluation.evaluation set criteria = $2 where id = $1', [
      made.id,
      JSON.stringify(heavier),
    ])
    await db.query('alter table evaluation.evaluation enable trigger keep_criteria')
    expect(await putUpForApproval(lead.ctx, made.id)).toMatchObject({ refusal: 'criteria-changed' })
  })

  test('is refused twice, and without bids', async () => {
    const tender = aTender()
    expect(await startEvaluation(lead.ctx, tender, [])).toMatchObject({ refusal: 'no-bids' })
    must(await startEvaluation(lead.ctx, tender, threeBids()))
    expect(await startEvaluation(lead.ctx, tender, threeBids())).toMatchObject({ refusal: 'already-started' })
  })
})

describe('the panel', () => {
  test('declares before anything else; an interest closes a bid and no other', async () => {
    const bids = threeBids()
    const id = must(await startEvaluation(lead.ctx, aTender(), bids))
    must(await namePanellist(lead.ctx, id, ann.personId, JUDGED))
    const said = (hasInterest: boolean, detail: string) =>
      bids.map(({ supplierId }, at) => ({
        supplierId,
        hasInterest: at === 0 && hasInterest,
        detail: at === 0 ? detail : '',
      }))
    expect(await declareInterests(ann.ctx, id, said(true, ''))).toMatchObject({ refusal: 'detail-missing' })
    expect(await declareInterests(ann.ctx, id, said(false, '').slice(1))).toMatchObject({
      refusal: 'declare-first',
    })
    expect(await declareInterests(bob.ctx, id, said(false, ''))).toMatchObject({
      refusal: 'not-on-the-panel',
    })
    must(await declareInterests(ann.ctx, id, said(true, 'My brother works there.')))
    const seen = await inReading(ann.ctx, (reader: Reader<EvaluationTables>) =>
      reader
        .selectFrom('evaluation.answer')
        .select('bid_id')
        .distinct()
        .where('evaluation_id', '=', id)
        .execute(),
    )
    expect(seen.map(({ bid_id }) => bid_id).sort()).toEqual([bids[1]!.id, bids[2]!.id].sort())
  })

  test('has somebody for every judged criterion, and nobody for what is counted', async () => {
    const id = must(await startEvaluation(lead.ctx, aTender(), threeBids()))
    expect(await namePanellist(lead.ctx, id, ann.personId, ['Price'])).toMatchObject({
      refusal: 'criterion-not-judged',
    })
    expect(await namePanellist(ann.ctx, id, ann.personId, ['Quality'])).toMatchObject({
      refusal: 'not-the-lead',
    })
    expect(await removePanellist(lead.ctx, id, ann.personId, 'ill')).toMatchObject({
      refusal: 'not-on-the-panel',
    })
  })

  test('goes on without somebody who is missing only by a recorded reason', async () => {
    const made = await inScoring(council)
    await giveAll(ann.ctx, made, [4, 3, 2])
    must(await handIn(ann.ctx, made.id))
    expect(await beginModeration(lead.ctx, made.id)).toMatchObject({ refusal: 'scores-not-in' })
    expect(await removePanellist(lead.ctx, made.id, bob.personId, ' ')).toMatchObject({
      refusal: 'reason-missing',
    })
    must(await removePanellist(lead.ctx, made.id, bob.personId, 'On leave until spring'))
    must(await beginModeration(lead.ctx, made.id))
    expect(await stageOf(made.id)).toBe('moderation')
  })
})

describe('scoring', () => {
  test('takes a score with a reason, and refuses what is off the scale or unexplained', async () => {
    const { id, bids } = await inScoring(council)
    const one = { bidId: bids[0]!.id, criterion: 'Quality', score: 4, reason: REASON }
    expect(await giveScores(ann.ctx, id, [{ ...one, score: 6 }])).toMatchObject({
      refusal: 'score-off-scale',
    })
    expect(await giveScores(ann.ctx, id, [{ ...one, score: 3.5 }])).toMatchObject({
      refusal: 'score-off-scale',
    })
    expect(await giveScores(ann.ctx, id, [{ ...one, reason: 'good' }])).toMatchObject({
      refusal: 'reason-too-short',
    })
    expect(await giveScores(ann.ctx, id, [{ ...one, criterion: 'Price' }])).toMatchObject({
      refusal: 'not-your-criterion',
    })
    expect(await giveScores(owner.ctx, id, [one])).toMatchObject({ refusal: 'not-on-the-panel' })
    expect(await giveScores(ann.ctx, id, [one])).toMatchObject({ ok: true })
    expect(await handIn(ann.ctx, id)).toMatchObject({ refusal: 'scores-missing', facts: { count: 5 } })
  })

  test('ends for good with handing in', async () => {
    const made = await inScoring(council)
    await giveAll(ann.ctx, made, [4, 3, 2])
    must(await handIn(ann.ctx, made.id))
    const again = { bidId: made.bids[0]!.id, criterion: 'Quality', score: 5, reason: REASON }
    expect(await giveScores(ann.ctx, made.id, [again])).toMatchObject({ refusal: 'handed-in-already' })
    await expect(
      db.query('update evaluation.score set score = 5 where evaluation_id = $1', [made.id]),
    ).rejects.toThrow('never change')
  })
})

describe('moderation', () => {
  test('an average without reasons is refused', async () => {
    const { id, bids } = await inModeration(council)
    const one = { bidId: bids[0]!.id, criterion: 'Quality', reason: REASON, movedBecause: '' }
    // Ann gave 4 and Bob gave 5.
    expect(await agreeScores(lead.ctx, id, [{ ...one, value: 'average' }])).toMatchObject({
      refusal: 'average-without-reason',
    })
    expect(await agreeScores(lead.ctx, id, [{ ...one, value: '4' }])).toMatchObject({
      refusal: 'moved-without-reason',
    })
    expect(
      await agreeScores(lead.ctx, id, [
        { ...one, value: '4', movedBecause: 'We took the average of the scores.' },
      ]),
    ).toMatchObject({ refusal: 'reason-is-average' })
    expect(
      await agreeScores(lead.ctx, id, [
        { ...one, value: '4.5', movedBecause: 'Between the two, so that both agree.' },
      ]),
    ).toMatchObject({ refusal: 'score-off-scale' })
    expect(await agreeScores(ann.ctx, id, [{ ...one, value: '4' }])).toMatchObject({
      refusal: 'not-the-lead',
    })
    must(
      await agreeScores(lead.ctx, id, [
        { ...one, value: '4', movedBecause: 'The second depot is only planned.' },
      ]),
    )
    expect(await read((reader) => listAgreed(reader, id))).toMatchObject([
      { value: '4', how: 'moderated', number: 1 },
    ])
  })

  test('needs a reason for the bidder also where all gave the same', async () => {
    const { id, bids } = await inModeration(council)
    const one = { bidId: bids[1]!.id, criterion: 'Quality', value: '3', movedBecause: '' }
    expect(await agreeScores(lead.ctx, id, [{ ...one, reason: 'fine' }])).toMatchObject({
      refusal: 'reason-too-short',
    })
    must(await agreeScores(lead.ctx, id, [{ ...one, reason: REASON }]))
  })
})

describe('checks', () => {
  test('a bid goes out by two people', async () => {
    const { id, bids } = await inScoring(council)
    const bidId = bids[2]!.id
    expect(await decideOnExclusion(owner.ctx, id, bidId, true, '')).toMatchObject({
      refusal: 'exclusion-not-proposed',
    })
    const proposal = {
      bidId,
      question: null,
      kind: 'exclusion-proposed',
      words: 'Its insurance has ended.',
    } as const
    expect(await recordFindings(lead.ctx, id, [{ ...proposal, words: '' }])).toMatchObject({
      refusal: 'reason-missing',
    })
    must(await recordFindings(lead.ctx, id, [proposal]))
    expect(await decideOnExclusion(lead.ctx, id, bidId, true, '')).toMatchObject({ refusal: 'same-person' })
    must(await decideOnExclusion(owner.ctx, id, bidId, true, ''))
    expect(
      await giveScores(ann.ctx, id, [{ bidId, criterion: 'Quality', score: 3, reason: REASON }]),
    ).toMatchObject({ refusal: 'bid-excluded' })
  })
})

describe('the result', () => {
  test('is worked out by the published criteria, with every step', async () => {
    const { id } = await inApproval(council)
    const [result] = await read((reader) => latestResults(reader, id))
    // Alder: 40 × (2 − 100000/100000) + 40 × 4/5 + 10 × 80/100 + 10 × 4/5 = 88.
    // Birch: 40 × (2 − 1.05) + 40 × 3/5 + 10 × 60/100 + 10 × 3/5 = 74. Cedar: 40 + 16 + 2 + 4 = 62.
    expect(result?.content.ranking.map(({ totalShown }) => totalShown)).toEqual(['88.00', '74.00', '62.00'])
    expect(result?.content).toHaveProperty('robustness.irrelevantBids')
    expect(result?.content).toHaveProperty('robustness.singleScores')
  })

  test('waits for every agreed score and every check', async () => {
    const made = await inModeration(council)
    expect(await putUpForApproval(lead.ctx, made.id)).toMatchObject({ refusal: 'cannot-be-scored' })
    await agreeAll(council, made)
    must(
      await recordFindings(lead.ctx, made.id, [
        { bidId: made.bids[0]!.id, question: 'Q3', kind: 'asked', words: 'Which depot?' },
      ]),
    )
    expect(await putUpForApproval(lead.ctx, made.id)).toMatchObject({ refusal: 'checks-open' })
    must(
      await recordFindings(lead.ctx, made.id, [
        { bidId: made.bids[0]!.id, question: 'Q3', kind: 'answered', words: 'Mill Lane' },
      ]),
    )
    must(
      await recordFindings(lead.ctx, made.id, [
        { bidId: made.bids[0]!.id, question: 'Q3', kind: 'met', words: '' },
      ]),
    )
    must(await putUpForApproval(lead.ctx, made.id))
  })

  test('a low price is asked about, heard and decided before anything is approved', async () => {
    const bids = [...threeBids(), aBid({ name: 'Dell Services Ltd', pounds: 40_000, quantity: '0' })]
    const made = await inModeration(council, bids)
    await agreeAll(council, made)
    expect(await putUpForApproval(lead.ctx, made.id)).toMatchObject({ refusal: 'low-price-open' })
    const low = bids[3]!.id
    const settle = (kind: 'ask' | 'answer' | 'keep', words: string) =>
      settleLowPrice(lead.ctx, made.id, low, { kind, words })
    expect(
      await settleLowPrice(lead.ctx, made.id, bids[0]!.id, { kind: 'ask', words: 'Why?' }),
    ).toMatchObject({ refusal: 'not-flagged' })
    expect(await settle('keep', 'It is fine')).toMatchObject({ refusal: 'not-asked' })
    must(await settle('ask', 'How can you do it for this?'))
    expect(await settle('keep', 'It is fine')).toMatchObject({ refusal: 'not-answered' })
    must(await settle('answer', 'We own the depot and the machines.'))
    must(await settle('keep', 'The accounts show it.'))
    must(await putUpForApproval(lead.ctx, made.id))
  })
})

test('the bidder whose low price was disregarded reads why, and the kept result says it', async () => {
  const bids = [...threeBids(), aBid({ name: 'Dell Services Ltd', pounds: 40_000, quantity: '0' })]
  const made = await inModeration(council, bids)
  await agreeAll(council, made)
  const low = bids[3]!.id
  for (const [kind, words] of [
    ['ask', 'How can you do it for this?'],
    ['answer', 'We guessed.'],
    ['disregard', 'No cost stands behind the price.'],
  ] as const)
    must(await settleLowPrice(lead.ctx, made.id, low, { kind, words }))
  must(await putUpForApproval(lead.ctx, made.id))
  for (const one of [owner, finance]) {
    must(await noteRobustnessSeen(one.ctx, made.id))
    must(await approveResult(one.ctx, made.id, { isApproved: true, note: '' }))
  }
  must(await announceAward(lead.ctx, made.id, '2026-11-23'))
  const { results, summaries } = await inReading(lead.ctx, async (reader: Reader<EvaluationTables>) => ({
    results: await latestResults(reader, made.id),
    summaries: await listSummaries(reader, { evaluationId: made.id }),
  }))
  const reason = expect.stringContaining('No cost stands behind the price.')
  expect(results[0]?.content.rejected).toMatchObject([{ reason }])
  expect(summaries.find(({ bidId }) => bidId === low)?.content).toMatchObject({
    disregardedBecause: reason,
    rank: null,
  })
})

describe('approval', () => {
  test('is refused until the tests of robustness were looked at, to the panel, and to other roles', async () => {
    const { id } = await inApproval(council)
    const yes = { isApproved: true, note: '' }
    expect(await approveResult(owner.ctx, id, yes)).toMatchObject({ refusal: 'robustness-not-seen' })
    expect(await approveResult(lead.ctx, id, yes)).toMatchObject({ refusal: 'role-may-not-approve' })
    expect(await approveResult(council.councillor.ctx, id, yes)).toMatchObject({
      refusal: 'role-may-not-approve',
    })
    must(await noteRobustnessSeen(owner.ctx, id))
    must(await approveResult(owner.ctx, id, yes))
    expect(await approveResult(owner.ctx, id, yes)).toMatchObject({ refusal: 'approved-already' })
    expect(await announceAward(lead.ctx, id, '2026-11-23')).toMatchObject({ refusal: 'approvals-missing' })
    must(await noteRobustnessSeen(finance.ctx, id))
    expect(await approveResult(finance.ctx, id, { isApproved: false, note: '' })).toMatchObject({
      refusal: 'reason-missing',
    })
    must(await approveResult(finance.ctx, id, { isApproved: false, note: 'The sums of lot A do not fit.' }))
    expect(await stageOf(id)).toBe('moderation')
  })
})

describe('the award', () => {
  test('tells every bidder why, against the winner, and comes after eight working days', async () => {
    const { id, bids } = await inStandstill(council)
    const { noticeOn, standstillEndsOn, contractFrom } = await read((reader) => getEvaluation(reader, id))
    // 23 November is day 1; 30 November is St Andrew's Day in Scotland, so day 8 is 3 December.
    expect([noticeOn, standstillEndsOn, contractFrom]).toEqual(['2026-11-23', '2026-12-03', '2026-12-04'])
    const summaries = await read((reader) => listSummaries(reader, { evaluationId: id }))
    expect(summaries).toHaveLength(3)
    const birch = summaries.find(({ bidId }) => bidId === bids[1]!.id)?.content
    expect(birch).toMatchObject({
      bidder: 'Birch Gardens CIC',
      isWinner: false,
      winner: 'Alder Parks Ltd',
      rank: 2,
      of: 3,
    })
    expect(birch?.lines.find(({ criterion }) => criterion === 'Quality')).toMatchObject({
      value: '3',
      points: '24.00',
      reason: 'Answer 2 on Quality says who does what.',
      winnerValue: '4',
      winnerReason: 'Answer 1 on Quality says who does what.',
    })
    expect(await finishAward(lead.ctx, id)).toMatchObject({ refusal: 'standstill-runs' })
    const on = (day: string) => ({ ...lead.ctx, clock: { now: () => new Date(`${day}T09:00:00Z`) } })
    expect(await finishAward(on('2026-12-03'), id)).toMatchObject({ refusal: 'standstill-runs' })
    must(await finishAward(on('2026-12-04'), id))
    const awards = await read((reader) => listAwards(reader, id))
    expect(awards).toMatchObject([
      {
        supplierName: 'Alder Parks Ltd',
        pricePence: 10_000_000,
        signedOn: '2026-12-04',
        offers: [{ quantity: '80' }],
      },
    ])
    expect(awards[0]?.words).toContainEqual({
      criterion: 'How it is kept',
      text: 'Alder Parks Ltd reports every quarter.',
    })
  })

  test('may be given up with a reason, and not once it is final', async () => {
    const { id } = await inStandstill(council)
    expect(await cancelEvaluation(lead.ctx, id, '')).toMatchObject({ refusal: 'reason-missing' })
    must(await cancelEvaluation(lead.ctx, id, 'The money was withdrawn.'))
    expect(await stageOf(id)).toBe('cancelled')
    expect(await finishAward(lead.ctx, id)).toMatchObject({ refusal: 'not-in-this-stage' })
  })

  test('of two lots goes to the best of each', async () => {
    const tender = aTender({
      lots: [
        { code: 'A', name: 'North' },
        { code: 'B', name: 'South' },
      ],
    })
    const bids = [
      aBid({ name: 'Alder Parks Ltd' }),
      aBid({ name: 'Birch Gardens CIC', lot: 'B' }),
      aBid({ name: 'Cedar Grounds Ltd', lot: 'B' }),
    ]
    const made = await inModeration(council, bids, tender)
    await agreeAll(council, made)
    must(await putUpForApproval(lead.ctx, made.id))
    const results = await read((reader) => latestResults(reader, made.id))
    expect(results.map(({ lot, content }) => [lot, content.ranking.length])).toEqual([
      ['A', 1],
      ['B', 2],
    ])
    await declareNone(ann.ctx, made.id, bids)
  })
})
