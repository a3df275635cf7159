import { type Notice, type Range, SHARE_NAMES, type ValueRequest } from '../model/valuation.ts'
import { type Pricing, remember } from './pricing.ts'
import { isPoint } from './ranges.ts'
import { ageOf, isOutOfDate, outOfDateNotice } from './reference-age.ts'
import type { UnitValues } from './unit-values.ts'

const notice = (code: string, facts: Notice['facts'] = {}): Notice => ({ code, facts })

const isPricedBasis = ({ measure }: ValueRequest): boolean =>
  measure.basis !== 'spend' && measure.basis !== 'none'

const figureWarnings = ({ measure }: ValueRequest): Notice[] => {
  const warnings: Notice[] = []
  if (measure.status === 'check') warnings.push(notice('figure-to-check'))
  if (measure.status === 'replace') warnings.push(notice('figure-to-replace'))
  if (measure.valuedThrough) warnings.push(notice('valued-through', { measure: measure.valuedThrough }))
  else if (measure.basis === 'none') warnings.push(notice('no-price'))
  if (measure.caution) warnings.push(notice('caution', { text: measure.caution }))
  return warnings
}

const shareWarnings = ({ assumptions, years }: ValueRequest, isUsed: boolean): Notice[] =>
  SHARE_NAMES.flatMap((name): Notice[] => {
    const share = assumptions[name]
    if (!share) return []
    if (!isUsed || (name === 'dropOff' && years === 1))
      return [notice('assumption-not-used', { assumption: name })]
    return share.share.isZero() ? [notice('zero-share', { share: name })] : []
  })

const rateWarnings = ({ assumptions, measure }: ValueRequest, isUsed: boolean): Notice[] => {
  const rates = assumptions.discount?.rates
  if (!rates) return []
  if (!isUsed) return [notice('assumption-not-used', { assumption: 'discount' })]
  return 'schedule' in rates && rates.schedule === 'green-book' && measure.basis === 'wellbeing'
    ? [notice('wellbeing-at-standard-rate')]
    : []
}

const sourceWarnings = (sources: ReadonlySet<string>, { reference, today }: Pricing): Notice[] =>
  [...sources].flatMap((id) => {
    const source = reference.sources.get(id)
    if (!source) return []
    const age = ageOf(source, today)
    if (!isOutOfDate(age)) return []
    return [outOfDateNotice(age)]
  })

const isOneSided = (range: Range | undefined): boolean =>
  !!range && !isPoint(range) && (range.low.eq(range.central) || range.high.eq(range.central))

const unitWarnings = (units: UnitValues): Notice[] => {
  const warnings = [...units.warnings]
  if (units.isTransfer) warnings.push(notice('transfer-not-added'))
  if (units.byYear.every(isPoint)) warnings.push(notice('no-range'))
  else if (isOneSided(units.byYear[0])) warnings.push(notice('one-sided-range'))
  return warnings
}

const sourcesOf = ({ measure }: ValueRequest, units: UnitValues | null): ReadonlySet<string> =>
  new Set([measure.source, ...(units?.steps ?? []).map(({ source }) => source)].filter((id) => id !== null))

/** What a reader has to know before using the figure. */
export const findWarnings = (request: ValueRequest, units: UnitValues | null, pricing: Pricing): Notice[] => {
  const isUsed = isPricedBasis(request)
  const ofFigure = remember(pricing, units ?? request.measure, 'warnings', () => [
    ...figureWarnings(request),
    ...(units ? unitWarnings(units) : []),
    ...sourceWarnings(sourcesOf(request, units), pricing),
  ])
  const warnings = [...ofFigure, ...shareWarnings(request, isUsed), ...rateWarnings(request, isUsed)]
  if (request.investment && !isUsed)
    warnings.push(notice('assumption-not-used', { assumption: 'investment' }))
  return warnings
}
