import { exact, readDecimal, showExact, sum } from '../../../../kernel/exact.ts'
import { type AskContent, type AwardCriterion, RELATIVE_METHODS, type WeightPolicy } from '../../model/ask.ts'
import { SOCIAL_VALUE_KINDS, weightOf, weightOfKinds } from './weights.ts'

export type AskFaultCode =
  | 'nothing-asked'
  | 'too-many-measures'
  | 'measure-unsuitable'
  | 'minimum-unreadable'
  | 'criteria-missing'
  | 'weights-do-not-add-up'
  | 'weight-unreadable'
  | 'price-missing'
  | 'name-twice'
  | 'benchmark-missing'
  | 'method-needs-judgement'
  | 'question-missing'
  | 'weight-off-policy'
  | 'numbers-without-criterion'
  | 'words-without-criterion'
  | 'lots-not-explained'
  | 'lots-exceed-value'
  | 'indexation-missing'
  | 'relative-method'

/** `stops` keeps the ask from being ready; `asks` is for people to weigh. */
export type AskFault = {
  readonly code: AskFaultCode
  readonly severity: 'stops' | 'asks'
  readonly facts: Readonly<Record<string, string | number>>
}

/** What the rule of proportion says of this contract; worked out by the measures module. */
export type Proportioned = {
  readonly max: number
  /** Measures of the ask that do not suit the contract, by code. */
  readonly unsuitable: readonly string[]
}

const stop = (code: AskFaultCode, facts: AskFault['facts'] = {}): AskFault => ({
  code,
  severity: 'stops',
  facts,
})
const hint = (code: AskFaultCode, facts: AskFault['facts'] = {}): AskFault => ({
  code,
  severity: 'asks',
  facts,
})

const lineFaults = (content: AskContent, { max, unsuitable }: Proportioned): AskFault[] => {
  const { lines, proportionReason } = content
  const faults: AskFault[] = []
  if (lines.length === 0) faults.push(stop('nothing-asked'))
  if (lines.length > max && proportionReason === '')
    faults.push(stop('too-many-measures', { count: lines.length, max }))
  for (const { measure, name, reason, minimum } of lines) {
    if (unsuitable.includes(measure) && reason === '') faults.push(stop('measure-unsuitable', { name }))
    const least = minimum === null ? null : readDecimal(minimum)
    if (least !== null && (least === undefined || least.lt(0)))
      faults.push(stop('minimum-unreadable', { name }))
  }
  if (!content.isVolumeGuaranteed)
    for (const { name, minimum, indexation } of lines)
      if (minimum !== null && indexation === 'fixed') faults.push(hint('indexation-missing', { name }))
  return faults
}

const isJudged = ({ kind }: AwardCriterion): boolean =>
  kind === 'quality' || kind === 'social-value-qualitative'

const criterionFaults = (criterion: AwardCriterion): AskFault[] => {
  const { name, weight, method, benchmark, question } = criterion
  const faults: AskFault[] = []
  const points = readDecimal(weight)
  if (points === undefined || points.lte(0) || points.gt(100))
    faults.push(stop('weight-unreadable', { name }))
  if (isJudged(criterion) !== (method === 'scale')) faults.push(stop('method-needs-judgement', { name }))
  const fixed = benchmark === null ? undefined : readDecimal(benchmark)
  if ((method === 'fixed-benchmark' || method === 'bands') && (fixed === undefined || fixed.lte(0)))
    faults.push(stop('benchmark-missing', { name }))
  if (isJudged(criterion) && question === '') faults.push(stop('question-missing', { name }))
  if (RELATIVE_METHODS.includes(method)) faults.push(hint('relative-method', { name }))
  return faults
}

const weightFaults = (
  { criteria, lines, weightReason }: AskContent,
  policy: WeightPolicy | null,
): AskFault[] => {
  if (criteria.length === 0) return [stop('criteria-missing')]
  const faults = criteria.flatMap(criterionFaults)
  const total = sum(criteria.map(weightOf))
  if (!total.eq(100)) faults.push(stop('weights-do-not-add-up', { total: showExact(total) }))
  if (new Set(criteria.map(({ name }) => name.toLowerCase())).size < criteria.length)
    faults.push(stop('name-twice'))
  if (!criteria.some(({ kind }) => kind === 'price')) faults.push(hint('price-missing'))
  const wanted = policy && readDecimal(policy.weight)
  const given = weightOfKinds(criteria, SOCIAL_VALUE_KINDS)
  if (wanted && !given.eq(wanted) && weightReason === '')
    faults.push(stop('weight-off-policy', { given: showExact(given), policy: showExact(wanted) }))
  const has = (kind: AwardCriterion['kind']) => criteria.some((one) => one.kind === kind)
  if (lines.some(({ askedAs }) => askedAs === 'number') && !has('social-value-quantitative'))
    faults.push(stop('numbers-without-criterion'))
  if (lines.some(({ askedAs }) => askedAs === 'words') && !has('social-value-qualitative'))
    faults.push(stop('words-without-criterion'))
  return faults
}

const lotFaults = ({ lots, lotsReason }: AskContent, valuePence: number): AskFault[] => {
  if (lots.length < 2) return lotsReason === '' ? [stop('lots-not-explained')] : []
  const total = lots.reduce((pence, lot) => pence + (lot.valuePence ?? 0), 0)
  return total > valuePence
    ? [
        stop('lots-exceed-value', {
          lots: exact(total).div(100).toFixed(2),
          value: exact(valuePence).div(100).toFixed(2),
        }),
      ]
    : []
}

/**
 * All that keeps an ask from being published, and what to think over. Weights add up to 100; what departs from the
 * policy or from proportion has its reason; lots are used or their absence explained (Procurement Act 2023 s.18).
 */
export const checkAsk = (
  content: AskContent,
  valuePence: number,
  policy: WeightPolicy | null,
  proportion: Proportioned,
): AskFault[] => [
  ...lineFaults(content, proportion),
  ...weightFaults(content, policy),
  ...lotFaults(content, valuePence),
]

export const isReady = (faults: readonly AskFault[]): boolean =>
  faults.every(({ severity }) => severity !== 'stops')
