import { showExact } from '../../kernel/exact.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import { appraise } from './appraise.ts'
import { testsOf } from './control-tests.ts'
import { appraisalFaultSentence } from './messages/appraisal-words.ts'
import { dutySentence, localReason, weightSentence } from './messages/local-rule-words.ts'
import { EMPTY_APPRAISAL } from './model/appraisal.ts'
import type { LocalAnswer, LocalRule } from './model/local-rule.ts'
import { checkAppraisal } from './rules/appraisal/check-appraisal.ts'
import { findImpactGaps } from './rules/impact.ts'
import { isSettled } from './rules/local-rules.ts'
import { findAppraisal, listControlTests } from './store/appraisals.ts'
import { readEngagement } from './store/engagement.ts'
import { listImpacts, listNoImpacts } from './store/impacts.ts'
import type { ProcurementTables } from './tables.ts'

type Db = Reader<ProcurementTables>

/** The parts of planning as the API and the command line tell them. Money is in whole pence, decimals are text. */
export const describeLocalRule = (rule: LocalRule) => ({ ...rule, sentence: dutySentence(rule) })

export const describeLocalAnswer = (answer: LocalAnswer) => ({
  ruleId: answer.rule.id,
  version: answer.rule.version,
  rule: answer.rule.title,
  applies: answer.applies,
  isMet: answer.isMet,
  isSettled: isSettled(answer),
  reason: [localReason(answer), answer.applies === true ? weightSentence(answer) : '']
    .filter(Boolean)
    .join(' '),
  setAside: answer.override && {
    id: answer.override.id,
    reason: answer.override.reason,
    decision: answer.override.decision,
    note: answer.override.note,
  },
})

export const describeImpacts = async (db: Db, purchaseId: string) => {
  const all = await listImpacts(db, purchaseId)
  const none = await listNoImpacts(db, purchaseId)
  const { dimensions, unanswered } = findImpactGaps(all, none)
  return {
    impacts: all.map(({ purchaseId: _purchase, ...impact }) => impact),
    noneExpected: none.map(({ dimension, reason }) => ({ dimension, reason })),
    missing: [
      ...unanswered.map(({ effect }) => `“${effect}” has no mitigation and no accepted reason.`),
      ...dimensions.map((dimension) => `Nothing is said yet of ${dimension} effects.`),
    ],
  }
}

export const describeAppraisal = async (db: Db, purchaseId: string, today: PlainDate) => {
  const appraisal = await findAppraisal(db, purchaseId)
  const content = appraisal?.content ?? EMPTY_APPRAISAL
  const { ranked, turning, cheapest } = appraise(content)
  return {
    status: appraisal?.status ?? 'not-begun',
    version: appraisal?.version ?? 0,
    need: content.need,
    criteria: content.criteria,
    options: ranked.map(({ option, points, cost }) => ({
      ...option,
      points: showExact(points),
      wholeLifePence: cost.totalPence.toString(),
      presentValuePence: cost.presentPence.toString(),
      isChosen: option.id === content.chosenId,
    })),
    cheapest: cheapest?.name ?? null,
    chosenBecause: content.chosenBecause,
    publicInterest: content.publicInterest,
    turningWeights: turning.map(({ criterion, weight, leader, rival }) => ({
      criterion: criterion.code,
      weight: showExact(weight),
      leader: leader.name,
      rival: rival.name,
    })),
    missing: appraisal ? checkAppraisal(content).map(appraisalFaultSentence) : [],
    tests: testsOf(await listControlTests(db, purchaseId), today).map(({ test, decided }) => ({
      kind: test.kind,
      body: test.body,
      testedOn: test.testedOn,
      ...decided,
    })),
  }
}

/** Who asked a question is told to nobody, and whom a letter went to only by name. */
export const describeEngagement = async (db: Db, purchaseId: string) => {
  const { events, invitations, questions, notes } = await readEngagement(db, purchaseId)
  return {
    events,
    invited: invitations.map(({ id, eventId, supplierName, entryId, reply }) => ({
      id,
      eventId,
      supplierName,
      entryId,
      reply,
    })),
    questions: questions.map(({ askedBy: _asker, ...question }) => question),
    notes,
  }
}
