import type { Party } from './parties.ts'
import { passesText, type TextTest } from './text-tests.ts'

export const OUTCOMES = ['influenceable', 'not', 'unsure'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What a rule looks at. A contract is known where somebody has entered it. */
export const SUBJECTS = [
  'category',
  'department',
  'kind',
  'sector',
  'supplier',
  'contract-ends-within',
  'contract-lasts-beyond',
  'framework',
  'anything',
] as const
export type Subject = (typeof SUBJECTS)[number]

export type InfluenceRule = {
  readonly subject: Subject
  readonly test: TextTest
  /** A text; for a contract's end a number of months from the day of the answer; empty for any framework. */
  readonly value: string
  readonly outcome: Outcome
  readonly reason: string
}

export type KnownContract = {
  /** The supplier's name or key, or those of its group: then it holds for all companies of the group. */
  readonly supplier: string
  /** A category in the files' words; empty for all that the supplier is paid for. */
  readonly category: string
  readonly title: string
  /** The last day, `2027-03-31`; empty where it is not known. */
  readonly endsOn: string
  /** The framework agreement it was called off from; empty for none. */
  readonly framework: string
}

/** A line: what one supplier was paid for one category. */
export type InfluenceFacts = Party & {
  readonly supplier: string
  readonly supplierName: string
  readonly category: string | null
  readonly department: string | null
  readonly kind: string
  readonly sector: string | null
}

export type Influence = {
  readonly outcome: Outcome
  readonly reason: string
  /** The number of the rule that decided, from 1; null where none fits. */
  readonly rule: number | null
  readonly contract: KnownContract | null
}

export const NO_RULE: Influence = {
  outcome: 'unsure',
  reason: 'No rule says anything about this.',
  rule: null,
  contract: null,
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

const names = (contract: KnownContract, key: string, name: string): boolean =>
  sameName(contract.supplier, name) || contract.supplier === key

/**
 * The contract that a line is paid under, as far as is known: the one for its category before one for all, and of these the
 * company's own before one with its group. A contract with one company says nothing of its sisters.
 */
export const contractOf = (
  contracts: readonly KnownContract[],
  line: InfluenceFacts,
): KnownContract | null => {
  const own = [
    ...contracts.filter((contract) => names(contract, line.supplier, line.supplierName)),
    ...contracts.filter((contract) => names(contract, line.party, line.partyName)),
  ]
  return (
    own.find((contract) => contract.category !== '' && sameName(contract.category, line.category ?? '')) ??
    own.find((contract) => contract.category === '') ??
    null
  )
}

/** The day so many months after another; the last of a shorter month. */
const monthsAfter = (day: string, months: number): string => {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-${day.slice(8, 10)}`
}

const fits = (
  rule: InfluenceRule,
  line: InfluenceFacts,
  contract: KnownContract | null,
  today: string,
): boolean => {
  switch (rule.subject) {
    case 'anything':
      return true
    case 'framework':
      return (
        contract !== null &&
        contract.framework !== '' &&
        passesText(contract.framework, rule.test, rule.value)
      )
    case 'contract-ends-within':
      return (
        contract !== null &&
        contract.endsOn >= today &&
        contract.endsOn <= monthsAfter(today, Number(rule.value))
      )
    case 'contract-lasts-beyond':
      return contract !== null && contract.endsOn > monthsAfter(today, Number(rule.value))
    case 'supplier':
      // A rule that names a group holds for each of its companies.
      return [line.supplierName, line.partyName].some((name) => passesText(name, rule.test, rule.value))
    case 'kind':
      return line.kind === rule.value
    case 'category':
    case 'department':
    case 'sector':
      return line[rule.subject] !== null && passesText(line[rule.subject], rule.test, rule.value)
  }
}

/** The first rule that fits decides, with its reason. Without one the line is unsure, and stays in sight. */
export const decideInfluence = (
  rules: readonly InfluenceRule[],
  contracts: readonly KnownContract[],
  line: InfluenceFacts,
  today: string,
): Influence => {
  const contract = contractOf(contracts, line)
  const at = rules.findIndex((rule) => fits(rule, line, contract, today))
  const rule = rules[at]
  return rule
    ? { outcome: rule.outcome, reason: rule.reason, rule: at + 1, contract }
    : { ...NO_RULE, contract }
}
