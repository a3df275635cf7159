import type { QuestionKind, TenderContent, TenderQuestion } from '#tenders'
import { readDecimal, toPence } from '../../../kernel/exact.ts'
import type { DraftAnswer, DraftAnswers, DraftFile, Offer } from '../model.ts'
import type { PackageHeader } from './package.ts'

/** The questions that are asked for a lot, in their order. */
export const questionsOf = (content: TenderContent, lot: string): readonly TenderQuestion[] =>
  content.questions.filter(({ lots }) => lots.length === 0 || lots.includes(lot))

/** Words as every reader counts them: what stands between spaces and has a letter or a digit. */
export const countWords = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

export type AnswerState =
  | 'answered'
  | 'empty'
  | 'over-limit'
  | 'not-a-number'
  | 'not-an-amount'
  | 'file-refused'

const stateOfWords = (words: string, limit: number | null): AnswerState => {
  if (words.trim() === '') return 'empty'
  return limit !== null && countWords(words) > limit ? 'over-limit' : 'answered'
}

const stateOfNumber = (
  typed: string,
  wrong: AnswerState,
  isRight: (value: string) => boolean,
): AnswerState => {
  if (typed.trim() === '') return 'empty'
  return isRight(typed) ? 'answered' : wrong
}

/** Pounds with at most two decimals, not below nothing. */
export const isAmount = (typed: string): boolean => {
  const value = readDecimal(typed)
  return value !== undefined && value.gte(0) && value.decimalPlaces() <= 2
}
export const isQuantity = (typed: string): boolean => readDecimal(typed)?.gte(0) === true

const stateOfOffers = (offers: readonly Offer[]): AnswerState => {
  const typed = offers.filter(({ quantity }) => quantity.trim() !== '')
  if (typed.some(({ quantity }) => !isQuantity(quantity))) return 'not-a-number'
  return typed.length === 0 ? 'empty' : 'answered'
}

const stateOfFiles = (files: readonly DraftFile[]): AnswerState => {
  if (files.some(({ refusedBecause }) => refusedBecause !== '')) return 'file-refused'
  return files.length === 0 ? 'empty' : 'answered'
}

type Given = { readonly answer: DraftAnswer; readonly files: readonly DraftFile[] }
const STATES: Readonly<Record<QuestionKind, (question: TenderQuestion, given: Given) => AnswerState>> = {
  words: ({ wordLimit }, { answer }) => stateOfWords(answer.words ?? '', wordLimit),
  number: (_, { answer }) => stateOfNumber(answer.number ?? '', 'not-a-number', isQuantity),
  price: (_, { answer }) => stateOfNumber(answer.pounds ?? '', 'not-an-amount', isAmount),
  'yes-no': (_, { answer }) => (answer.yes === undefined ? 'empty' : 'answered'),
  offers: (_, { answer }) => stateOfOffers(answer.offers ?? []),
  file: (_, { files }) => stateOfFiles(files),
}

export type QuestionState = {
  readonly question: TenderQuestion
  readonly answer: DraftAnswer
  readonly files: readonly DraftFile[]
  readonly state: AnswerState
  readonly words: number
}

/** Each question of a lot with what is answered so far. A file of one lot says nothing about another. */
export const statesOf = (
  content: TenderContent,
  lot: string,
  answers: DraftAnswers,
  files: readonly DraftFile[],
): readonly QuestionState[] =>
  questionsOf(content, lot).map((question) => {
    const given = {
      answer: answers[question.code] ?? {},
      files: files.filter((file) => file.question === question.code),
    }
    return {
      question,
      ...given,
      state: STATES[question.kind](question, given),
      words: countWords(given.answer.words ?? ''),
    }
  })

const isKept = ({ refusedBecause }: DraftFile): boolean => refusedBecause === ''

/** Whether nothing more is needed for an answer to go into a bid. A file that was not taken stops nothing that goes without it. */
export const isFine = ({ state, question, files }: QuestionState): boolean => {
  if (state === 'answered') return true
  return state === 'empty' || state === 'file-refused' ? !question.isRequired || files.some(isKept) : false
}

/** What stands in the way of submitting; nothing where it is ready. */
export const obstaclesOf = (states: readonly QuestionState[]): readonly QuestionState[] =>
  states.filter((state) => !isFine(state))

/** The files of these questions that go into the package: those that were taken. */
export const sealedFiles = (states: readonly QuestionState[]): readonly DraftFile[] =>
  states.flatMap(({ files }) => files.filter(isKept))

/** Files that were not taken, and so do not go with the bid. */
export const filesLeftOut = (states: readonly QuestionState[]): readonly DraftFile[] =>
  states.flatMap(({ files }) => files.filter((file) => !isKept(file)))

/** The answers as they go into the package: numbers exact, amounts in pence. For answers without obstacles. */
export const sealedAnswers = (states: readonly QuestionState[]): PackageHeader['answers'] =>
  states.map(({ question: { code, kind }, answer, state }) => {
    const given = state === 'answered'
    const number = kind === 'number' && given ? readDecimal(answer.number ?? '') : undefined
    const amount = kind === 'price' && given ? readDecimal(answer.pounds ?? '') : undefined
    const offers = (answer.offers ?? []).filter(({ quantity }) => quantity.trim() !== '')
    return {
      question: code,
      words: kind === 'words' && given ? (answer.words ?? null) : null,
      number: number?.toFixed() ?? null,
      yes: kind === 'yes-no' ? (answer.yes ?? null) : null,
      pence: amount ? Number(toPence(amount)) : null,
      offers:
        kind === 'offers' && given
          ? offers.map((offer) => ({ ...offer, quantity: readDecimal(offer.quantity)?.toFixed() ?? '0' }))
          : null,
    }
  })
