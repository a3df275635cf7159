import type { AskContent, AwardCriterion } from '#procurement'
import type { TenderContent, TenderLot, TenderQuestion } from '../model.ts'

type Texts = {
  /** The condition that every supplier answers, in the words of messages. */
  readonly notExcluded: string
  readonly notExcludedHelp: string
  readonly wholeContract: string
  readonly price: string
  readonly priceHelp: string
  readonly offers: string
  readonly offersHelp: string
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const lotsOf = ({ lots }: AskContent, texts: Texts): TenderLot[] =>
  lots.length < 2
    ? [{ code: 'A', name: texts.wholeContract, description: '', valuePence: null }]
    : lots.map(({ name, description, valuePence }, at) => ({
        code: LETTERS[at] ?? `L${at + 1}`,
        name,
        description,
        valuePence,
      }))

type Unnumbered = Omit<TenderQuestion, 'code'>

const EVERY_LOT = { lots: [], isRequired: true, isCondition: false, wordLimit: null, help: '' } as const

const questionOf = (criterion: AwardCriterion, texts: Texts): Unnumbered => {
  const { name, kind, question, wordLimit } = criterion
  const common = { ...EVERY_LOT, criterion: name }
  if (kind === 'price')
    return { ...common, kind: 'price', text: question || texts.price, help: texts.priceHelp }
  if (kind === 'social-value-quantitative')
    return { ...common, kind: 'offers', text: question || texts.offers, help: texts.offersHelp }
  return { ...common, kind: 'words', text: question, wordLimit }
}

/** One code after the other, as bidders cite them. */
export const numbered = (questions: readonly Unnumbered[]): TenderQuestion[] =>
  questions.map((question, at) => ({ ...question, code: `Q${at + 1}` }))

/**
 * What bidders are asked, made from a ready ask: the condition that the law sets, then a question for each award criterion.
 * Officers change it before publication; the criteria themselves come from the ask alone.
 */
export const contentFromAsk = (ask: AskContent, fingerprint: string, texts: Texts): TenderContent => ({
  description: ask.introduction,
  lots: lotsOf(ask, texts),
  questions: numbered([
    {
      ...EVERY_LOT,
      criterion: null,
      kind: 'yes-no',
      text: texts.notExcluded,
      help: texts.notExcludedHelp,
      isCondition: true,
    },
    ...ask.criteria.map((criterion) => questionOf(criterion, texts)),
  ]),
  criteria: ask.criteria,
  askLines: ask.lines,
  criteriaFingerprint: fingerprint,
  conditions: [],
})
