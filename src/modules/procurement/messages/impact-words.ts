import type { Dimension, ImpactAnswer, ImpactRefusal } from '../model/impact.ts'

export const DIMENSION_NAMES: Readonly<Record<Dimension, string>> = {
  social: 'Social',
  economic: 'Economic',
  environmental: 'Environmental',
}
export const DIRECTION_NAMES = { positive: 'Good', negative: 'Bad' } as const
export const ANSWER_NAMES: Readonly<Record<ImpactAnswer, string>> = {
  subject: 'Buy something else, or otherwise (the subject)',
  specification: 'Ask for it in the specification',
  questions: 'Ask bidders about it (the questions)',
  accepted: 'Accept it',
}
export const LIKELIHOOD_NAMES = ['', 'Unlikely', 'Possible', 'Likely', 'Almost certain'] as const
export const SCALE_NAMES = [
  '',
  'A few people, a little',
  'Some people, or for some time',
  'Many people, or much',
  'Very many people, or very much',
] as const

export const IMPACT_SENTENCES: Readonly<Record<ImpactRefusal, string>> = {
  'impact-without-effect': 'Enter what will change for whom, in at most 1,000 characters',
  'impact-grade-unknown': 'Choose how likely it is and how large',
  'impact-answer-without-reason':
    'Enter what you will change, or why you accept it, in at least ten characters',
  'impact-of-published': 'It has been published, so its assessment is closed',
  'impact-none-without-reason': 'Enter why no such effect is expected, in at least ten characters',
  'impact-none-but-some': 'An effect of this kind is written down, so it cannot be “none expected”',
}
export const IMPACT_FIELD: Readonly<Record<ImpactRefusal, string>> = {
  'impact-without-effect': 'effect',
  'impact-grade-unknown': 'likelihood',
  'impact-answer-without-reason': 'answerReason',
  'impact-of-published': 'effect',
  'impact-none-without-reason': 'reason',
  'impact-none-but-some': 'reason',
}
