import type { NewDocument } from '#bids'

type MadeUpDocument = Omit<NewDocument, 'expiresOn'> & {
  readonly file: string
  /** Counted from the day the demonstration is made; null for one that does not end. */
  readonly endsIn: number | null
  readonly lines: readonly string[]
}

/** What Bell Wharf Building keeps for its bids. No insurer, accountant or policy of these names exists. */
export const MADE_UP_DOCUMENTS: readonly MadeUpDocument[] = [
  {
    kind: 'insurance',
    title: 'Public liability, £10 million',
    file: 'public liability.pdf',
    endsIn: 221,
    lines: ['Certificate of public liability insurance (made up)', 'Limit: 10,000,000 pounds for each claim'],
  },
  {
    kind: 'insurance',
    title: 'Employers’ liability, £10 million',
    file: 'employers liability.pdf',
    endsIn: 16,
    lines: [
      'Certificate of employers liability insurance (made up)',
      'Limit: 10,000,000 pounds for each claim',
    ],
  },
  {
    kind: 'accounts',
    title: 'Accounts to 31 March 2026',
    file: 'accounts.pdf',
    endsIn: null,
    lines: [
      'Accounts for the year to 31 March 2026 (made up)',
      'Turnover: 2,104,000 pounds',
      'Profit: 88,000 pounds',
    ],
  },
  {
    kind: 'policy',
    title: 'Health and safety policy',
    file: 'health and safety.pdf',
    endsIn: null,
    lines: ['Health and safety policy (made up)', 'Everybody goes home well. Reviewed each January.'],
  },
]
