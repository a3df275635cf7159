/** How sure a figure from outside is, and where a council checks it before it relies on it. */
export type Certainty = {
  /** `sure`: read in the source itself. `likely`: as commonly cited, and not read there for this product. */
  readonly level: 'sure' | 'likely'
  /** The day or edition that the figure is of. */
  readonly asOf: string
  readonly check: string
}

/** The turnover up to which a business counts as of its size, in pence a year. */
export const TURNOVER_CEILINGS = {
  pence: { micro: 100_000_000, small: 1_500_000_000, medium: 5_400_000_000 } as Readonly<
    Record<string, number>
  >,
  source: 'Companies Act 2006 ss. 384A, 382 and 465 as amended by SI 2024/1303',
  certainty: {
    level: 'likely',
    asOf: 'in force for financial years from 6 April 2025',
    check: 'legislation.gov.uk, Companies Act 2006, sections 384A, 382 and 465',
  } satisfies Certainty,
} as const
