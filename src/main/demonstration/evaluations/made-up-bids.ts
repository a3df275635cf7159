/** What the made-up bidders write, and what the panel makes of it; one entry for each of three bidders. */
export type MadeUpCompetition = {
  readonly title: string
  readonly summary: string
  readonly category: string
  readonly pence: number
  readonly until: 'scoring' | 'moderation' | 'standstill' | 'awarded'
  /** Days before today when bids were due. */
  readonly dueDaysAgo: number
  readonly bids: readonly {
    readonly pounds: number
    readonly quantity: string
    readonly quality: string
    readonly how: string
    readonly marks: readonly [number, number]
    readonly agreed: number
    readonly told: string
  }[]
}

const STRONG = {
  quality:
    'Four of us work in every building each evening and one leads. Each room has a card that says what is done when, and the caretaker signs it on Fridays. Last year 96 of 100 checks at three libraries found nothing to do again.',
  how: 'We hire through the jobs club in Mill Lane, give each newcomer a mentor for half a year, and report names of posts and start dates to you every quarter.',
  marks: [4, 5],
  agreed: 4,
  told: 'Staff, cards and checks are shown with figures from other libraries; cover for illness is said and not shown.',
} as const
const SOUND = {
  quality:
    'A crew of three visits each building daily. A supervisor calls weekly. We use refillable products and keep a log that you may read.',
  how: 'Vacancies go to the jobs centre first. Our manager writes a report twice a year.',
  marks: [3, 3],
  agreed: 3,
  told: 'Answers what was asked; how a missed visit is made good stays open.',
} as const
const THIN = {
  quality: 'We are a leading provider and will meet all requirements to the highest standard at all times.',
  how: 'We are committed to the community.',
  marks: [1, 2],
  agreed: 1,
  told: 'Says that requirements will be met, and not how, by whom or when.',
} as const

const bidsAt = (pounds: number) => [
  { ...STRONG, pounds: Math.round(pounds * 0.99), quantity: '5' },
  { ...SOUND, pounds: Math.round(pounds * 1.03), quantity: '3' },
  { ...THIN, pounds: Math.round(pounds * 0.94), quantity: '2' },
]

export const MADE_UP_COMPETITIONS: readonly MadeUpCompetition[] = [
  {
    title: 'Care of street trees',
    summary: 'Watering, pruning and replanting of 3,000 street trees over two years.',
    category: '77211500',
    pence: 14_000_000,
    until: 'scoring',
    dueDaysAgo: 6,
    bids: bidsAt(140_000),
  },
  {
    title: 'Caretaking of community centres',
    summary: 'Opening, closing and cleaning of eleven community centres.',
    category: '98341130',
    pence: 15_000_000,
    until: 'moderation',
    dueDaysAgo: 12,
    bids: bidsAt(150_000),
  },
  {
    title: 'Deep cleaning of school kitchens',
    summary: 'Two deep cleans a year in 28 school kitchens.',
    category: '90910000',
    pence: 12_500_000,
    until: 'standstill',
    dueDaysAgo: 30,
    bids: bidsAt(125_000),
  },
  {
    title: 'Window cleaning of public buildings',
    summary: 'Windows of 40 public buildings, inside and out, four times a year.',
    category: '90911300',
    pence: 11_000_000,
    until: 'awarded',
    dueDaysAgo: 75,
    bids: bidsAt(110_000),
  },
]

export const SCORE_REASONS: Readonly<Record<number, string>> = {
  1: 'Nothing says who does what, or how it is checked.',
  2: 'A promise is made, with next to nothing on how.',
  3: 'Who does the work and how it is logged is clear.',
  4: 'Clear on staff and checks, with figures from elsewhere.',
  5: 'Clear on everything, and the figures are convincing.',
}
export const MOVED: Readonly<Record<string, string>> = {
  up: 'The log and the checks were found on the second page, which one of us had missed.',
  down: 'Cover for illness is claimed only; the panel found nothing that shows it.',
}
