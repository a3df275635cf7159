import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { readDecimal, sum, ZERO } from '../../../kernel/exact.ts'
import { TENDER_LIMITS, type TenderContent, type TenderRefusal } from '../model.ts'

const isTooMuch = ({ lots, questions, conditions, description }: TenderContent): boolean =>
  lots.length > TENDER_LIMITS.lots ||
  questions.length > TENDER_LIMITS.questions ||
  conditions.length > TENDER_LIMITS.conditions ||
  description.length > TENDER_LIMITS.description

/** Takes what an officer wrote: within the limits, every question for lots and criteria that there are, weights of 100 in all. */
export const decideContent = (content: TenderContent): Decision<TenderContent, TenderRefusal> => {
  if (isTooMuch(content)) return refuse('too-much')
  const weights = content.criteria.map(({ weight }) => readDecimal(weight))
  if (weights.some((weight) => weight === undefined || weight.lte(0))) return refuse('weights-not-100')
  if (!sum(weights.map((weight) => weight ?? ZERO)).eq(100)) return refuse('weights-not-100')
  const lots = new Set(content.lots.map(({ code }) => code))
  const criteria = new Set(content.criteria.map(({ name }) => name))
  return accept({
    ...content,
    questions: content.questions.map((question) => ({
      ...question,
      lots: question.lots.filter((code) => lots.has(code)),
      criterion: question.criterion !== null && criteria.has(question.criterion) ? question.criterion : null,
    })),
  })
}
