import { createOrganisation } from '#identity'
import { installShippedFrameworks } from '#measures'
import { newId } from '../../platform/ids.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import type { AskContent, AskLine, AwardCriterion } from './model/ask.ts'
import { EMPTY_ASK } from './model/ask.ts'

export const anAskLine = (facts: Partial<AskLine> = {}): AskLine => ({
  framework: 'open',
  measure: 'work-local-jobs',
  outcome: 'work-jobs',
  outcomeName: 'More people in work',
  name: 'Jobs for people who were out of work',
  counts: 'People hired for this contract who had no job before.',
  unit: 'person',
  askedAs: 'number',
  priorities: [],
  minimum: null,
  existing: 'in-full',
  indexation: 'fixed',
  reason: '',
  ...facts,
})

export const anAwardCriterion = (facts: Partial<AwardCriterion> = {}): AwardCriterion => ({
  name: 'Quality',
  kind: 'quality',
  weight: '40',
  method: 'scale',
  benchmark: null,
  question: 'How will you do the work?',
  wordLimit: 500,
  ...facts,
})

/** Price 40, quality 40, social value 10 in numbers and 10 in words. */
export const someCriteria: readonly AwardCriterion[] = [
  anAwardCriterion({
    name: 'Price',
    kind: 'price',
    method: 'fixed-benchmark',
    benchmark: '400000',
    question: '',
  }),
  anAwardCriterion(),
  anAwardCriterion({
    name: 'Offer',
    kind: 'social-value-quantitative',
    weight: '10',
    method: 'bands',
    benchmark: '100',
  }),
  anAwardCriterion({ name: 'How', kind: 'social-value-qualitative', weight: '10' }),
]

/** An ask that nothing is missing from. */
export const anAskContent = (facts: Partial<AskContent> = {}): AskContent => ({
  ...EMPTY_ASK,
  introduction: 'We want parks that people like to use.',
  lines: [anAskLine()],
  criteria: someCriteria,
  lotsReason: 'One crew does all of it.',
  ...facts,
})

/** A council that plans purchases, with the shipped frameworks in the library. */
export const aPlanningCouncil = async (db: TestDatabase) => {
  await installShippedFrameworks(db.services)
  const operator = db.context({ kind: 'command' }, null)
  const name = `Council ${newId().slice(-12)}`
  const made = await createOrganisation(operator, {
    name,
    kind: 'council',
    isAuthority: true,
    homePlaceId: null,
  })
  if (!made.ok) throw new Error(`refused: ${made.refusal}`)
  return made.value
}
