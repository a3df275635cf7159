import type { Measure } from '../../model.ts'
import { entry } from './entry.ts'

const STORY = {
  kind: 'qualitative',
  unit: 'score',
  howToCount: 'A score of 0 to 5 on the described scale, agreed by two people, with the reason.',
  deadweight: 'The account says what would have happened anyway.',
} as const

/** What counts although it has no number: kept beside the numbers, never given a price. */
export const TOLD_IN_WORDS: readonly Measure[] = [
  entry({
    ...STORY,
    code: 'words-lives',
    outcome: 'com-better-lives',
    name: 'What changed for people, in their own words',
    counts: 'Accounts by people the contract served, with what was good and what was not.',
    doesNotCount: 'Quotations chosen by the supplier alone.',
    rubric: 'story-of-change',
    evidence: ['accounts given freely; nobody has to be named'],
  }),
  entry({
    ...STORY,
    code: 'words-residents-decide',
    outcome: 'com-residents-decide',
    name: 'How residents had a say, and what came of it',
    counts: 'Decisions that residents took or altered.',
    doesNotCount: 'Being informed.',
    rubric: 'story-of-change',
    evidence: ['the record of what was decided and done'],
  }),
  entry({
    ...STORY,
    code: 'words-purpose',
    outcome: 'local-small-firms',
    name: 'What kind of organisation it is',
    counts:
      'Ownership, rules and habits that put people and place first: charities, co-operatives, family firms with a record.',
    doesNotCount: 'Promises for the future.',
    rubric: 'standing-practice',
    evidence: ['rules, accounts or certificates'],
  }),
  entry({
    ...STORY,
    code: 'words-good-employer',
    outcome: 'fair-security',
    name: 'What it is like to work there',
    counts: 'Training, flexible hours, health at work, how complaints are dealt with.',
    doesNotCount: 'What law asks for.',
    rubric: 'standing-practice',
    evidence: ['policies with figures of the past year', 'what staff say'],
  }),
  entry({
    ...STORY,
    code: 'words-environment',
    outcome: 'env-climate',
    name: 'How the organisation cuts its own footprint',
    counts: 'A plan with dates and what has been done of it.',
    doesNotCount: 'Offsets and labels bought.',
    rubric: 'standing-practice',
    evidence: ['the plan and the last report on it'],
  }),
  entry({
    ...STORY,
    code: 'words-method',
    outcome: 'inn-ideas',
    name: 'How the promise for this contract will be kept',
    counts: 'Who does what by when, how it is shown, and what happens when it falls behind.',
    doesNotCount: 'General descriptions of the firm.',
    rubric: 'method-statement',
    evidence: ['the plan'],
  }),
]
