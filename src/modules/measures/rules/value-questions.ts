import {
  type Notice,
  SHARE_NAMES,
  type Share,
  type ShareName,
  type ValueRequest,
} from '../model/valuation.ts'

const question = (code: string, facts: Notice['facts'] = {}): Notice => ({ code, facts })

const shareQuestions = (name: ShareName, share: Share | null): Notice[] => {
  if (!share) return [question('share', { share: name })]
  return share.reason.trim() === '' ? [question('reason', { share: name })] : []
}

const isDiscounted = ({ years, startYear, valuationYear }: ValueRequest): boolean =>
  years > 1 || (startYear !== null && valuationYear !== null && startYear > valuationYear)

const discountQuestions = (request: ValueRequest): Notice[] => {
  const { discount } = request.assumptions
  if (!discount) return isDiscounted(request) ? [question('discount', { years: request.years })] : []
  if (discount.rates === null) return [question('discount')]
  const questions: Notice[] = []
  if ('reason' in discount.rates && discount.rates.reason.trim() === '')
    questions.push(question('reason', { share: 'discount' }))
  if (discount.convention === null) questions.push(question('discount-convention'))
  return questions
}

/**
 * What has to be said before a figure may be claimed: how much would have happened anyway, what was only moved, what
 * others brought about, how fast it fades, at what rate the future counts. Nothing of it has a default, and each
 * needs its reason. Pounds as paid and measures without a price need none of it.
 */
export const findQuestions = (request: ValueRequest): Notice[] => {
  const { measure, assumptions, quantities } = request
  const questions = [...request.openQuestions]
  if (!quantities || quantities.length === 0) questions.push(question('quantity', { unit: measure.unit }))
  if (measure.basis === 'spend' || measure.basis === 'none') return questions
  if (measure.proxy?.from === 'carbon-values' && request.startYear === null)
    questions.push(question('emission-year'))
  for (const name of SHARE_NAMES) {
    if (name === 'dropOff' && request.years === 1) continue
    questions.push(...shareQuestions(name, assumptions[name]))
  }
  questions.push(...discountQuestions(request))
  if (assumptions.incomeGrowth && assumptions.incomeGrowth.reason.trim() === '')
    questions.push(question('reason', { share: 'incomeGrowth' }))
  return questions
}
