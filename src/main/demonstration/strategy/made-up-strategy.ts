import type { DocumentDraft, PriorityDraft } from '#strategy'
import { CITY, CITY_WARDS } from '../geography/made-up-places.ts'

export type MadeUpPriority = Omit<
  PriorityDraft,
  'objectiveId' | 'ownerRoleId' | 'origin' | 'outcomes' | 'measures' | 'places' | 'targets'
> & {
  readonly owner: string
  readonly wards: readonly string[]
  readonly targets: Readonly<Record<string, string>>
  readonly outcomes: readonly string[]
  readonly measures: readonly string[]
}
export type MadeUpObjective = {
  readonly title: string
  readonly description: string
  readonly priorities: readonly MadeUpPriority[]
}
export type MadeUpVersion = DocumentDraft & {
  readonly objectives: readonly MadeUpObjective[]
  readonly consulted: { readonly decidedOn: string; readonly note: string } | null
  readonly adopted: { readonly decidedOn: string; readonly note: string } | null
}

/** Roles and who held them: the made-up names are words of the place, not people's. */
export const OWNER_ROLES = [
  {
    name: 'Director of Growth and Skills',
    holders: [
      { personName: 'Holder of the post until 2024', fromOn: '2021-09-01', untilOn: '2024-08-31' },
      { personName: 'Northmere Senior Owner', fromOn: '2024-09-01', untilOn: null },
    ],
  },
  {
    name: 'Director of Homes and Communities',
    holders: [{ personName: 'Northmere Commissioner', fromOn: '2023-04-01', untilOn: null }],
  },
  {
    name: 'Director of Climate and Streets',
    holders: [{ personName: 'Northmere Contract Manager', fromOn: '2022-06-01', untilOn: null }],
  },
] as const

const [GROWTH, HOMES, CLIMATE] = OWNER_ROLES.map(({ name }) => name) as [string, string, string]

export const wardCode = (name: string): string => CITY_WARDS.find((ward) => ward.name === name)?.code ?? ''

