import { type AskContent, changeAsk, createPurchase, type PurchaseDraft, readyAsk } from '#procurement'
import { accept } from '../../kernel/decision.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { beginTender, changeDraft } from './actions/drafts.ts'
import { type Publishing, publishTender, publishWith } from './actions/publish.ts'
import type { Tender, TenderContent, TenderText } from './model.ts'

type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: string }
const must = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`)
  return outcome.value
}

const DAY = 86_400_000

/** Cleaning for £120,000 over two years: below the threshold, so one person may write and publish it. */
export const aSmallPurchase = (facts: Partial<PurchaseDraft>): PurchaseDraft => ({
  title: 'Cleaning of libraries',
  purpose: 'Libraries are clean when they open.',
  kind: 'services',
  category: 'Cleaning and security',
  department: 'Culture',
  placeIds: [],
  valuePence: 12_000_000,
  optionsPence: 0,
  extensionsPence: 0,
  vatRate: 20,
  commencesOn: null,
  tenderOn: null,
  tendersDueOn: null,
  awardOn: null,
  contractOn: null,
  startsOn: '2027-10-01',
  endsOn: '2029-09-30',
  extendedEndsOn: null,
  expiringContract: '',
  expiringOn: null,
  owner: 'Head of Libraries',
  isPublic: true,
  ...facts,
})

/** Price 40, quality 40, social value 10 in numbers and 10 in words; one measure. */
export const someAsk: AskContent = {
  introduction: 'We want libraries that people like to be in.',
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
      reason: 'It suits the work.',
    },
  ],
  criteria: [
    {
      name: 'Price',
      kind: 'price',
      weight: '40',
      method: 'fixed-benchmark',
      benchmark: '120000',
      question: '',
      wordLimit: null,
    },
    {
      name: 'Quality',
      kind: 'quality',
      weight: '40',
      method: 'scale',
      benchmark: null,
      question: 'How will you do the work?',
      wordLimit: 500,
    },
    {
      name: 'Offer',
      kind: 'social-value-quantitative',
      weight: '10',
      method: 'bands',
      benchmark: '4',
      question: '',
      wordLimit: null,
    },
    {
      name: 'How',
      kind: 'social-value-qualitative',
      weight: '10',
      method: 'scale',
      benchmark: null,
      question: 'How will you find the people?',
      wordLimit: 300,
    },
  ],
  lots: [],
  isForSmallSuppliers: false,
  isVolumeGuaranteed: true,
  weightReason: 'A small contract.',
  lotsReason: 'One crew does all of it.',
  proportionReason: 'One measure is enough.',
}

export type GivenTender = {
  readonly purchase?: Partial<PurchaseDraft>
  readonly ask?: Partial<AskContent>
  readonly text?: Partial<Pick<TenderText, 'title' | 'summary' | 'category' | 'placeName'>>
  readonly change?: (content: TenderContent) => TenderContent
  /** When bids are due; it may be seconds ahead or long past, the tender is published thirty days before. */
  readonly deadline?: Date
  /** Whose keys open the bids; without them the tender has no key, and takes none. */
  readonly holders?: Publishing['holders']
}

/** A draft with all that a tender needs, of the context's authority. The library of measures must have been installed. */
export const giveTenderDraft = async (ctx: Context, given: GivenTender = {}): Promise<Tender> => {
  const purchase = must(
    await createPurchase(ctx, aSmallPurchase(given.purchase ?? {}), {
      stage: 'ask',
      facts: {
        route: 'open',
        electronicSubmission: true,
        allDocumentsAtOnce: true,
        authorityPaysOver100m: true,
      },
    }),
  )
  const change = () => ({ ...someAsk, ...given.ask })
  const revision = must(
    await changeAsk(ctx, purchase.id, { seen: 0, because: 'First draft', noteId: null, change }),
  )
  must(await readyAsk(ctx, purchase.id, revision.revision))
  const tender = must(await beginTender(ctx, purchase.id))
  const deadline = given.deadline ?? tender.deadline
  const text = {
    category: '90911200',
    placeName: 'Northmere',
    deadline,
    questionDeadline: new Date(deadline.getTime() - 10 * DAY),
    ...given.text,
  }
  must(await changeDraft(ctx, tender.id, { seen: 1, text, change: given.change }))
  return { ...tender, ...text }
}

/** A published tender of the context's authority; without holders it takes no bids, which is enough for what follows publication. */
export const givePublishedTender = async (ctx: Context, given: GivenTender = {}): Promise<Tender> => {
  const deadline = given.deadline ?? new Date(ctx.clock.now().getTime() + 30 * DAY)
  const clock = { now: () => new Date(deadline.getTime() - 30 * DAY) }
  const before = { ...actingAs(ctx, ctx.actor, ctx.authorityId), clock }
  const draft = await giveTenderDraft(before, { ...given, deadline })
  const { holders } = given
  if (holders) return must(await publishTender(before, draft.id, { seen: 2, holders }))
  return must(await publishWith(before, draft.id, 2, async () => accept({ keyId: null, publicKey: null })))
}
