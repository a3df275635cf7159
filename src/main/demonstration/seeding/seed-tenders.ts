import { type IdentityTables, listMembers, type OrganisationId, type PersonId, type Role } from '#identity'
import {
  type AskContent,
  changeAsk,
  createPurchase,
  listPurchases,
  type ProcurementTables,
  type PurchaseDraft,
  readyAsk,
} from '#procurement'
import {
  amendTender,
  beginTender,
  changeDraft,
  listTenders,
  noteQuestion,
  publishAnswer,
  publishTender,
  recordOutage,
  type Tender,
  type TenderContent,
  type TendersTables,
} from '#tenders'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { FRUIT_AND_BREAD } from '../asks/made-up-asks.ts'
import {
  AMENDMENT,
  CLOSED,
  CLOSING_SOON,
  type MadeUpTender,
  OUTAGE,
  QUESTION,
  WAITING_QUESTION,
  WITH_ANSWERS,
} from '../tenders/made-up-tenders.ts'
import { insist } from './insist.ts'

const DAY = 86_400_000
type Holders = readonly [PersonId, PersonId, PersonId]

const purchaseOf = (made: MadeUpTender): PurchaseDraft => ({
  title: made.title,
  purpose: made.purpose,
  kind: made.kind,
  category: made.department,
  department: made.department,
  placeIds: [],
  valuePence: made.pounds * 100,
  optionsPence: 0,
  extensionsPence: 0,
  vatRate: 20,
  commencesOn: null,
  tenderOn: null,
  tendersDueOn: null,
  awardOn: null,
  contractOn: null,
  startsOn: '2027-09-01',
  endsOn: '2029-08-31',
  extendedEndsOn: null,
  expiringContract: '',
  expiringOn: null,
  owner: 'Head of Procurement',
  isPublic: true,
})

/** Price 50, quality 30, social value 10 in numbers and 10 in words, as the council's policy has it. */
const criteriaOf = (made: MadeUpTender): AskContent['criteria'] => [
  {
    name: 'Price',
    kind: 'price',
    weight: '50',
    method: 'fixed-benchmark',
    benchmark: String(made.pounds),
    question: '',
    wordLimit: null,
  },
  {
    name: 'Quality',
    kind: 'quality',
    weight: '30',
    method: 'scale',
    benchmark: null,
    question: made.quality,
    wordLimit: 500,
  },
  {
    name: 'What you offer',
    kind: 'social-value-quantitative',
    weight: '10',
    method: 'bands',
    benchmark: '4',
    question: '',
    wordLimit: null,
  },
  {
    name: 'How you do it',
    kind: 'social-value-qualitative',
    weight: '10',
    method: 'scale',
    benchmark: null,
    question: made.how,
    wordLimit: 300,
  },
]

const askOf = (made: MadeUpTender): AskContent => ({
  introduction: made.introduction,
  lines: [
    {
      framework: 'open',
      measure: 'job-unemployed',
      outcome: 'jobs-far-from-work',
      outcomeName: 'More people in work',
      name: 'Jobs for people who were out of work',
      counts: 'People hired for this contract who had no job before.',
      unit: 'person-year',
      askedAs: 'number',
      priorities: [],
      minimum: null,
      existing: 'in-full',
      indexation: 'fixed',
      reason: 'Small firms near here told us that they can do it.',
    },
  ],
  criteria: criteriaOf(made),
  lots: made.lots,
  isForSmallSuppliers: true,
  isVolumeGuaranteed: true,
  weightReason: 'As the policy has it.',
  lotsReason: made.lots.length > 1 ? '' : 'One crew does all of it in a week.',
  proportionReason: 'One measure is enough.',
})

/** Facts of an open procedure with everything online. */
const FACTS = {
  route: 'open',
  electronicSubmission: true,
  allDocumentsAtOnce: true,
  preliminaryMarketEngagement: false,
  authorityPaysOver100m: true,
}

/** The same person some days before or after the demonstration is made. */
const daysOn = (ctx: Context, days: number): Context => {
  const at = new Date(ctx.clock.now().getTime() + days * DAY)
  return { ...ctx, clock: { now: () => at } }
}

const dueAt = (ctx: Context, made: MadeUpTender): Date =>
  new Date(Math.floor(ctx.clock.now().getTime() / DAY) * DAY + made.dueIn * DAY + DAY / 2)