const fairPay: MadeUpPriority = {
  title: 'Fair pay in every contract',
  plainWords: 'Everyone who works on a council contract earns at least the real living wage.',
  description:
    'One in three people who work on our contracts earns less than it costs to live here. We ask every new contract to pay the real living wage, and help those that cannot yet to get there.',
  owner: GROWTH,
  wards: [],
  indicator: 'Contract staff paid the real living wage',
  unit: '%',
  direction: 'up',
  baseline: '58',
  baselineOn: '2023-03-31',
  targets: { '2025/26': '68', '2026/27': '74', '2027/28': '82', '2028/29': '90' },
  outcomes: ['fair-pay'],
  measures: ['fair-rlw-share', 'fair-rlw-hours'],
}
const firstJobs: MadeUpPriority = {
  title: 'A first job for young people',
  plainWords: 'Every young person in Northmere is in work, in learning, or on the way to it.',
  description:
    'Too many young people in Bellwharf and Cattlegate leave school for nothing. Contracts in those wards open placements and first jobs to them.',
  owner: GROWTH,
  wards: ['Bellwharf', 'Cattlegate'],
  indicator: 'People aged 16 to 24 in neither work nor learning',
  unit: '%',
  direction: 'down',
  baseline: '9.4',
  baselineOn: '2023-03-31',
  targets: { '2025/26': '8', '2026/27': '7', '2028/29': '5' },
  outcomes: ['jobs-young-people'],
  measures: ['job-neet-16-17', 'job-neet-18-24', 'skill-placement'],
}
const warmHomes: MadeUpPriority = {
  title: 'Warm homes',
  plainWords: 'Nobody has to choose between heating and eating.',
  description:
    'Draughty terraces cost their tenants most. Retrofit contracts start where bills weigh heaviest and train local people to do the work.',
  owner: HOMES,
  wards: ['Bellwharf', 'Cattlegate', 'Oldminster'],
  indicator: 'Homes below energy band C',
  unit: '%',
  direction: 'down',
  baseline: '47',
  baselineOn: '2023-03-31',
  targets: { '2025/26': '41', '2026/27': '37', '2028/29': '30' },
  outcomes: ['hea-homes', 'env-climate'],
  measures: ['env-carbon', 'job-local-fte'],
}
const lessAlone: MadeUpPriority = {
  title: 'Fewer people alone',
  plainWords: 'Older people see a friendly face every week.',
  description: 'Care, libraries and parks contracts each leave room for people to meet.',
  owner: HOMES,
  wards: [],
  indicator: 'Residents over 65 who often feel lonely',
  unit: '%',
  direction: 'down',
  baseline: '12.5',
  baselineOn: '2023-03-31',
  targets: { '2026/27': '10', '2028/29': '8' },
  outcomes: ['com-better-lives'],
  measures: ['com-lonely', 'com-volunteer'],
}
const localMoney: MadeUpPriority = {
  title: 'More of our money stays here',
  plainWords: 'More of what the council spends goes to firms and charities in Ashshire.',
  description:
    'We publish what we will buy a year ahead, split it into lots that small firms can win, and ask those who could bid to come and talk.',
  owner: GROWTH,
  wards: [],
  indicator: 'Spending with suppliers in Ashshire',
  unit: '%',
  direction: 'up',
  baseline: '39',
  baselineOn: '2023-03-31',
  targets: { '2024/25': '42', '2025/26': '45', '2026/27': '48', '2027/28': '52' },
  outcomes: ['local-money', 'local-small-firms'],
  measures: ['local-spend', 'local-sme', 'local-vcse'],
}
const cleanFleet: MadeUpPriority = {
  title: 'Cleaner journeys',
  plainWords: 'The vans and lorries that work for us no longer foul the air.',
  description: 'Contracts that drive in the city bring cleaner vehicles year by year.',
  owner: CLIMATE,
  wards: ['Swanmarket', 'Bellwharf'],
  indicator: 'Emissions from vehicles on council contracts',
  unit: 'tonnes',
  direction: 'down',
  baseline: '4120',
  baselineOn: '2023-03-31',
  targets: { '2025/26': '3500', '2027/28': '2600', '2029/30': '1500' },
  outcomes: ['env-climate', 'env-clean-air'],
  measures: ['env-fleet', 'env-carbon'],
}
const lessWaste: MadeUpPriority = {
  title: 'Less thrown away',
  plainWords: 'What we buy is mended, shared and used again before it is thrown away.',
  description: 'Furniture, uniforms and building materials have a second life before they are waste.',
  owner: CLIMATE,
  wards: [],
  indicator: 'Waste from council buildings',
  unit: 'tonnes',
  direction: 'down',
  baseline: '860',
  baselineOn: '2023-03-31',
  targets: { '2025/26': '760', '2027/28': '640', '2029/30': '500' },
  outcomes: ['env-waste'],
  measures: [],
}
/** Not finished: nobody owns it and nothing measures it yet. */
const openHarbour: MadeUpPriority = {
  title: 'A harbour open to all',
  plainWords: 'Everybody can walk along the water, sit down, and find something to do.',
  description: '',
  owner: '',
  wards: ['Bellwharf'],
  indicator: '',
  unit: '',
  direction: 'up',
  baseline: null,
  baselineOn: null,
  targets: {},
  outcomes: [],
  measures: [],
}
/** Shared by the alliance; the council takes it into its growth plan and sets a target of its own. */
export const apprenticeships: MadeUpPriority = {
  title: 'Apprenticeships that last',
  plainWords: 'Apprentices on public contracts finish what they start, and are kept on.',
  description: 'Members of the authority ask for it together, so that firms meet one ask and not seven.',
  owner: GROWTH,
  wards: [],
  indicator: 'Apprentices on contracts who complete',
  unit: '%',
  direction: 'up',
  baseline: '54',
  baselineOn: '2023-07-31',
  targets: { '2025/26': '62', '2026/27': '66', '2027/28': '70' },
  outcomes: ['skills-qualified'],
  measures: ['skill-app-l2', 'skill-app-l3'],
}

const work = (...priorities: MadeUpPriority[]): MadeUpObjective => ({
  title: 'Work that pays',
  description: 'Work for us, directly or through a contract, is worth having.',
  priorities,
})
const homes = (...priorities: MadeUpPriority[]): MadeUpObjective => ({
  title: 'Homes and neighbours',
  description: 'People live well where they are.',
  priorities,
})

