import { z } from 'zod'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { announceAward, cancelEvaluation, finishAward } from '../actions/award.ts'
import { decideOnExclusion, recordFindings } from '../actions/checks.ts'
import { agreeScores, settleLowPrice } from '../actions/moderation.ts'
import { beginScoring, declareInterests, namePanellist, removePanellist } from '../actions/panel.ts'
import { approveResult, noteRobustnessSeen, putUpForApproval } from '../actions/result.ts'
import { beginModeration, giveScores, handIn } from '../actions/scores.ts'
import { idIn, nothing, step, text, uuid } from './step.ts'

const MANAGE = 'evaluation.manage'
const SCORE = 'evaluation.score'
const APPROVE = 'evaluation.approve'

/** One address for each step of an evaluation, over the same actions as the pages. */
export const steps: readonly ApiRoute[] = [
  step({
    path: 'panel',
    access: MANAGE,
    audit: 'PANELLIST_NAMED',
    summary: 'Name somebody for criteria that people judge',
    body: z.object({ personId: uuid, criteria: z.array(text).max(100) }),
    run: ({ ctx, ...rest }, { personId, criteria }) => namePanellist(ctx, idIn(rest), personId, criteria),
  }),
  step({
    path: 'panel/remove',
    access: MANAGE,
    audit: 'PANELLIST_REMOVED',
    summary: 'Take somebody off the panel, with a reason',
    body: z.object({ personId: uuid, because: text }),
    run: ({ ctx, ...rest }, { personId, because }) => removePanellist(ctx, idIn(rest), personId, because),
  }),
  step({
    path: 'interests',
    access: SCORE,
    audit: 'INTERESTS_DECLARED',
    summary: 'Declare, for every bidder, whether you have an interest',
    body: z.object({
      declarations: z
        .array(z.object({ supplierId: uuid, hasInterest: z.boolean(), detail: text.default('') }))
        .max(2000),
    }),
    run: ({ ctx, ...rest }, { declarations }) => declareInterests(ctx, idIn(rest), declarations),
  }),
  step({
    path: 'checks',
    access: MANAGE,
    audit: 'BID_CHECKED',
    summary: 'Note what was found of conditions and answers: all of it or nothing',
    body: z.object({
      findings: z
        .array(
          z.object({
            bidId: uuid,
            question: text.nullable(),
            kind: z.enum(['met', 'failed', 'asked', 'answered', 'exclusion-proposed']),
            words: text.default(''),
          }),
        )
        .max(2000),
    }),
    run: ({ ctx, ...rest }, { findings }) => recordFindings(ctx, idIn(rest), findings),
  }),
  step({
    path: 'bids/:bidId/exclusion',
    access: APPROVE,
    audit: 'EXCLUSION_DECIDED',
    summary: 'Decide, as a second person, on an exclusion that was proposed',
    body: z.object({ isApproved: z.boolean(), note: text.default('') }),
    run: ({ ctx, ...rest }, { isApproved, note }) =>
      decideOnExclusion(ctx, idIn(rest), idIn(rest, 'bidId'), isApproved, note),
  }),
  step({
    path: 'begin',
    access: MANAGE,
    audit: 'SCORING_BEGUN',
    summary: 'Begin scoring',
    body: nothing,
    run: ({ ctx, ...rest }) => beginScoring(ctx, idIn(rest)),
  }),
  step({
    path: 'scores',
    access: SCORE,
    audit: 'SCORES_GIVEN',
    summary: 'Keep your own scores with their reasons: all of them or none',
    body: z.object({
      scores: z.array(z.object({ bidId: uuid, criterion: text, score: z.number(), reason: text })).max(2000),
    }),
    run: ({ ctx, ...rest }, { scores }) => giveScores(ctx, idIn(rest), scores),
  }),
  step({
    path: 'hand-in',
    access: SCORE,
    audit: 'SCORES_HANDED_IN',
    summary: 'Hand your scores in, for good',
    body: nothing,
    run: ({ ctx, ...rest }) => handIn(ctx, idIn(rest)),
  }),
  step({
    path: 'moderate',
    access: MANAGE,
    audit: 'MODERATION_BEGUN',
    summary: 'Begin moderation where whoever was missing has left the panel',
    body: nothing,
    run: ({ ctx, ...rest }) => beginModeration(ctx, idIn(rest)),
  }),
  step({
    path: 'agreed',
    access: MANAGE,
    audit: 'SCORE_AGREED',
    summary: 'Write down what the panel agreed: all of it or nothing. An average is refused',
    body: z.object({
      agreed: z
        .array(
          z.object({
            bidId: uuid,
            criterion: text,
            value: text,
            reason: text,
            movedBecause: text.default(''),
          }),
        )
        .max(2000),
    }),
    run: ({ ctx, ...rest }, { agreed }) => agreeScores(ctx, idIn(rest), agreed),
  }),
  step({
    path: 'low-prices/:bidId',
    access: MANAGE,
    audit: 'LOW_PRICE_SETTLED',
    summary: 'Settle a price that stands out as low: ask, answer, keep or disregard',
    body: z.object({ kind: z.enum(['ask', 'answer', 'keep', 'disregard']), words: text }),
    run: ({ ctx, ...rest }, given) => settleLowPrice(ctx, idIn(rest), idIn(rest, 'bidId'), given),
  }),
  step({
    path: 'put-up',
    access: MANAGE,
    audit: 'RESULT_PUT_UP',
    summary: 'Put the result up for approval',
    body: nothing,
    run: ({ ctx, ...rest }) => putUpForApproval(ctx, idIn(rest)),
  }),
  step({
    path: 'robustness-seen',
    access: APPROVE,
    audit: 'ROBUSTNESS_SEEN',
    summary: 'Say that you have looked at the tests of robustness',
    body: nothing,
    run: ({ ctx, ...rest }) => noteRobustnessSeen(ctx, idIn(rest)),
  }),
  step({
    path: 'approval',
    access: APPROVE,
    audit: 'RESULT_JUDGED',
    summary: 'Approve the result, or send it back with a note',
    body: z.object({ isApproved: z.boolean(), note: text.default('') }),
    run: ({ ctx, ...rest }, given) => approveResult(ctx, idIn(rest), given),
  }),
  step({
    path: 'announce',
    access: MANAGE,
    audit: 'AWARD_ANNOUNCED',
    summary: 'Tell bidders, and begin the standstill with the notice of a day',
    body: z.object({ noticeOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
    run: ({ ctx, ...rest }, { noticeOn }) => announceAward(ctx, idIn(rest), noticeOn),
  }),
  step({
    path: 'finish',
    access: MANAGE,
    audit: 'TENDER_AWARDED',
    summary: 'Make the award final after the standstill',
    body: nothing,
    run: ({ ctx, ...rest }) => finishAward(ctx, idIn(rest)),
  }),
  step({
    path: 'cancel',
    access: MANAGE,
    audit: 'EVALUATION_CANCELLED',
    summary: 'End without an award, with a reason',
    body: z.object({ because: text }),
    run: ({ ctx, ...rest }, { because }) => cancelEvaluation(ctx, idIn(rest), because),
  }),
]
