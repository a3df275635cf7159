import type { NodeKind } from '#strategy'

type MadeUpNode = {
  readonly kind: NodeKind
  readonly title: string
  readonly note: string
  /** Titles of priorities. */
  readonly serves: readonly string[]
}

/** What is kept outside the product so far. One need has no answer, and one contract serves nothing. */
export const BY_HAND: readonly MadeUpNode[] = [
  {
    kind: 'need',
    title: 'My heating costs more than my rent',
    note: 'Told at three ward meetings in Bellwharf, autumn 2024',
    serves: ['Warm homes'],
  },
  {
    kind: 'need',
    title: 'There is nothing for my son after school but the bus station',
    note: 'Youth council, 2024',
    serves: ['A first job for young people'],
  },
  {
    kind: 'need',
    title: 'The last bus home leaves before my shift ends',
    note: 'Residents’ survey, 2025',
    serves: [],
  },
  {
    kind: 'contract',
    title: 'Retrofit of 600 homes, lot 1',
    note: 'Let before this system was used',
    serves: ['Warm homes', 'A first job for young people'],
  },
  {
    kind: 'contract',
    title: 'School meals, 2024 to 2028',
    note: 'Let before this system was used',
    serves: ['Fair pay in every contract', 'More of our money stays here'],
  },
  {
    kind: 'project',
    title: 'Grant for a repair shop in Swanmarket',
    note: 'Community fund, 2025',
    serves: ['Fewer people alone'],
  },
  {
    kind: 'contract',
    title: 'Copying and printing, national framework',
    note: 'Ends in 2027; nobody has said what it is for',
    serves: [],
  },
]
