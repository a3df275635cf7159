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

/** How the parts of a tender read; all that an answer depends on has to be in it. */
export type Wording = {
  readonly lot: (lot: TenderLot) => string
  readonly question: (question: TenderQuestion) => string
  readonly criterion: (criterion: AwardCriterion) => string
}

const namedParts = ({ lots, questions, criteria }: TenderContent, wording: Wording) => ({
  lots: lots.map((lot): Named => ({ name: lot.code, said: wording.lot(lot), aside: '' })),
  questions: questions.map(
    (question): Named => ({ name: question.code, said: wording.question(question), aside: question.help }),
  ),
  criteria: criteria.map(
    (criterion): Named => ({ name: criterion.name, said: wording.criterion(criterion), aside: '' }),
  ),
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
export const compareVersions = (before: Compared, after: Compared, wording: Wording): Change[] => {
  const [was, is] = [namedParts(before.content, wording), namedParts(after.content, wording)]
  return [
    ...compareText('title', before.title, after.title, 'small'),
    ...compareText('summary', before.summary, after.summary, 'small'),
    ...compareText('description', before.content.description, after.content.description, 'substantial'),
    ...compareParts('lot', was.lots, is.lots),
    ...compareParts('question', was.questions, is.questions),
    ...compareParts('criterion', was.criteria, is.criteria),
    ...compareParts('condition', listed(before.content.conditions), listed(after.content.conditions)),
    ...compareParts('document', listed(before.documents), listed(after.documents)),
  ]
}
