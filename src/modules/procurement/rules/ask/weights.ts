import { type Exact, exact, readDecimal, sum, ZERO } from '../../../../kernel/exact.ts'
import type { AwardCriterion, CriterionKind, DecimalText } from '../../model/ask.ts'

export const weightOf = ({ weight }: Pick<AwardCriterion, 'weight'>): Exact => readDecimal(weight) ?? ZERO

/** Points of a hundred that go to criteria of these kinds. */
export const weightOfKinds = (
  criteria: readonly Pick<AwardCriterion, 'kind' | 'weight'>[],
  kinds: readonly CriterionKind[],
): Exact => sum(criteria.filter(({ kind }) => kinds.includes(kind)).map(weightOf))

export const SOCIAL_VALUE_KINDS: readonly CriterionKind[] = [
  'social-value-quantitative',
  'social-value-qualitative',
]

/** Points of a hundred that go to social value, told in numbers and in words; null while there are no criteria. */
export const socialValueWeight = (criteria: readonly AwardCriterion[]): DecimalText | null =>
  criteria.length === 0 ? null : weightOfKinds(criteria, SOCIAL_VALUE_KINDS).toFixed()

/** Weights for trying an ask on simulated bids: what is told in words is judged like quality. */
export const weightsToTry = (criteria: readonly AwardCriterion[]) => ({
  price: weightOfKinds(criteria, ['price']),
  quality: weightOfKinds(criteria, ['quality', 'social-value-qualitative']),
  socialValue: weightOfKinds(criteria, ['social-value-quantitative']),
})

const poundsOf = (pence: number): string => exact(pence).div(100).toFixed()

/**
 * What an ask begins with: a fixed benchmark for price, an agreed scale for quality and for social value in words, and
 * half of the policy's weight for each of the two ways of telling social value.
 */
export const proposedCriteria = (valuePence: number, socialValue: Exact): AwardCriterion[] => {
  const half = socialValue.div(2)
  const rest = exact(100).minus(socialValue)
  const price = rest.div(2).floor()
  const shape = { benchmark: null, wordLimit: null, question: '' } as const
  return [
    {
      ...shape,
      name: 'Price',
      kind: 'price',
      weight: price.toFixed(),
      method: 'fixed-benchmark',
      benchmark: poundsOf(valuePence),
    },
    {
      ...shape,
      name: 'Quality',
      kind: 'quality',
      weight: rest.minus(price).toFixed(),
      method: 'scale',
      question: 'How will you do the work, and how will we both know that it is going well?',
      wordLimit: 1000,
    },
    {
      ...shape,
      name: 'Social value: what you offer',
      kind: 'social-value-quantitative',
      weight: half.toFixed(),
      method: 'bands',
      benchmark: '100',
      question: 'How much of each measure do you offer? Say what of it you do already.',
    },
    {
      ...shape,
      name: 'Social value: how you make it happen',
      kind: 'social-value-qualitative',
      weight: socialValue.minus(half).toFixed(),
      method: 'scale',
      question: 'How will you make it happen, who will do it, and what do you do already?',
      wordLimit: 500,
    },
  ]
}
