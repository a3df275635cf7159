import type { AskLine } from '#procurement'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { BID_LIMITS, type DraftAnswer, type DraftAnswers, type Offer } from '../model.ts'
import type { QuestionState } from '../rules/answers.ts'

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
