import type { ImpactDraft, LawFacts, PurchaseKind, Stage } from '#procurement'

/** A purchase of Northmere's council. Amounts are in pounds without VAT; `tenderIn` is in days from the day the demonstration is made. */
export type MadeUpPurchase = {
  readonly title: string
  readonly purpose: string
  readonly stage: Stage
  readonly kind: PurchaseKind | null
  readonly category: string
  readonly department: string
  readonly owner: string
  readonly pounds: readonly [certain: number | null, options: number, extensions: number]
  readonly vatRate: number | null
  readonly tenderIn: number | null
  readonly years: number
  readonly follows: string
  readonly isPublic: boolean
  readonly facts: LawFacts
}

const COMPETITION: LawFacts = {
  route: 'open',
  electronicSubmission: true,
  allDocumentsAtOnce: true,
  preliminaryMarketEngagement: false,
  authorityPaysOver100m: true,
}

const purchase = (
  title: string,
  purpose: string,
  [stage, kind]: readonly [Stage, PurchaseKind | null],
  [category, department, owner]: readonly [string, string, string],
  [pounds, vatRate]: readonly [MadeUpPurchase['pounds'], number | null],
  [tenderIn, years]: readonly [number | null, number],
  more: Partial<Pick<MadeUpPurchase, 'follows' | 'isPublic' | 'facts'>> = {},
): MadeUpPurchase => ({
  title,
  purpose,
  stage,
  kind,
  category,
  department,
  owner,
  pounds,
  vatRate,
  tenderIn,
  years,
  follows: '',
  isPublic: false,
  facts: {},
  ...more,
})

/** One or more at every stage. Categories and departments are those of the payment files. */
// biome-ignore format: a table reads better in rows
export const MADE_UP_PURCHASES: readonly MadeUpPurchase[] = [
  purchase('Repair café and tool library', 'Keep things in use, and let people learn to mend them.', ['idea', null], ['', 'Environment and Highways', 'Head of Waste'], [[null, 0, 0], null], [null, 2]),
  purchase('Printing for elections and consultations', 'Polling cards and leaflets that reach every home.', ['idea', 'goods'], ['Printing and stationery', 'Corporate Resources', 'Head of Communications'], [[9_000, 0, 0], 20], [200, 1]),
  purchase('Grounds maintenance of parks and verges', 'Safe, flowering parks in all six wards, with work for people who live there.', ['planning', 'services'], ['Grounds maintenance', 'Environment and Highways', 'Head of Parks'], [[1_600_000, 120_000, 800_000], 20], [240, 4], { follows: 'NM-0412', isPublic: true, facts: { ...COMPETITION, preliminaryMarketEngagement: true } }),
  purchase('Home care for older people', 'People stay at home longer, cared for by staff they know.', ['engagement', 'light-touch'], ['Home care', 'Adult Social Care and Health', 'Head of Commissioning'], [[7_200_000, 0, 3_600_000], 0], [150, 4], { follows: 'NC-0018', isPublic: true, facts: { ...COMPETITION, route: 'competitive-flexible', cpv: '85310000-5', preliminaryMarketEngagement: true } }),
  purchase('School meals: fruit, vegetables and milk', 'Fresh food for 31 primary schools, in lots that growers can win.', ['ask', 'goods'], ['Food and catering', 'Children and Education', 'Catering manager'], [[900_000, 0, 450_000], 0], [90, 2], { follows: 'NM-0398', isPublic: true, facts: COMPETITION }),
  purchase('Footway works in Bellwharf and Cattlegate', 'Pavements that wheelchairs and prams can use.', ['ask', 'works'], ['Highways works', 'Environment and Highways', 'Head of Highways'], [[2_400_000, 300_000, 0], 20], [75, 1], { isPublic: true, facts: COMPETITION }),
  purchase('Advice for people in debt', 'Free advice in every ward, by somebody who listens.', ['ready', 'light-touch'], ['Prevention and advice', 'Adult Social Care and Health', 'Head of Prevention'], [[180_000, 0, 90_000], 0], [21, 3], { follows: 'NM-0431', isPublic: true, facts: { ...COMPETITION, cpv: '85312310-5', 'local.socialValueConsidered': true } }),
  purchase('Boiler replacement in council homes', 'Warm homes with lower bills, fitted by local trainees.', ['published', 'works'], ['Building repairs', 'Housing and Communities', 'Head of Repairs'], [[3_100_000, 0, 1_000_000], 20], [-18, 3], { follows: 'NC-0002', isPublic: true, facts: COMPETITION }),
  purchase('Cleaning of civic buildings', 'Clean buildings, cleaned by people who are paid to live on it.', ['assessing', 'services'], ['Cleaning and security', 'Corporate Resources', 'Head of Property'], [[1_150_000, 0, 500_000], 20], [-62, 3], { follows: 'NC-0006', isPublic: true, facts: COMPETITION }),
  purchase('Home to school transport, northern routes', 'Children with special needs arrive safe and calm.', ['awarded', 'services'], ['Home to school transport', 'Children and Education', 'Transport manager'], [[640_000, 0, 320_000], 0], [-118, 2], { isPublic: true, facts: COMPETITION }),
  purchase('Insulation of 400 homes', 'Colder homes first, with energy advice at the door.', ['in-contract', 'works'], ['Energy saving and renewables', 'Housing and Communities', 'Warm homes lead'], [[1_900_000, 0, 0], 20], [-330, 2], { isPublic: true, facts: COMPETITION }),
  purchase('Festival stage and sound', 'A free summer festival with Northmere’s own musicians.', ['ended', 'services'], ['Arts and events', 'Regeneration and Culture', 'Culture officer'], [[42_000, 0, 0], 20], [-560, 1], { facts: { route: 'invited-suppliers' } }),
  purchase('Replacement of the ledger system', 'One ledger for all departments.', ['stopped', 'services'], ['ICT', 'Corporate Resources', 'Head of ICT'], [[2_200_000, 400_000, 900_000], 20], [180, 5], { facts: COMPETITION }),
]

