/** What a number rests on. A number that cannot say so is not shown. */
export interface Basis {
  /** `April 2025 to March 2026`. */
  readonly period: string
  /** What is counted, and how much of it: `98% of payments by value`. */
  readonly coverage: string
  /** The part of which we do not know the answer: `6% not matched to a place`. */
  readonly unknown?: string | undefined
  /** For values in the prices of one year: `2024/25 prices`. */
  readonly priceYear?: string | undefined
  /** `Verified by the contract manager`. */
  readonly verifiedBy?: string | undefined
  readonly source?: { readonly text: string; readonly href: string } | undefined
}

/** The line under a figure that says what it rests on. */
export const BasisLine = ({ basis }: { readonly basis: Basis }) => {
  const facts = [basis.period, basis.coverage, basis.unknown, basis.priceYear, basis.verifiedBy].filter(
    Boolean,
  )
  return (
    <p class="gt-basis">
      {facts.join(' · ')}
      {basis.source && (
        <>
          {' · '}
          <a href={basis.source.href}>{basis.source.text}</a>
        </>
      )}
    </p>
  )
}
