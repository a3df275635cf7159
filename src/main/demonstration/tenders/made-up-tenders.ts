import type { AskContent, PurchaseDraft } from '#procurement'

/** A tender of Northmere's council. Days are counted from the day the demonstration is made; below nothing lies in the past. */
export type MadeUpTender = {
  readonly title: string
  readonly purpose: string
  readonly kind: PurchaseDraft['kind']
  readonly department: string
  readonly pounds: number
  readonly cpv: string
  readonly place: string
  readonly publishedIn: number
  readonly dueIn: number
  readonly questionDays: number
  readonly lots: AskContent['lots']
  readonly introduction: string
  readonly quality: string
  readonly how: string
  readonly conditions: readonly string[]
  /** A paper that bidders may add to their answers. */
  readonly paper?: string
}

const lot = (name: string, description: string, pounds: number) => ({
  name,
  description,
  valuePence: pounds * 100,
  isForSmallSuppliers: true,
})

export const CLOSING_SOON: MadeUpTender = {
  title: 'Window cleaning of libraries and halls',
  purpose: 'Clean windows in nine libraries and four halls, four times a year.',
  kind: 'services',
  department: 'Regeneration and Culture',
  pounds: 86_000,
  cpv: '90911300',
  place: 'Northmere',
  publishedIn: -26,
  dueIn: 2,
  questionDays: 5,
  lots: [],
  introduction:
    'We want clean windows, inside and out, four times a year.\nYou work outside opening hours, with water and no harsh chemicals. We show you every building.',
  quality: 'How will you plan the rounds so that no library has to close?',
  how: 'How will you find people who have been out of work, and keep them?',
  conditions: ['Public liability insurance of £5 million when the contract begins'],
  paper: 'Your certificate of public liability insurance, if you have one already',
}

export const WITH_ANSWERS: MadeUpTender = {
  title: 'Meals for day centres',
  purpose: 'A warm meal for 180 older people on every weekday, cooked near here.',
  kind: 'goods',
  department: 'Adult Social Care and Health',
  pounds: 168_000,
  cpv: '55321000',
  place: 'Northmere, Bellwharf',
  publishedIn: -12,
  dueIn: 19,
  questionDays: 8,
  lots: [
    lot('North', 'Three centres north of the river, 80 meals a day.', 74_000),
    lot('South', 'Four centres south of the river, 100 meals a day.', 94_000),
  ],
  introduction:
    'We want meals that people look forward to.\nThey are cooked on the day, brought hot by half past twelve, and fit for those who find it hard to chew.',
  quality: 'What would be on the plate in one week in March, and how do you keep it hot?',
  how: 'How will growers and bakers near here have a part in it?',
  conditions: ['Food hygiene rating of 4 or 5 when the contract begins'],
  paper: 'Your certificates of insurance, if you have them already',
}

export const CLOSED: MadeUpTender = {
  title: 'Care of hedges and paths in cemeteries',
  purpose: 'Quiet, safe cemeteries where families like to come.',
  kind: 'services',
  department: 'Environment and Highways',
  pounds: 142_000,
  cpv: '77314000',
  place: 'Northmere',
  publishedIn: -40,
  dueIn: -1,
  questionDays: 10,
  lots: [],
  introduction: 'We want hedges cut twice a year and paths that wheelchairs can use in every season.',
  quality: 'How will you work so that funerals are never disturbed?',
  how: 'How will you train young people in this trade?',
  conditions: ['Public liability insurance of £10 million when the contract begins'],
}

export const QUESTION = {
  cameBy: 'telephone',
  name: 'Mill Lane Bakers Co-operative',
  text: 'We at Mill Lane are twelve people. May we bid for the south only, and bring bread for the north?',
  rewritten: 'May a bidder bid for one lot only, and supply a part of the other as a sub-contractor?',
  answer:
    'Yes. Each lot is decided for itself. You may also supply whoever wins the other lot; say so in your answer to Q3.',
} as const
export const WAITING_QUESTION = {
  cameBy: 'in-person',
  name: 'Ashbrook Growers',
  text: 'Do the centres have ovens of their own?',
} as const
export const AMENDMENT = {
  code: 'Q3',
  text: 'What would be on the plate in one week in March, also for people who find it hard to chew?',
  reason: 'A bidder asked whether soft meals are part of the week. They are.',
}
export const OUTAGE = { daysAgo: 9, minutes: 25, what: 'A line to the data centre was cut by roadworks.' }
