import type { Decision } from '../../../kernel/decision.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { refusalSentence } from '../messages.ts'
import type { Evaluation, EvaluationRefusal } from '../model.ts'
import { getEvaluation } from '../store/evaluations.ts'
import type { EvaluationTables } from '../tables.ts'
import { evaluationPath } from './paths.ts'

export type Db = Reader<EvaluationTables>
export type Show = (request: PageRequest, errors: readonly FieldError[]) => Promise<Answer>

/** Reads one evaluation and what a page shows of it, in one snapshot. */
export const readIn = <Value>(
  request: PageRequest,
  work: (db: Db, evaluation: Evaluation) => Promise<Value>,
): Promise<Value> =>
  inReading(request.ctx, async (db: Db) => work(db, await getEvaluation(db, idOf(request, 'evaluationId'))))

export const isLead = (request: PageRequest, evaluation: Evaluation): boolean =>
  evaluation.leadId === request.visitor.personId

export const backTo = (evaluation: Evaluation) => ({
  href: evaluationPath(evaluation.id),
  text: evaluation.title,
})

/** After an action: on to the page it leads to, or the same page again with the sentence of the refusal. */
export const settle = async (
  request: PageRequest,
  outcome: Decision<unknown, EvaluationRefusal>,
  show: Show,
  to: string,
  field = '',
): Promise<Answer> =>
  outcome.ok
    ? redirect(evaluationPath(idOf(request, 'evaluationId'), to))
    : show(request, [{ field, message: refusalSentence(outcome) }])

const DONE: Readonly<Record<string, string>> = {
  named: 'The panel was changed.',
  declared: 'Your declaration is kept.',
  begun: 'Scoring has begun. Evaluators find what they have to read on their desk.',
  noted: 'It is noted.',
  saved: 'Your score is kept. Nobody else sees it before all are in.',
  'handed-in': 'Your scores are handed in. They stay as they are.',
  agreed: 'The agreed score is kept.',
  'put-up': 'The result is up for approval.',
  seen: 'It is noted that you have looked at the tests.',
  judged: 'Your decision is kept.',
  announced: 'Bidders are told, and the standstill runs.',
  finished: 'The award is final.',
  cancelled: 'The evaluation is cancelled.',
  limits: 'The limits are kept.',
}

/** What a page says at its top after something was done. */
export const noticeOf = ({ query }: PageRequest, errors: readonly FieldError[]) => {
  const text = errors.length === 0 ? DONE[query.done ?? ''] : undefined
  return text ? ({ kind: 'success', text } as const) : undefined
}
