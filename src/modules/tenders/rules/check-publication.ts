import type { Confidence, Explanation } from '#procurement'
import type { TenderContent, TenderText } from '../model.ts'

export type CheckCode =
  | 'title-missing'
  | 'summary-missing'
  | 'category-missing'
  | 'place-missing'
  | 'no-questions'
  | 'criterion-without-question'
  | 'deadline-passed'
  | 'question-deadline-passed'
  | 'question-deadline-late'
  | 'weights-not-100'
  | 'lot-without-question'
  | 'ask-changed'
  | 'purchase-stopped'
  | 'law-asks'
  | 'deadline-too-early'
  | 'period-not-settled'
  | 'lots-unexplained'
  | 'law-says'

/** What a check rests on, as the law engine tells it. */
export type Ground = {
  readonly provision: string
  readonly source: string
  readonly confidence: Confidence
  readonly kind: 'law' | 'guidance'
  readonly inForceFrom: string | null
}
/** `stops` keeps a tender from being published; `asks` is for people to weigh. */
export type Check = {
  readonly code: CheckCode
  readonly severity: 'stops' | 'asks'
  readonly facts: Readonly<Record<string, string | number>>
  /** A sentence of the law engine, where the check is its. */
  readonly sentence: string | null
  readonly ground: Ground | null
}

type Facts = {
  readonly text: TenderText
  readonly content: TenderContent
  /** Why the ask is not divided into lots; empty where it is, or nobody said. */
  readonly lotsReason: string
  /** Whether the criteria are still those of a ready ask. */
  readonly isAskCurrent: boolean
  readonly isPurchaseStopped: boolean
  readonly law: Explanation
  readonly now: Date
}

const check =
  (severity: Check['severity']) =>
  (code: CheckCode, facts: Check['facts'] = {}): Check => ({
    code,
    severity,
    facts,
    sentence: null,
    ground: null,
  })
const stop = check('stops')

const textChecks = ({ text, now }: Facts): Check[] => [
  ...(text.title.trim() === '' ? [stop('title-missing')] : []),
  ...(text.summary.trim() === '' ? [stop('summary-missing')] : []),
  ...(text.category === '' ? [stop('category-missing')] : []),
  ...(text.placeName.trim() === '' ? [check('asks')('place-missing')] : []),
  ...(text.deadline <= now ? [stop('deadline-passed')] : []),
  ...(text.questionDeadline <= now ? [stop('question-deadline-passed')] : []),
  ...(text.questionDeadline > text.deadline ? [stop('question-deadline-late')] : []),
]

const contentChecks = ({ content }: Facts): Check[] => {
  const { questions, criteria, lots } = content
  if (questions.length === 0) return [stop('no-questions')]
  const checks = criteria
    .filter(({ name }) => !questions.some(({ criterion }) => criterion === name))
    .map(({ name }) => stop('criterion-without-question', { name }))
  for (const { code, name } of lots)
    if (!questions.some((question) => question.lots.length === 0 || question.lots.includes(code)))
      checks.push(stop('lot-without-question', { lot: `${code}: ${name}` }))
  return checks
}

const said = (law: Explanation, id: string) => law.answers.find((answer) => answer.id === id)

const fromLaw = (
  law: Explanation,
  id: string,
  code: CheckCode,
  severity: Check['severity'],
  facts: Check['facts'] = {},
): Check[] => {
  const answer = said(law, id)
  if (!answer) return []
  const { provision, source, confidence, kind, inForceFrom, sentence } = answer
  const ground = { provision, source, confidence, kind, inForceFrom }
  return [{ code, severity, facts, sentence, ground }]
}

/** A period that is too short stops; one that is not settled is shown with what would settle it. */
const periodChecks = ({ law }: Facts): Check[] => {
  const step = law.timetable.find(({ id }) => id === 'tender-deadline')
  if (step?.met === false)
    return fromLaw(law, 'period.tendering', 'deadline-too-early', 'stops', { earliest: step.date })
  return said(law, 'period.tendering')?.applies === 'depends'
    ? fromLaw(law, 'period.tendering', 'period-not-settled', 'asks')
    : []
}

/** Other days that should lie behind us when the notice goes out. */
const preparationChecks = ({ law }: Facts): Check[] =>
  law.timetable
    .filter(({ means, met, id }) => means === 'before' && met !== true && id !== 'tender-deadline')
    .flatMap(({ answerId, title }) => fromLaw(law, answerId, 'law-says', 'asks', { title }))

const lawChecks = (facts: Facts): Check[] => {
  const { law, content, lotsReason } = facts
  if (law.questions.length > 0) return [stop('law-asks', { count: law.questions.length })]
  const mustWeighLots = said(law, 'lots.consider')?.applies === true
  return [
    ...periodChecks(facts),
    ...(mustWeighLots && content.lots.length < 2 && lotsReason === ''
      ? fromLaw(law, 'lots.consider', 'lots-unexplained', 'stops')
      : []),
    ...preparationChecks(facts),
  ]
}

/**
 * All that keeps a tender from being published, and what to think over first. What the law says comes from the law engine, with
 * its provision and how sure it is.
 */
export const checkPublication = (facts: Facts): Check[] => [
  ...(facts.isPurchaseStopped ? [stop('purchase-stopped')] : []),
  ...(facts.isAskCurrent ? [] : [stop('ask-changed')]),
  ...textChecks(facts),
  ...contentChecks(facts),
  ...lawChecks(facts),
]

export const mayPublish = (checks: readonly Check[]): boolean =>
  checks.every(({ severity }) => severity !== 'stops')

/**
 * Who may publish: for a public contract (at or above the threshold) somebody other than who last changed the draft. This is the
 * council's own safeguard against one person's mistake, not a rule of law.
 */
export const isOwnDraft = (law: Explanation, editedBy: string, publishedBy: string): boolean =>
  law.summary?.isPublicContract === true && editedBy === publishedBy
