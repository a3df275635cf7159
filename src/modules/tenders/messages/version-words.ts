import { benchmarkWords, METHOD_WORDS } from '#procurement'
import { formatPounds } from '../../../platform/views/formatters.ts'
import type { TenderQuestion } from '../model.ts'
import type { Wording } from '../rules/compare-versions.ts'
import { KIND_NAMES } from './words.ts'

const sentences = (parts: readonly string[]): string => parts.filter(Boolean).join('. ')

const aboutQuestion = ({
  kind,
  wordLimit,
  isRequired,
  isCondition,
  lots,
  criterion,
}: TenderQuestion): string =>
  [
    KIND_NAMES[kind].toLowerCase(),
    wordLimit === null ? '' : `up to ${wordLimit} words`,
    isRequired ? '' : 'may be left out',
    isCondition ? 'passed or failed' : '',
    lots.length === 0 ? '' : `for lot ${lots.join(', ')}`,
    criterion === null ? '' : `scored under ${criterion}`,
  ]
    .filter(Boolean)
    .join(', ')

/** How lots, questions and criteria read where two versions are compared. */
export const VERSION_WORDS: Wording = {
  lot: ({ name, description, valuePence }) =>
    sentences([
      name,
      description,
      valuePence === null ? '' : `About ${formatPounds(valuePence)} without VAT`,
    ]),
  question: (question) => `${question.text} (${aboutQuestion(question)})`,
  criterion: ({ kind, weight, method, benchmark, question, wordLimit }) =>
    sentences([
      `${weight} points of 100`,
      METHOD_WORDS[method],
      benchmark === null ? '' : `The figure is ${benchmarkWords(kind, benchmark)}`,
      question,
      wordLimit === null ? '' : `Up to ${wordLimit} words`,
    ]),
}
