import { isObject, type JsonObject, objectsIn } from '../../model/json.ts'
import type { CommitmentFacts, ContractFacts, PaymentFacts, ProcessFacts } from '../../model/process-facts.ts'

const gonePayments = (before: JsonObject, now: ContractFacts): PaymentFacts[] => {
  const held = new Set((now.payments ?? []).map(({ id }) => id))
  const implementation = isObject(before.implementation) ? before.implementation : {}
  return objectsIn(implementation.transactions).flatMap(({ id, date }) =>
    held.has(String(id))
      ? []
      : [{ id: String(id), paidOn: String(date).slice(0, 10), amount: { netPence: 0 } }],
  )
}

const goneCommitments = (before: JsonObject, now: ContractFacts): CommitmentFacts[] => {
  const held = new Set((now.commitments ?? []).map(({ id }) => id))
  return objectsIn(before.socialValueCommitments).flatMap(({ id, title }) =>
    held.has(String(id)) ? [] : [{ id: String(id), title: String(title), status: 'replaced' as const }],
  )
}

/**
 * Listed things never vanish from open data. A month whose payments were taken back (an import undone) is said to be
 * nothing; a commitment that is no more is said to be replaced.
 */
export const carryOver = (facts: ProcessFacts, before: JsonObject | null): ProcessFacts => {
  if (before === null || !facts.contracts) return facts
  const earlier = new Map(objectsIn(before.contracts).map((contract) => [String(contract.id), contract]))
  return {
    ...facts,
    contracts: facts.contracts.map((contract) => {
      const old = earlier.get(contract.id)
      return old
        ? {
            ...contract,
            payments: [...gonePayments(old, contract), ...(contract.payments ?? [])],
            commitments: [...goneCommitments(old, contract), ...(contract.commitments ?? [])],
          }
        : contract
    }),
  }
}
