import type { Coverage, CoverageBand } from '../model.ts'

/** A contract of the register that runs in the year. */
export type CoveredContract = {
  readonly supplierKey: string
  readonly valuePence: number | null
  readonly hasPromises: boolean
}

/**
 * Where reporting by law begins, with VAT (Procurement Act 2023, s.123(2)): a contract details notice from £30,000
 * for councils (s.53, s.87(3)–(4)), and indicators that are set and published above £5,000,000 (s.52, s.71).
 */
export const NOTICE_FROM_PENCE = 3_000_000
export const INDICATORS_ABOVE_PENCE = 500_000_000

const bandOf = (valuePence: number | null): CoverageBand['code'] => {
  if (valuePence === null) return 'not-said'
  // The register holds values without VAT; a fifth is added (the standard rate, our own assumption), in whole numbers.
  const fifths = valuePence * 6
  if (fifths < NOTICE_FROM_PENCE * 5) return 'below-notice'
  return fifths <= INDICATORS_ABOVE_PENCE * 5 ? 'below-indicators' : 'above'
}

const BANDS: readonly CoverageBand['code'][] = ['below-notice', 'below-indicators', 'above', 'not-said']

const bandsOf = (contracts: readonly CoveredContract[]): CoverageBand[] =>
  BANDS.map((code) => {
    const found = contracts.filter(({ valuePence }) => bandOf(valuePence) === code)
    return {
      code,
      contracts: found.length,
      withPromises: found.filter(({ hasPromises }) => hasPromises).length,
      valuePence: found.reduce((sum, { valuePence }) => sum + (valuePence ?? 0), 0),
    }
  }).filter(({ code, contracts: count }) => code !== 'not-said' || count > 0)

/**
 * What share of the money went to suppliers whose contracts ask for social value. A supplier with contracts of both
 * sorts is told apart, not guessed: payments seldom say which contract they are for.
 */
export const coverageOf = (
  contracts: readonly CoveredContract[],
  paid: { readonly allPence: number; readonly bySupplier: ReadonlyMap<string, number> },
): Coverage => {
  const sums = { with: 0, without: 0, mixed: 0 }
  for (const [supplierKey, group] of Map.groupBy(contracts, (contract) => contract.supplierKey)) {
    const promising = group.filter(({ hasPromises }) => hasPromises).length
    const sort = promising === 0 ? 'without' : promising === group.length ? 'with' : 'mixed'
    sums[sort] += paid.bySupplier.get(supplierKey) ?? 0
  }
  return {
    paidPence: paid.allPence,
    withPromisesPence: sums.with,
    withoutPromisesPence: sums.without,
    mixedPence: sums.mixed,
    withoutContractPence: paid.allPence - sums.with - sums.without - sums.mixed,
    bands: bandsOf(contracts),
  }
}
