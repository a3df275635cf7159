import type { AwardCriterion } from '#procurement'
import type { Change, TenderContent, TenderLot, TenderQuestion } from '../model.ts'

/** What a version says beside its content, as far as it can be compared. */
export type Compared = {
  readonly title: string
  readonly summary: string
  readonly content: TenderContent
  readonly documents: readonly string[]
}

type Named = { readonly name: string; readonly said: string; readonly aside: string }

/** Pairs the parts of two versions by their names: what is new, what is gone, what reads otherwise. */
const compareParts = (part: Change['part'], before: readonly Named[], after: readonly Named[]): Change[] => {
  const names = [...new Set([...before, ...after].map(({ name }) => name))]
  return names.flatMap((name): Change[] => {
    const [was, is] = [before.find((one) => one.name === name), after.find((one) => one.name === name)]
    if (was && is && was.said === is.said && was.aside === is.aside) return []
    const touch = was?.said === is?.said ? 'small' : 'substantial'
    const text = (one: Named | undefined) =>
      one === undefined ? '' : touch === 'small' ? one.aside : one.said
    return [{ part, name, before: text(was), after: text(is), touch }]
  })
}

const lotOf = ({ code, name, description, valuePence }: TenderLot): Named => ({
  name: code,
  said: [name, description, valuePence === null ? '' : `£${(valuePence / 100).toFixed(2)}`]
    .filter(Boolean)
    .join('. '),
  aside: '',
})

const questionOf = (question: TenderQuestion): Named => ({
  name: question.code,
  said: [
    question.text,
    `(${question.kind}${question.wordLimit === null ? '' : `, up to ${question.wordLimit} words`}${question.isRequired ? '' : ', may be left out'}${question.isCondition ? ', passed or failed' : ''}${question.lots.length === 0 ? '' : `, lots ${question.lots.join(', ')}`}${question.criterion === null ? '' : `, scored under ${question.criterion}`})`,
  ].join(' '),
  aside: question.help,
})

const criterionOf = ({ name, weight, method, benchmark, question, wordLimit }: AwardCriterion): Named => ({
  name,
  said: [
    `${weight} points of 100`,
    method,
    benchmark === null ? '' : `compared with ${benchmark}`,
    question,
    wordLimit === null ? '' : `up to ${wordLimit} words`,
  ]
    .filter(Boolean)
    .join(', '),
  aside: '',
})

const listed = (texts: readonly string[]): Named[] =>
  texts.map((text) => ({ name: text.slice(0, 60), said: text, aside: '' }))

const compareText = (
  part: Change['part'],
  before: string,
  after: string,
  touch: Change['touch'],
): Change[] => (before === after ? [] : [{ part, name: '', before, after, touch }])

/**
 * What one version changes of the one before it. Small is what leaves every answer as good as it was: a title, a summary, a help text.
 * All else may send a bidder back to work.
 */
export const compareVersions = (before: Compared, after: Compared): Change[] => [
  ...compareText('title', before.title, after.title, 'small'),
  ...compareText('summary', before.summary, after.summary, 'small'),
  ...compareText('description', before.content.description, after.content.description, 'substantial'),
  ...compareParts('lot', before.content.lots.map(lotOf), after.content.lots.map(lotOf)),
  ...compareParts(
    'question',
    before.content.questions.map(questionOf),
    after.content.questions.map(questionOf),
  ),
  ...compareParts(
    'criterion',
    before.content.criteria.map(criterionOf),
    after.content.criteria.map(criterionOf),
  ),
  ...compareParts('condition', listed(before.content.conditions), listed(after.content.conditions)),
  ...compareParts('document', listed(before.documents), listed(after.documents)),
]
