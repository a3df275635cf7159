import type { InfluenceRule } from '../rules/influence.ts'

/**
 * The rules the product begins with: a first sorting by what is usually so, to be changed by those who know the contracts.
 * They are the product's own, drawn from what councils describe as locked in (long contracts, frameworks, statutory payments).
 */
export const DEFAULT_INFLUENCE_RULES: readonly InfluenceRule[] = [
  {
    subject: 'kind',
    test: 'is',
    value: 'public',
    outcome: 'not',
    reason:
      'Paid to another public body: precepts, levies, shared services and taxes are not bought on a market.',
  },
  {
    subject: 'kind',
    test: 'is',
    value: 'individual',
    outcome: 'not',
    reason: 'Paid to individuals, such as allowances and direct payments: the person chooses, not the buyer.',
  },
  {
    subject: 'contract-ends-within',
    test: 'is',
    value: '24',
    outcome: 'influenceable',
    reason: 'The contract ends within 24 months: what follows it can be shaped now.',
  },
  {
    subject: 'contract-lasts-beyond',
    test: 'is',
    value: '24',
    outcome: 'not',
    reason: 'Locked in: the contract lasts for more than 24 months.',
  },
  {
    subject: 'framework',
    test: 'contains',
    value: '',
    outcome: 'unsure',
    reason: 'Called off from a framework agreement: local firms can be invited only if they are on it.',
  },
  ...[
    'Business rates',
    'Precept',
    'Levy',
    'Pension',
    'Housing benefit',
    'Direct payment',
    // Not all fostering: agencies sell placements on a market.
    'Foster carer',
    'Fostering allowance',
    'Adoption allowance',
  ].map(
    (value): InfluenceRule => ({
      subject: 'category',
      test: 'word',
      value,
      outcome: 'not',
      reason: 'Set by statute: the amount or the receiver is fixed by law, not by a buyer.',
    }),
  ),
  ...['Energy', 'Electric', 'Gas', 'Water', 'Insurance'].map(
    (value): InfluenceRule => ({
      subject: 'category',
      test: 'word',
      value,
      outcome: 'unsure',
      reason: 'Bought on national markets as a rule: little can change by choosing another supplier.',
    }),
  ),
  {
    subject: 'category',
    test: 'word',
    value: 'grant',
    outcome: 'influenceable',
    reason: 'Grants: the organisation chooses whom to give them to.',
  },
  {
    subject: 'kind',
    test: 'is',
    value: 'unknown',
    outcome: 'unsure',
    reason: 'Nobody has identified this payee yet.',
  },
  {
    subject: 'anything',
    test: 'is',
    value: '',
    outcome: 'influenceable',
    reason: 'Bought on a market, and no known contract, framework or law stands in the way.',
  },
]
