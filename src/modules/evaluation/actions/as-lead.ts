import { type Who, whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Evaluation, EvaluationRefusal, Stage } from '../model.ts'
import { lockEvaluation } from '../store/evaluations.ts'
import type { EvaluationTables } from '../tables.ts'

export type Tx = Writer<EvaluationTables>
export type Outcome<Value = true> = Decision<Value, EvaluationRefusal>
export const done: Outcome = accept(true)

export type Step = {
  readonly tx: Tx
  readonly evaluation: Evaluation
  readonly who: Who
  readonly of: { readonly authority_id: string; readonly evaluation_id: string }
}

/** One step of an evaluation by anybody, in one transaction, with the evaluation locked. */
export const inEvaluation = <Value>(
  ctx: Context,
  id: string,
  stages: readonly Stage[],
  work: (step: Step) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> =>
  inTransaction<EvaluationTables, Outcome<Value>>(ctx, async (tx) => {
    const evaluation = await lockEvaluation(tx, id)
    if (!stages.includes(evaluation.stage)) return refuse('not-in-this-stage')
    const who = await whoActs(tx, ctx)
    return work({ tx, evaluation, who, of: { authority_id: who.authorityId, evaluation_id: id } })
  })

/** One step that only the lead of the evaluation takes. */
export const asLead = <Value>(
  ctx: Context,
  id: string,
  stages: readonly Stage[],
  work: (step: Step) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> =>
  inEvaluation(ctx, id, stages, async (step) =>
    step.who.personId === step.evaluation.leadId ? work(step) : refuse('not-the-lead'),
  )

class Undone extends Error {
  // Tells the transaction that the connection is sound.
  readonly code = 'refused'
  readonly outcome: Outcome
  constructor(outcome: Outcome) {
    super('refused half way')
    this.outcome = outcome
  }
}

/** For several changes in one transaction: a refusal half way takes back those before it. */
export const undoIfRefused = async (
  work: (refused: (outcome: Outcome) => never) => Promise<Outcome>,
): Promise<Outcome> => {
  try {
    return await work((outcome) => {
      throw new Undone(outcome)
    })
  } catch (error) {
    if (error instanceof Undone) return error.outcome
    throw error
  }
}
