import type { PlainDate } from '../../../kernel/plain-date.ts'

export type WeightBand = {
  readonly fromPence: number
  readonly minimumPercent: number
  readonly indicators: number
}
export type PolicyRule = {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly commencesFrom: PlainDate
  /** By contract value including VAT, smallest first; below the first the rule does not apply. */
  readonly bands: readonly WeightBand[]
}
export type AppliedPolicy =
  | { readonly applies: true; readonly rule: PolicyRule; readonly band: WeightBand }
  | { readonly applies: false; readonly rule: PolicyRule | null }

/** Which social value rule central government applies to a procurement. It binds no council: a council may take it as a pattern. */
export const centralGovernmentRule = (
  rules: readonly PolicyRule[],
  commences: PlainDate,
  valueIncludingVatPence: number,
): AppliedPolicy => {
  const rule = [...rules]
    .filter(({ commencesFrom }) => commencesFrom <= commences)
    .sort((a, b) => a.commencesFrom.localeCompare(b.commencesFrom))
    .at(-1)
  const band = rule?.bands.findLast(({ fromPence }) => valueIncludingVatPence >= fromPence)
  return rule && band ? { applies: true, rule, band } : { applies: false, rule: rule ?? null }
}