const corporate = { kind: 'corporate-plan' as const, title: `${CITY} Corporate Plan` }

/** The corporate plan's first version, superseded, and the one that counts. */
export const CORPORATE_VERSIONS: readonly MadeUpVersion[] = [
  {
    ...corporate,
    summary: 'What the council wants for Northmere until 2025.',
    startsOn: '2021-04-01',
    endsOn: '2025-03-31',
    objectives: [
      work({ ...fairPay, targets: { '2024/25': '65' } }),
      homes({ ...warmHomes, targets: { '2024/25': '44' } }),
    ],
    consulted: { decidedOn: '2020-12-18', note: '412 residents and 38 organisations answered.' },
    adopted: { decidedOn: '2021-02-25', note: 'Full council, 25 February 2021, minute 14.' },
  },
  {
    ...corporate,
    summary:
      'What the council wants for Northmere, and how it will show: work that pays, and homes and neighbours to be glad of.',
    startsOn: '2025-04-01',
    endsOn: '2029-03-31',
    objectives: [work(fairPay, firstJobs), homes(warmHomes, lessAlone)],
    consulted: {
      decidedOn: '2024-12-13',
      note: '1,204 residents answered and nine ward meetings were held. Young people asked for first jobs to be named.',
    },
    adopted: { decidedOn: '2025-02-27', note: 'Full council, 27 February 2025, minute 9.' },
  },
]

export const GROWTH_PLAN: MadeUpVersion = {
  kind: 'growth-plan',
  title: `${CITY} Growth Plan`,
  summary: 'Growth that people in Northmere feel in their own pockets.',
  startsOn: '2024-04-01',
  endsOn: '2028-03-31',
  objectives: [
    {
      title: 'Money that stays',
      description: 'What is spent here is earned here.',
      priorities: [localMoney],
    },
    {
      title: 'Skills for tomorrow',
      description: 'People here can do the work that is coming.',
      priorities: [],
    },
  ],
  consulted: { decidedOn: '2023-11-24', note: 'The business forum and 96 firms answered.' },
  adopted: { decidedOn: '2024-02-15', note: 'Cabinet, 15 February 2024, minute 6.' },
}

export const CLIMATE_PLAN: MadeUpVersion = {
  kind: 'climate-plan',
  title: `${CITY} Climate Plan`,
  summary: 'A city that wastes less and breathes easier, on the way to net zero in 2040.',
  startsOn: '2024-04-01',
  endsOn: '2030-03-31',
  objectives: [
    {
      title: 'Clean air, little waste',
      description: 'What is done in our name does no harm that can be spared.',
      priorities: [cleanFleet, lessWaste],
    },
  ],
  consulted: { decidedOn: '2023-10-31', note: 'A climate assembly of 40 residents met four times.' },
  adopted: { decidedOn: '2024-01-18', note: 'Cabinet, 18 January 2024, minute 11.' },
}

/** Still being written, so that there is a draft to try things on. */
export const PLACE_PLAN: MadeUpVersion = {
  kind: 'place-plan',
  title: 'Bellwharf Place Plan',
  summary: 'What the people of Bellwharf want for the old docks.',
  startsOn: '2027-04-01',
  endsOn: '2032-03-31',
  objectives: [
    {
      title: 'A harbour for everybody',
      description: 'The old docks are a place to be.',
      priorities: [openHarbour],
    },
    { title: 'Getting about', description: 'Buses run when shifts end.', priorities: [] },
  ],
  consulted: null,
  adopted: null,
}

export const ALLIANCE_PLAN: MadeUpVersion = {
  kind: 'growth-plan',
  title: 'Ashshire Local Growth Plan',
  summary: 'What the councils of Ashshire want together.',
  startsOn: '2023-08-01',
  endsOn: '2028-07-31',
  objectives: [
    {
      title: 'Skilled people, good firms',
      description: 'Members ask for the same, so that firms are not asked seven things.',
      priorities: [apprenticeships],
    },
  ],
  consulted: { decidedOn: '2023-05-31', note: 'All seven member councils answered.' },
  adopted: { decidedOn: '2023-07-14', note: 'Combined authority, 14 July 2023.' },
}
