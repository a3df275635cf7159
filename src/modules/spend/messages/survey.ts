import type { AnswerRefusal, QuestionKind, SurveyRefusal, SurveyState } from '../model/survey.ts'
import type { AnswerFault } from '../rules/survey/answers.ts'

const REFUSALS: Readonly<Record<SurveyRefusal | AnswerRefusal, string>> = {
  'not-a-draft': 'Questions can be changed until the survey is sent. This one is out already.',
  'not-open': 'This survey is not open.',
  'no-question': 'Leave at least one question.',
  'nobody-to-invite': 'There is nobody to write to: give at least one supplier an address.',
  'closes-too-soon': 'Choose a last day after today.',
  'link-unknown': 'This link does not work. Use the whole address from the letter.',
  'survey-closed': 'This survey is closed. Your answers were not changed.',
}
export const surveyRefusal = (refusal: SurveyRefusal | AnswerRefusal): string => REFUSALS[refusal]

const FAULTS: Readonly<Record<AnswerFault, string>> = {
  number: 'Enter a number, like 12 or 1,250.5, or leave it empty',
  share: 'Enter a share from 0 to 100, or leave it empty',
  'yes-no': 'Choose yes or no, or leave it empty',
}
export const answerFaultText = (fault: AnswerFault): string => FAULTS[fault]

export const SURVEY_STATE: Readonly<
  Record<SurveyState, { readonly text: string; readonly classes: string }>
> = {
  draft: { text: 'Draft', classes: 'govuk-tag--grey' },
  open: { text: 'Open', classes: 'govuk-tag--green' },
  closed: { text: 'Closed', classes: 'govuk-tag--blue' },
}

export const QUESTION_KIND_TEXT: Readonly<Record<QuestionKind, string>> = {
  number: 'A number',
  'yes-no': 'Yes or no',
  share: 'A share in per cent',
  text: 'Words',
}
