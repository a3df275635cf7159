import type { Decision } from '../../kernel/decision.ts'

/** The value of a decision that must not be refused. */
export const must = <Value>(decision: Decision<Value>): Value => {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal} ${JSON.stringify(decision.facts ?? {})}`)
  return decision.value
}
