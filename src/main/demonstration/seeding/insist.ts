import type { Decision } from '../../../kernel/decision.ts'

/** The value of a decision that the demonstration's own data cannot be refused; a refusal is a fault of ours. */
export const insist = <Value>(decision: Decision<Value>, what: string): Value => {
  if (decision.ok) return decision.value
  throw new Error(`The demonstration cannot be made: ${what} was refused (${decision.refusal}).`)
}