/** A question for a file, last of all. */
const paperOf = ({ paper }: MadeUpTender, number: number): TenderContent['questions'] =>
  paper === undefined
    ? []
    : [
        {
          code: `Q${number}`,
          lots: [],
          criterion: null,
          text: paper,
          help: '',
          kind: 'file',
          wordLimit: null,
          isRequired: false,
          isCondition: false,
        },
      ]

type Officers = { readonly writer: Context; readonly publisher: Context; readonly holders: Holders }

/** A purchase with its ask, tendered and published; due on its day, or at the moment given. */
export const makeTender = async (
  { writer, publisher, holders }: Officers,
  made: MadeUpTender,
  deadline: Date = dueAt(writer, made),
): Promise<Tender> => {
  const [early, out] = [daysOn(writer, made.publishedIn - 3), daysOn(publisher, made.publishedIn)]
  const underWay = { stage: 'ask', facts: { ...FACTS, cpv: made.cpv } } as const
  const purchase = insist(await createPurchase(early, purchaseOf(made), underWay), made.title)
  const change = () => askOf(made)
  insist(
    await changeAsk(early, purchase.id, { seen: 0, because: 'First draft', noteId: null, change }),
    made.title,
  )
  insist(await readyAsk(out, purchase.id, 1), made.title)
  const { id } = insist(await beginTender(early, purchase.id), made.title)
  const text = {
    placeName: made.place,
    deadline,
    questionDeadline: new Date(deadline.getTime() - made.questionDays * DAY),
  }
  const edit = {
    seen: 1,
    text,
    change: (content: TenderContent) => ({
      ...content,
      conditions: made.conditions,
      questions: [...content.questions, ...paperOf(made, content.questions.length + 1)],
    }),
  }
  insist(await changeDraft(early, id, edit), made.title)
  return insist(await publishTender(out, id, { seen: 2, holders }), made.title)
}

/** Questions with an answer and one that waits, an amendment, and an outage that changed nothing. */
const enliven = async ({ writer, publisher }: Officers, tender: Tender): Promise<void> => {
  const enquiryId = insist(await noteQuestion(daysOn(writer, -8), tender.id, QUESTION), 'a question')
  const { rewritten: question, answer } = QUESTION
  insist(await publishAnswer(daysOn(writer, -7), tender.id, { enquiryId, question, answer }), 'an answer')
  insist(await noteQuestion(daysOn(writer, -1), tender.id, WAITING_QUESTION), 'a question')
  const change = daysOn(writer, -6)
  const rewrite = {
    seen: 0,
    change: (content: TenderContent) => ({
      ...content,
      questions: content.questions.map((one) =>
        one.code === AMENDMENT.code ? { ...one, text: AMENDMENT.text } : one,
      ),
    }),
  }
  insist(await changeDraft(change, tender.id, rewrite), 'a change')
  const amendment = { seen: 1, reason: AMENDMENT.reason, deadline: null }
  insist(await amendTender(daysOn(publisher, -6), tender.id, amendment), 'an amendment')
  const fromAt = daysOn(writer, -OUTAGE.daysAgo).clock.now()
  const toAt = new Date(fromAt.getTime() + OUTAGE.minutes * 60_000)
  insist(await recordOutage(writer, { fromAt, toAt, what: OUTAGE.what }), 'an outage')
}

/** A draft of food for schools, one tender that closes soon, one with questions and an amendment, and one that is closed. */
export const seedTenders = async (
  services: Services,
  councilId: OrganisationId,
  holders: Holders,
): Promise<void> => {
  const anybody = actingAs(services, { kind: 'command' }, councilId)
  const { members, purchases, tenders } = await inReading(
    anybody,
    async (db: Reader<IdentityTables & ProcurementTables & TendersTables>) => ({
      members: await listMembers(db as never, councilId),
      purchases: await listPurchases(db as never),
      tenders: await listTenders(db as never, councilId),
    }),
  )
  const as = (role: Role): Context => {
    const personId = members.find(({ roles }) => roles.includes(role))?.id
    return personId ? actingAs(services, { kind: 'person', personId }, councilId) : anybody
  }
  const officers = { writer: as('commissioner'), publisher: as('procurement-officer'), holders }
  const food = purchases.find(({ title }) => title === FRUIT_AND_BREAD.title)
  if (food && !tenders.some(({ purchaseId }) => purchaseId === food.id))
    insist(await beginTender(officers.writer, food.id), food.title)
  for (const made of [CLOSED, CLOSING_SOON, WITH_ANSWERS]) {
    if (purchases.some(({ title }) => title === made.title)) continue
    const tender = await makeTender(officers, made)
    if (made === WITH_ANSWERS) await enliven(officers, tender)
  }
}
