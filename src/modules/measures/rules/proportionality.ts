import type { Notice } from '../model/valuation.ts'
import type { ContractKind, Measure } from '../model.ts'

export type ContractFacts = {
  /** Whole life, including VAT. */
  readonly valuePence: number
  readonly months: number
  readonly kind: ContractKind
  /** Small firms, charities and social enterprises are meant to be able to win it. */
  readonly isForSmallSuppliers: boolean
}

export type ProportionBand = {
  readonly fromPence: number
  readonly min: number
  readonly max: number
  /** How many of them are followed as indicators in the contract. */
  readonly indicators: number
  /** Codes of the reasons, worded in messages.ts. */
  readonly reasons: readonly string[]
}

export type Proportion = {
  readonly min: number
  readonly max: number
  readonly indicators: number
  readonly reasons: readonly Notice[]
}

const SHORT_MONTHS = 12

type Adjustment = {
  readonly code: string
  readonly applies: (contract: ContractFacts) => boolean
  readonly max: (max: number) => number
}

const ADJUSTMENTS: readonly Adjustment[] = [
  { code: 'short-contract', applies: ({ months }) => months < SHORT_MONTHS, max: (max) => max - 1 },
  { code: 'goods-employ-few', applies: ({ kind }) => kind === 'goods', max: (max) => max - 1 },
  {
    code: 'small-suppliers',
    applies: ({ isForSmallSuppliers }) => isForSmallSuppliers,
    max: (max) => Math.ceil(max / 2),
  },
]

/**
 * How many measures suit a contract of this value, length and kind, and why. A suggestion of this product on what
 * councils publish and small suppliers ask for (see the bands), not a rule of law.
 */
export const proportionateAsk = (contract: ContractFacts, bands: readonly ProportionBand[]): Proportion => {
  const band = [...bands]
    .sort((a, b) => a.fromPence - b.fromPence)
    .findLast(({ fromPence }) => contract.valuePence >= fromPence)
  if (!band) return { min: 0, max: 0, indicators: 0, reasons: [] }
  const applied = ADJUSTMENTS.filter(({ applies }) => applies(contract))
  const max = Math.max(
    1,
    applied.reduce((most, { max }) => max(most), band.max),
    band.indicators,
  )
  return {
    min: Math.min(band.min, max),
    max,
    indicators: band.indicators,
    reasons: [...band.reasons, ...applied.map(({ code }) => code)].map((code) => ({
      code,
      facts: { months: contract.months },
    })),
  }
}

/** Why a measure does not suit a contract; empty where it does. */
export const whyUnsuitable = (measure: Measure, contract: ContractFacts): Notice[] => {
  const reasons: Notice[] = []
  if (contract.months < measure.minimumMonths)
    reasons.push({ code: 'needs-longer', facts: { months: measure.minimumMonths } })
  if (!measure.contractKinds.includes(contract.kind))
    reasons.push({ code: 'other-kind', facts: { kind: contract.kind } })
  if (contract.isForSmallSuppliers && !measure.suitsSmallSuppliers)
    reasons.push({ code: 'hard-for-small', facts: {} })
  return reasons
}
