import type { AppraisalContent, DeliveryOption, PurchaseDraft } from '#procurement'
import { FIRST_CRITERIA } from '#procurement'

const NO_DATES = {
  commencesOn: null,
  tenderOn: null,
  tendersDueOn: null,
  awardOn: null,
  contractOn: null,
  expiringOn: null,
}
const purchase = (
  facts: Partial<PurchaseDraft> & Pick<PurchaseDraft, 'title' | 'purpose'>,
): PurchaseDraft => ({
  kind: 'services',
  category: '',
  department: '',
  placeIds: [],
  valuePence: null,
  optionsPence: 0,
  extensionsPence: 0,
  vatRate: 20,
  ...NO_DATES,
  startsOn: '2027-09-01',
  endsOn: '2030-08-31',
  extendedEndsOn: '2032-08-31',
  expiringContract: '',
  owner: 'Head of Commissioning',
  isPublic: false,
  ...facts,
})

export const FRUIT_AND_BREAD = purchase({
  title: 'Bread, fruit and vegetables for schools',
  purpose: 'Children eat fresh food that is grown and baked near here.',
  kind: 'goods',
  category: 'Food',
  department: 'Education',
  valuePence: 96_000_000,
  extensionsPence: 64_000_000,
  vatRate: 0,
})
export const REPAIRS = purchase({
  title: 'Small repairs in council buildings',
  purpose: 'What is broken is mended within a week.',
  department: 'Property',
  valuePence: 45_000_000,
})
export const PARKS_RETURN = purchase({
  title: 'Care of parks after the present contract',
  purpose: 'Parks are safe, in flower, and looked after by people who know them.',
  department: 'Parks',
  valuePence: 210_000_000,
})

/** What was learned from the market, and the lots that came of it. */
export const FOOD_EVENT = {
  title: 'Meet the cooks',
  kind: 'co-design',
  heldOn: '2026-10-14',
  place: 'Northmere Corn Hall',
  about: 'How big may a lot be so that a farm or a bakery can win it? What is in season, and when?',
} as const
export const CARE_EVENT = {
  title: 'What good care needs',
  kind: 'online',
  heldOn: '2026-12-08',
  place: '',
  about: 'Zones, travel time that is paid, and what small providers need to bid.',
} as const
export const FOOD_GUESTS = [
  { supplierName: 'Mill Lane Bakers Co-operative', email: 'hello@mill-lane-bakers.example' },
  { supplierName: 'Ashbrook Growers', email: 'office@ashbrook-growers.example' },
  { supplierName: 'Callerby Fresh Ltd', email: 'bids@callerby-fresh.example' },
]
export const FOOD_NOTE = {
  learned:
    'No bakery or farm can supply all forty schools. Three said that they could supply one kind of food.',
  soWhat: 'Lots by kind of food, and no minimum for deliveries before seven.',
}
export const FOOD_LOTS = [
  {
    name: 'Bread',
    description: 'Bread baked on the day, for all schools.',
    valuePence: 40_000_000,
    isForSmallSuppliers: true,
  },
  {
    name: 'Fruit',
    description: 'Fruit in season, washed.',
    valuePence: 50_000_000,
    isForSmallSuppliers: true,
  },
  {
    name: 'Vegetables',
    description: 'Vegetables for the kitchens.',
    valuePence: 70_000_000,
    isForSmallSuppliers: false,
  },
]

type Scores = readonly [number, number, number, number, number]
const option = (
  id: string,
  facts: Pick<DeliveryOption, 'name' | 'model'> & Partial<DeliveryOption>,
  scores: Scores,
  evidence: string,
): DeliveryOption => ({
  id,
  parts: [],
  costsPence: [],
  movesStaff: false,
  mayBeSubsidy: false,
  flagsNote: '',
  scores: FIRST_CRITERIA.map(({ code }, index) => ({
    criterion: code,
    score: scores[index] ?? 0,
    evidence,
    confidence: index === 3 ? 'low' : 'medium',
  })),
  ...facts,
})
const ID = '0199f000-0000-7000-8000-00000000000'
const thousands = (...amounts: readonly number[]): number[] => amounts.map((amount) => amount * 100_000)

/** Parks: a hybrid is first by a little; the council's own company is close behind. */
export const PARKS_APPRAISAL: AppraisalContent = {
  need: 'Thirty-one parks and their paths are safe, clean and in flower, and residents can have a say in them.',
  criteria: FIRST_CRITERIA,
  options: [
    option(
      `${ID}1`,
      {
        name: 'Plan ourselves, buy the mowing',
        model: 'hybrid',
        parts: [
          { name: 'Planning and complaints', administeredBy: 'council', deliveredBy: 'council' },
          { name: 'Mowing', administeredBy: 'council', deliveredBy: 'supplier' },
          { name: 'Flower beds with residents', administeredBy: 'council', deliveredBy: 'voluntary' },
        ],
        costsPence: thousands(760, 690, 690, 700, 700),
        movesStaff: true,
        flagsNote: 'Six planners would come back to the council; pensions were reckoned with the fund.',
      },
      [4, 4, 4, 3, 4],
      'Residents’ panel of May 2026 and the officers’ review',
    ),
    option(
      `${ID}2`,
      {
        name: 'Northmere Green, a company of our own',
        model: 'latco',
        costsPence: thousands(820, 705, 700, 700, 700),
        movesStaff: true,
        mayBeSubsidy: true,
        flagsNote: 'A loan at market interest; subsidy control was looked at and no advantage was found.',
      },
      [4, 4, 3, 3, 4],
      'Business plan of the company, second draft',
    ),
    option(
      `${ID}3`,
      { name: 'Buy all of it again', model: 'outsourced', costsPence: thousands(690, 690, 700, 710, 720) },
      [3, 2, 2, 4, 3],
      'Reports of the present contract',
    ),
  ],
  chosenId: `${ID}1`,
  chosenBecause:
    'It is first in points. It costs more than buying all of it again, and gives residents a say and the council the means to change things.',
  publicInterest: {
    answers: [
      {
        question: 'Who answers for it, and can it be taken back?',
        answer: 'The Head of Parks. Mowing can be bought anew every three years.',
      },
    ],
  },
}
