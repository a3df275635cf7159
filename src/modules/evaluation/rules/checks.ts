import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { BidAnswer, EvaluationRefusal, Finding, Question } from '../model.ts'

const isAnswered = (answer: BidAnswer | undefined): boolean =>
  answer !== undefined &&
  ((answer.words ?? '').trim() !== '' ||
    answer.number !== null ||
    answer.yes !== null ||
    answer.pence !== null ||
    (answer.offers ?? []).length > 0 ||
    answer.files.length > 0)

export type CheckState = 'fine' | 'missing' | 'to-check' | 'met' | 'failed' | 'asked' | 'answered'
export type Check = { readonly question: Question; readonly state: CheckState; readonly words: string }

export const asksFor = ({ lots }: Pick<Question, 'lots'>, lot: string): boolean =>
  lots.length === 0 || lots.includes(lot)

const stateOf = (
  question: Question,
  answer: BidAnswer | undefined,
  last: Finding | undefined,
): CheckState => {
  if (last && last.kind !== 'answered') return last.kind as CheckState
  if (last) return 'answered'
  if (question.isRequired && !isAnswered(answer)) return 'missing'
  return question.isCondition ? 'to-check' : 'fine'
}

/** Each question of a bid: whether what had to be answered is, and what was found of the conditions of participation. */
export const checksOf = (
  questions: readonly Question[],
  lot: string,
  answers: readonly BidAnswer[],
  findings: readonly Finding[],
): readonly Check[] =>
  questions
    .filter((question) => asksFor(question, lot))
    .map((question) => {
      const own = findings.filter((finding) => finding.question === question.code)
      const last = own.toSorted((a, b) => b.number - a.number)[0]
      const answer = answers.find((one) => one.question === question.code)
      return { question, state: stateOf(question, answer, last), words: last?.words ?? '' }
    })

const OPEN: ReadonlySet<CheckState> = new Set(['missing', 'to-check', 'asked', 'answered'])
export const openChecks = (checks: readonly Check[]): readonly Check[] =>
  checks.filter(({ state }) => OPEN.has(state))
export const failedChecks = (checks: readonly Check[]): readonly Check[] =>
  checks.filter(({ state }) => state === 'failed')

/** The exclusion that waits for a second person; undefined where none does. */
export const proposedExclusion = (findings: readonly Finding[]): Finding | undefined => {
  const last = findings
    .filter(({ kind }) => kind.startsWith('exclusion-'))
    .toSorted((a, b) => b.number - a.number)[0]
  return last?.kind === 'exclusion-proposed' ? last : undefined
}

/** A bid leaves the competition by two people: one gives the reason, another approves. */
export const decideExclusion = (
  findings: readonly Finding[],
  personId: string | null,
): Decision<Finding, EvaluationRefusal> => {
  const proposed = proposedExclusion(findings)
  if (!proposed) return refuse('exclusion-not-proposed')
  if (proposed.personId === personId) return refuse('same-person')
  return accept(proposed)
}
