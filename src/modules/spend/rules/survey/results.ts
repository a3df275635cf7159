import { Decimal } from 'decimal.js'
import type { Answers, Invitee, Question } from '../../model/survey.ts'
import { readAnswerNumber, readAnswerShare } from './answers.ts'

/** Who stands behind a figure: how many answered and what they were paid, of all who were invited. */
export type Stand = {
  readonly answered: number
  readonly invited: number
  readonly pence: number
  readonly penceInvited: number
}

export type NumberResult = {
  readonly kind: 'number'
  readonly question: Question
  readonly stand: Stand
  /** What was reported; those who did not answer count as nothing, so it is the least there can be. */
  readonly total: Decimal
  /** If those who did not answer do as much for each pound as those who did. Null where nobody answered. */
  readonly weighted: Decimal | null
}

export type YesNoResult = {
  readonly kind: 'yes-no'
  readonly question: Question
  readonly stand: Stand
  readonly yes: number
  readonly yesPence: number
  /** Of those who answered, by number and by what they were paid; null where nobody did. */
  readonly share: number | null
  readonly weighted: number | null
  /** Of all invited: if none, or every one, of those who did not answer would say yes. */
  readonly least: number
  readonly most: number
}

export type ShareResult = {
  readonly kind: 'share'
  readonly question: Question
  readonly stand: Stand
  /** Per cent. */
  readonly mean: Decimal | null
  readonly weighted: Decimal | null
}

export type TextResult = {
  readonly kind: 'text'
  readonly question: Question
  readonly stand: Stand
  readonly texts: readonly { readonly name: string; readonly text: string }[]
}

export type QuestionResult = NumberResult | YesNoResult | ShareResult | TextResult

export type SurveyResults = {
  /** Suppliers who sent their answers, of all who were invited. */
  readonly response: Stand
  readonly questions: readonly QuestionResult[]
}

type Respondent = Pick<Invitee, 'name' | 'pence'> & { readonly answers: Answers }

const penceOf = (them: readonly { readonly pence: number }[]): number =>
  them.reduce((sum, one) => sum + one.pence, 0)

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

type Read<Value> = { readonly pence: number; readonly value: Value }
const readAll = <Value>(
  them: readonly Respondent[],
  id: string,
  read: (text: string) => Value | undefined,
): Read<Value>[] =>
  them.flatMap(({ pence, answers }) => {
    const value = read(answers[id] ?? '')
    return value === undefined ? [] : [{ pence, value }]
  })

const numberResult = (question: Question, them: readonly Respondent[], response: Stand): NumberResult => {
  const read = readAll(them, question.id, readAnswerNumber)
  const total = read.reduce((sum, { value }) => sum.plus(value), new Decimal(0))
  const pence = penceOf(read)
  return {
    kind: 'number',
    question,
    stand: { ...response, answered: read.length, pence },
    total,
    weighted: pence > 0 ? total.times(response.penceInvited).div(pence) : null,
  }
}

const yesNoResult = (question: Question, them: readonly Respondent[], response: Stand): YesNoResult => {
  const read = readAll(them, question.id, (text) => (text === 'yes' || text === 'no' ? text : undefined))
  const yes = read.filter(({ value }) => value === 'yes')
  const silent = response.invited - read.length
  return {
    kind: 'yes-no',
    question,
    stand: { ...response, answered: read.length, pence: penceOf(read) },
    yes: yes.length,
    yesPence: penceOf(yes),
    share: ratio(yes.length, read.length),
    weighted: ratio(penceOf(yes), penceOf(read)),
    least: ratio(yes.length, response.invited) ?? 0,
    most: ratio(yes.length + silent, response.invited) ?? 0,
  }
}

const shareResult = (question: Question, them: readonly Respondent[], response: Stand): ShareResult => {
  const read = readAll(them, question.id, readAnswerShare)
  const pence = penceOf(read)
  const sum = read.reduce((all, { value }) => all.plus(value), new Decimal(0))
  const weighted = read.reduce((all, one) => all.plus(one.value.times(one.pence)), new Decimal(0))
  return {
    kind: 'share',
    question,
    stand: { ...response, answered: read.length, pence },
    mean: read.length > 0 ? sum.div(read.length) : null,
    weighted: pence > 0 ? weighted.div(pence) : null,
  }
}

const textResult = (question: Question, them: readonly Respondent[], response: Stand): TextResult => {
  const said = them.filter(({ answers }) => (answers[question.id] ?? '').trim() !== '')
  return {
    kind: 'text',
    question,
    stand: { ...response, answered: said.length, pence: penceOf(said) },
    texts: said.map(({ name, answers }) => ({ name, text: answers[question.id] ?? '' })),
  }
}

const RESULT_OF = {
  number: numberResult,
  'yes-no': yesNoResult,
  share: shareResult,
  text: textResult,
} as const

/**
 * What suppliers said. Shares are of those who answered; each figure says whom it stands for, and what is said of all
 * who were invited is a range. Answers that were saved and never sent are not counted.
 */
export const surveyResults = (
  questions: readonly Question[],
  invitees: readonly Invitee[],
): SurveyResults => {
  const them = invitees.filter(({ sentAt }) => sentAt !== null)
  const response: Stand = {
    answered: them.length,
    invited: invitees.length,
    pence: penceOf(them),
    penceInvited: penceOf(invitees),
  }
  return {
    response,
    questions: questions.map((question) => RESULT_OF[question.kind](question, them, response)),
  }
}
