import { Decimal } from 'decimal.js'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Answers, Question, Survey } from '../../model/survey.ts'

export type AnswerFault = 'number' | 'share' | 'yes-no'

const NUMBER = /^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.\d{1,2})?$/

/** A number as people type it, `1,234.5`; undefined for anything else. Nothing is below nought here. */
export const readAnswerNumber = (text: string): Decimal | undefined => {
  const bare = text.trim()
  return NUMBER.test(bare) ? new Decimal(bare.replaceAll(',', '')) : undefined
}

/** `35` or `35%`, up to 100. */
export const readAnswerShare = (text: string): Decimal | undefined => {
  const share = readAnswerNumber(text.trim().replace(/\s?%$/, ''))
  return share?.lte(100) ? share : undefined
}

/** What is wrong with an answer; null where nothing is. An answer may be left out: nobody is made to invent one. */
export const answerFault = (question: Question, text: string): AnswerFault | null => {
  if (text.trim() === '') return null
  switch (question.kind) {
    case 'number':
      return readAnswerNumber(text) ? null : 'number'
    case 'share':
      return readAnswerShare(text) ? null : 'share'
    case 'yes-no':
      return text === 'yes' || text === 'no' ? null : 'yes-no'
    case 'text':
      return null
  }
}

/** Only answers to questions of this survey, at most so long. */
export const keptAnswers = (questions: readonly Question[], typed: Answers, longest: number): Answers =>
  Object.fromEntries(
    questions
      .map(({ id }) => [id, (typed[id] ?? '').replaceAll('\0', '').slice(0, longest)] as const)
      .filter(([, text]) => text.trim() !== ''),
  )

/** Suppliers can answer from the opening to the end of the last day. */
export const isOpen = (survey: Pick<Survey, 'state' | 'closesOn'>, today: PlainDate): boolean =>
  survey.state === 'open' && today <= survey.closesOn