type MadeUpImpact = readonly [
  direction: 'positive' | 'negative',
  dimension: 'social' | 'economic' | 'environmental',
  likelihood: number,
  scale: number,
  effect: string,
  group: string,
  answer: ImpactDraft['answer'],
  reason: string,
]

/** What the council expects of some purchases, by title. One is left with a bad effect that nobody has met yet. */
// biome-ignore format: a table reads better in rows
export const MADE_UP_IMPACTS: Readonly<Record<string, readonly MadeUpImpact[]>> = {
  'Grounds maintenance of parks and verges': [
    ['positive', 'economic', 3, 2, 'Seasonal work for people who live near the parks', 'People on low incomes', null, ''],
    ['negative', 'environmental', 4, 3, 'Petrol mowers and strimmers: noise and fumes in all parks', 'Older people', null, ''],
  ],
  'School meals: fruit, vegetables and milk': [
    ['positive', 'social', 4, 3, 'Children eat more fresh food', 'Children and young people', null, ''],
    ['positive', 'economic', 3, 3, 'Growers in the county can win a lot', 'Local businesses', null, ''],
    ['negative', 'environmental', 3, 2, 'More deliveries to 31 schools', 'Children and young people', 'specification', 'Deliveries twice a week, outside the school run, from one hub for each lot.'],
  ],
  'Advice for people in debt': [
    ['positive', 'social', 4, 4, 'People in debt get help before they lose their home', 'People on low incomes', null, ''],
    ['positive', 'economic', 3, 2, 'Benefits that people are entitled to are claimed and spent locally', 'People on low incomes', null, ''],
    ['negative', 'environmental', 1, 1, 'Some more journeys to appointments', 'Disabled people', 'accepted', 'People choose between telephone and a place in their own ward.'],
  ],
}
