import type { AskLine } from '#procurement'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { BID_LIMITS, type DraftAnswer, type DraftAnswers, type Offer } from '../model.ts'
import type { QuestionState } from '../rules/answers.ts'
import type { Seen } from '../rules/saving.ts'

const has = (form: PageRequest['form'], field: string): boolean => form[field] !== undefined
const text = (form: PageRequest['form'], field: string): string =>
  typed(form, field).replaceAll('\0', '').slice(0, BID_LIMITS.text)

/** The field of the quantity, or of the words, for a line of the ask. */
export const offerField = (code: string, at: number, part: 'quantity' | 'words'): string =>
  `${code}-${at}-${part}`

const offersOf = (form: PageRequest['form'], code: string, lines: readonly AskLine[]): Offer[] =>
  lines.map(({ framework, measure }, at) => ({
    framework,
    measure,
    quantity: text(form, offerField(code, at, 'quantity')).trim(),
    inWords: text(form, offerField(code, at, 'words')),
  }))

const answerOf = (
  form: PageRequest['form'],
  { question: { code, kind } }: QuestionState,
  lines: readonly AskLine[],
): DraftAnswer | undefined => {
  if (kind === 'offers')
    return has(form, offerField(code, 0, 'quantity')) ? { offers: offersOf(form, code, lines) } : undefined
  if (kind === 'file' || !has(form, code)) return undefined
  const value = text(form, code)
  if (kind === 'words') return { words: value }
  if (kind === 'number') return { number: value.trim() }
  if (kind === 'price') return { pounds: value.trim() }
  return value === 'yes' || value === 'no' ? { yes: value === 'yes' } : undefined
}

/** The answers that a form holds. A question that is not in it keeps what it had. */
export const typedAnswers = (
  form: PageRequest['form'],
  states: readonly QuestionState[],
  lines: readonly AskLine[],
): DraftAnswers =>
  Object.fromEntries(
    states.flatMap((state) => {
      const answer = answerOf(form, state, lines)
      return answer ? [[state.question.code, answer]] : []
    }),
  )

/** Hidden fields: the page that is filled in, and what an answer was when the page was made. */
export const FORM_FIELD = 'form'
export const seenField = (code: string): string => `seen-${code}`
/** The colleague's answer that is shown, and which of the two stands. */
export const theirsField = (code: string): string => `theirs-${code}`
export const choiceField = (code: string): string => `stands-${code}`

const choiceOf = (form: PageRequest['form'], code: string): string => typed(form, choiceField(code))

/**
 * The answers without those that were given up for a colleague's. While the page only saves by itself nothing is given up: whoever
 * goes on typing has not pressed Save.
 */
export const withoutGivenUp = (form: PageRequest['form'], given: DraftAnswers): DraftAnswers =>
  typed(form, 'after') === 'stay'
    ? given
    : Object.fromEntries(Object.entries(given).filter(([code]) => choiceOf(form, code) !== 'theirs'))

/** What whoever fills in the page had before them. */
export const seenOf = (form: PageRequest['form'], codes: readonly string[]): Seen => {
  const read = (fieldOf: (code: string) => string, of: readonly string[]) =>
    Object.fromEntries(
      of.flatMap((code) => (has(form, fieldOf(code)) ? [[code, typed(form, fieldOf(code))] as const] : [])),
    )
  return {
    ...(has(form, FORM_FIELD) ? { form: typed(form, FORM_FIELD).slice(0, 40) } : {}),
    marks: read(seenField, codes),
    chosen: read(
      theirsField,
      codes.filter((code) => choiceOf(form, code) === 'mine'),
    ),
  }
}
