import type { PlainDate } from '../../../kernel/plain-date.ts'
import { ALL_RULES } from './all-rules.ts'
import type { Answer, Assumption, Confidence, DatedStep, Json, Question, Topic } from './answer.ts'
import { assumptionsOf } from './assumptions.ts'
import type { Case } from './case.ts'
import { checkFacts } from './check-facts.ts'
import type { Facts } from './facts.ts'
import { placeCase } from './place-case.ts'
import type { Outcome, Row, Rule, StepDraft } from './row.ts'
import { whyNotTheAct } from './rules/regime.ts'
import { correctedCpv, isWorksCpv, mainCpv } from './tables/cpv.ts'
import { dayWords } from './words.ts'
import { isWorkingDay } from './working-days.ts'

/** The day to which the tables were brought up; the Act itself was read as it stood on 30 March 2026. */
export const LAW_AS_OF: PlainDate = '2026-11-21'
export const DISCLAIMER =
  'This is guidance for officers, not legal advice. It holds the law for English councils as its sources stood on 21 November 2026. Each answer names its provision, its source and how sure it is; take advice on what is marked likely or unsure.'

type Summary = { readonly [key: string]: Json }

export type Explanation = {
  readonly disclaimer: string
  readonly lawAsOf: PlainDate
  /** What must be answered first. While there are questions there are no answers. */
  readonly questions: readonly Question[]
  readonly assumptions: readonly Assumption[]
  readonly warnings: readonly string[]
  readonly summary: Summary | null
  readonly answers: readonly Answer[]
  readonly timetable: readonly DatedStep[]
}

/** Rules do not reach back: a procurement keeps the rules of the day it commenced. */
const whyNotInForce = (row: Row, commencedOn: PlainDate): string | undefined => {
  const from = row.commencedFrom === undefined ? row.from : row.commencedFrom
  if (from !== null && commencedOn < from)
    return `This applies to procurements that commence from ${dayWords(from)}; this one commenced on ${dayWords(commencedOn)}.`
  if (row.until !== null && commencedOn > row.until)
    return `This applied to procurements that commenced until ${dayWords(row.until)}; this one commenced on ${dayWords(commencedOn)}.`
  return undefined
}

const decide = (rule: Rule, it: Case): Outcome => {
  const why = rule.reach === 'act' ? whyNotTheAct(it) : undefined
  if (why !== undefined)
    return { applies: false, sentence: `The Procurement Act does not govern this contract: ${why}.` }
  const early = whyNotInForce(rule.row, it.commencedOn)
  return early === undefined ? rule.decide(it) : { applies: false, sentence: early }
}

const DERIVED: ReadonlySet<Topic> = new Set<Topic>(['notices', 'standstill', 'kpis', 'award'])
/** Which notices reach concessions and frameworks was derived section by section and still waits for a lawyer. */
const confidenceOf = (row: Row, outcome: Outcome, it: Case): Confidence => {
  const confidence = outcome.confidence ?? row.confidence
  const isDerived = it.isPublic && (it.isConcession || it.isFramework) && DERIVED.has(row.topic)
  return isDerived && confidence === 'sure' ? 'likely' : confidence
}

const answerOf = (row: Row, outcome: Outcome, it: Case): Answer => ({
  id: row.id,
  topic: row.topic,
  title: row.title,
  applies: outcome.applies,
  answer: outcome.value ?? null,
  sentence: outcome.sentence,
  provision: row.provision,
  inForceFrom: row.from,
  inForceUntil: row.until,
  source: row.source,
  confidence: confidenceOf(row, outcome, it),
  kind: row.kind,
  dependsOn: outcome.dependsOn ?? [],
})

const isMet = ({ means, date, given }: StepDraft): boolean | null => {
  if (given === undefined) return null
  if (means === 'by') return given <= date
  return means === 'from' ? given >= date : given < date
}

const stepOf = (answer: Answer, draft: StepDraft): DatedStep => {
  const working = isWorkingDay(draft.date)
  return {
    id: draft.id,
    title: draft.title,
    means: draft.means,
    date: draft.date,
    given: draft.given ?? null,
    met: isMet(draft),
    isWorkingDay: working.ok ? working.value : null,
    answerId: answer.id,
    provision: answer.provision,
    confidence: answer.confidence,
  }
}

const noticeCodes = (answers: readonly Answer[], applies: Answer['applies']): string[] =>
  answers
    .filter((answer) => answer.id.startsWith('notice.UK') && answer.applies === applies)
    .map((answer) => answer.id.slice('notice.'.length))
    .filter((code) => code !== VOLUNTARY)
const VOLUNTARY = 'UK3'

const summaryOf = (it: Case, answers: readonly Answer[]): Summary => ({
  regime: it.regime,
  isPublicContract: it.isPublic,
  isNotifiableBelowThreshold: it.isNotifiable,
  route: it.isCallOff ? 'call-off' : it.route,
  valuePence: it.valuePence,
  thresholdPence: it.thresholdAmount?.pence ?? null,
  noticesThatApply: noticeCodes(answers, true),
  noticesThatMayApply: noticeCodes(answers, 'depends'),
  voluntaryNotices: answers.some((answer) => answer.id === `notice.${VOLUNTARY}` && answer.applies === true)
    ? [VOLUNTARY]
    : [],
})

const disagreementOf = (it: Case): string[] => {
  const main = mainCpv(it.facts.cpv)
  if (main === undefined || it.isMarketItself || isWorksCpv(main) === (it.subject === 'works')) return []
  return [
    `The CPV code ${main} and the contract type "${it.subject}" disagree on whether these are works. The contract type is followed.`,
  ]
}

const warningsOf = (it: Case): string[] => [
  ...(it.commencedOn > LAW_AS_OF
    ? [
        `The procurement commences after ${dayWords(LAW_AS_OF)}, the day to which this law was brought up. It may have changed.`,
      ]
    : []),
  ...disagreementOf(it),
  ...(it.facts.cpv ?? []).flatMap((code) => {
    const published = correctedCpv(code)
    return published
      ? [
          `The check digit of the CPV code ${code.trim()} is not the published one: ${published}. Is it the right code?`,
        ]
      : []
  }),
]

const EMPTY = {
  disclaimer: DISCLAIMER,
  lawAsOf: LAW_AS_OF,
  questions: [],
  assumptions: [],
  warnings: [],
  summary: null,
  answers: [],
  timetable: [],
}

/**
 * Explains what the law says of a purchase: every rule with its reason, section, source and confidence, and the dates that
 * follow from those given. Pure: the same facts give the same explanation. Facts that are missing or cannot be come
 * back as questions, without answers.
 */
export const explainLaw = (facts: Facts): Explanation => {
  const questions = checkFacts(facts)
  if (questions.length > 0) return { ...EMPTY, questions }
  const it = placeCase(facts)
  const decided = ALL_RULES.map((rule) => ({ rule, outcome: decide(rule, it) }))
  const answers = decided.map(({ rule, outcome }) => answerOf(rule.row, outcome, it))
  const timetable = decided
    .flatMap(({ rule, outcome }) =>
      (outcome.steps ?? []).map((draft) => stepOf(answerOf(rule.row, outcome, it), draft)),
    )
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1))
  return {
    ...EMPTY,
    questions,
    assumptions: assumptionsOf(it),
    warnings: warningsOf(it),
    summary: summaryOf(it, answers),
    answers,
    timetable,
  }
}
