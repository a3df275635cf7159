import type { AppraisalRefusal } from '../model/appraisal.ts'
import type { AppraisalFault } from '../rules/appraisal/check-appraisal.ts'
import type { TestOutcome } from '../rules/appraisal/control-test.ts'

type Facts = AppraisalFault['facts']

const FAULTS: Readonly<Record<AppraisalFault['code'], (facts: Facts) => string>> = {
  'too-few-options': () => 'There are fewer than two options. A choice needs something to choose from.',
  'weights-do-not-add-up': ({ total }) => `The weights of the criteria add up to ${total}, not to 100.`,
  'weight-unreadable': ({ name }) => `The weight of “${name}” is not a number of 0 or more.`,
  'score-missing': ({ name, criterion }) => `${name} has no score for “${criterion}”.`,
  'evidence-missing': ({ name, criterion }) =>
    `${name}: the score for “${criterion}” says nothing of its evidence.`,
  'costs-missing': ({ name }) => `${name} says nothing of what it costs in each year.`,
  'costs-differ-in-years': () => 'Options are costed over different numbers of years; give each the same.',
  'parts-missing': ({ name }) =>
    `${name} is a hybrid: say of at least two parts who administers and who delivers.`,
  'flags-not-explained': ({ name }) => `${name} moves staff or may be a subsidy: say what was found out.`,
  'nothing-chosen': () => 'No option is chosen.',
  'reason-missing': () => 'Nothing says why the option was chosen.',
}
export const appraisalFaultSentence = ({ code, facts }: AppraisalFault): string => FAULTS[code](facts)

export const APPRAISAL_REFUSALS: Readonly<Record<AppraisalRefusal, string>> = {
  'appraisal-published': 'It is published already.',
  'appraisal-changed-meanwhile':
    'Somebody else has changed the comparison since you read it. Nothing was saved: load it again to see theirs, then bring yours in.',
  'appraisal-has-faults': 'The comparison is not complete. Put right what the list says, then try again.',
  'too-many-options': 'That is one option too many: at most eight are compared.',
}

export const OUTCOME_WORDS: Readonly<Record<TestOutcome['outcome'], string>> = {
  met: 'Every test is met',
  'not-met': 'Not met: the contract has to be procured',
  'not-shown': 'Not shown yet',
}

export const CONFIDENCE_WORDS = {
  low: 'low confidence',
  medium: 'some confidence',
  high: 'high confidence',
} as const
