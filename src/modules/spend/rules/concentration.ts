/** How much of the money few suppliers have. Shares run from 0 to 1. */
export type Concentration = {
  readonly suppliers: number
  readonly pence: number
  readonly top: readonly { readonly count: number; readonly pence: number; readonly share: number }[]
  /** Herfindahl–Hirschman index: the sum of squared shares in per cent, from near 0 to 10,000 for one supplier. */
  readonly herfindahl: number | null
  /** As many suppliers of equal size would be as concentrated: 10,000 divided by the index. */
  readonly equalSuppliers: number | null
  /** Suppliers who paid back more than they got are left out. */
  readonly leftOut: number
}

const TOPS = [1, 5, 10, 20] as const

/**
 * Concentration of what suppliers were paid. The bands of the index below are those of the Competition Commission's and the Office
 * of Fair Trading's Merger Assessment Guidelines (CC2/OFT1254, 2010, paragraph 5.3.5) for markets; for a buyer they are a comparison, not a rule.
 */
export const measureConcentration = (sums: readonly number[]): Concentration => {
  const paid = sums.filter((pence) => pence > 0).sort((a, b) => b - a)
  const pence = paid.reduce((sum, one) => sum + one, 0)
  const herfindahl = pence === 0 ? null : paid.reduce((sum, one) => sum + ((one * 100) / pence) ** 2, 0)
  return {
    suppliers: paid.length,
    pence,
    top: TOPS.map((count) => {
      const part = paid.slice(0, count).reduce((sum, one) => sum + one, 0)
      return { count, pence: part, share: pence === 0 ? 0 : part / pence }
    }),
    herfindahl,
    equalSuppliers: herfindahl === null ? null : 10_000 / herfindahl,
    leftOut: sums.length - paid.length,
  }
}

export type ConcentrationBand = 'spread' | 'concentrated' | 'highly-concentrated'

/** Above 1,000 a market is called concentrated, above 2,000 highly concentrated (CC2/OFT1254, paragraph 5.3.5). */
export const bandOf = (herfindahl: number): ConcentrationBand => {
  if (herfindahl > 2000) return 'highly-concentrated'
  return herfindahl > 1000 ? 'concentrated' : 'spread'
}
