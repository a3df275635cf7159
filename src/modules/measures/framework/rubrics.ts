import type { Rubric, RubricLevel } from '../model.ts'

const level = (score: number, name: string, described: string, evidence: string | null): RubricLevel => ({
  score,
  name,
  described,
  evidence,
})

/** Scales of words for what has no number. Each level says what it takes; two people reading the same text should meet. */
export const RUBRICS: readonly Rubric[] = [
  {
    code: 'story-of-change',
    name: 'A change told by those it concerns',
    levels: [
      level(0, 'nothing told', 'No account, or one that could be about anybody.', null),
      level(
        1,
        'told by the supplier',
        'Says what was done, not what changed for anyone.',
        'a text of the supplier',
      ),
      level(
        2,
        'a change is named',
        'Says who was to gain and names one change, without anyone who confirms it.',
        'a text with dates and places',
      ),
      level(
        3,
        'confirmed',
        'At least one person or group it concerns confirms the change in their own words.',
        'their words, given freely and without names that need not be there',
      ),
      level(
        4,
        'weighed',
        'Several voices, among them one that saw less change or none; says what others contributed.',
        'several accounts, and how they were chosen',
      ),
      level(
        5,
        'acted on',
        'As before, and what was heard has altered how the work is done.',
        'several accounts, and the alteration in writing',
      ),
    ],
  },
  {
    code: 'standing-practice',
    name: 'What an organisation is and already does',
    levels: [
      level(0, 'nothing shown', 'No practice is described.', null),
      level(1, 'an intention', 'A policy exists; nobody can say what it led to.', 'the policy'),
      level(
        2,
        'in part',
        'The practice reaches some of those who work on the contract.',
        'the policy and one example',
      ),
      level(
        3,
        'in place',
        'The practice is how the organisation works and covers the contract.',
        'records of the past year',
      ),
      level(
        4,
        'in the constitution',
        'It is bound to the practice by its rules, ownership or an accreditation.',
        'the rules or the certificate, and records of the past year',
      ),
      level(
        5,
        'and passed on',
        'As before, and it helps suppliers or neighbours to do the same.',
        'as before, and a partner that confirms',
      ),
    ],
  },
  {
    code: 'method-statement',
    name: 'How a promise will be kept',
    levels: [
      level(0, 'no answer', 'Nothing that answers the question.', null),
      level(1, 'poor', 'Answers in part; most of what was asked is missing.', 'the text of the bid'),
      level(
        2,
        'weak',
        'Answers the question with gaps in who, when or how it is checked.',
        'the text of the bid',
      ),
      level(
        3,
        'meets it',
        'Says what, how much, by when, who answers for it and how it will be shown.',
        'the text of the bid with a dated plan',
      ),
      level(
        4,
        'good',
        'As before, fits this place and contract, and shows that the like was done elsewhere.',
        'the plan and a past result that can be checked',
      ),
      level(
        5,
        'outstanding',
        'As before, made with those it is for, with what happens when it falls behind.',
        'the plan, the past result, and who helped to make it',
      ),
    ],
  },
]
