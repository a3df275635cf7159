import type { MadeUpTender } from '../tenders/made-up-tenders.ts'

export type MadeUpBid = {
  readonly pounds: string
  readonly jobs: string
  readonly quality: string
  readonly how: string
}

/** What the made-up suppliers say, one after the other. */
export const MADE_UP_BIDS: readonly MadeUpBid[] = [
  {
    pounds: '78,400',
    jobs: '2',
    quality:
      'The same two people come every time, so that they know each building and its keys. We agree the rounds with the caretakers a quarter ahead and keep one spare day in each round for bad weather.',
    how: 'We take people on with the job centre in Bellwharf: a paid trial week, then a contract for as long as ours. A colleague who began that way looks after them for the first half year.',
  },
  {
    pounds: '81,950',
    jobs: '3',
    quality:
      'Work is planned by the people who do it. Each site has a card with what must not be disturbed; a site lead checks it with the building’s manager on the day before, and signs it off with them on the day.',
    how: 'As a co-operative we offer a share to everybody after a year. Three places are kept for people who were out of work for twelve months, with training paid.',
  },
  {
    pounds: '69,900',
    jobs: '4',
    quality:
      'We know these places: half of us live within two miles. We begin at six and are gone before they open, and come back the same day if something was missed.',
    how: 'Four people from our own training kitchen and workshop move into paid work here. Our support worker stays in touch with each for a year.',
  },
  {
    pounds: '74,200',
    jobs: '1',
    quality:
      'Our planning system assigns crews by skill and distance and reports each visit with a photograph. A regional manager reviews the reports monthly with the council.',
    how: 'One apprentice, recruited through our national programme and based in Northmere.',
  },
]

/** Closed and opened when the demonstration is made; days are those before the moment of its deadline. */
export const OPENED_TENDER: MadeUpTender = {
  title: 'Repair and repainting of park benches and railings',
  purpose: 'Six hundred benches and four miles of railings that last another ten years.',
  kind: 'services',
  department: 'Environment and Highways',
  pounds: 82_000,
  cpv: '45442100',
  place: 'Northmere',
  publishedIn: -32,
  dueIn: 0,
  questionDays: 9,
  lots: [],
  introduction:
    'We want benches that people like to sit on and railings that do not rust.\nYou work park by park, in season, and keep paths open.',
  quality: 'How will you work so that parks stay open and safe?',
  how: 'How will you find people who have been out of work, and keep them?',
  conditions: ['Public liability insurance of £5 million when the contract begins'],
}
