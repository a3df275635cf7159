import type { Context } from '../../platform/context.ts'
import { createPurchase } from './actions/purchases.ts'
import type { LawFacts, Purchase, PurchaseDraft, Stage } from './model/purchase.ts'

/** Ordinary services of £400,000 over four years, with a year's extension, to be tendered in May 2027. */
export const aPurchaseDraft = (facts: Partial<PurchaseDraft> = {}): PurchaseDraft => ({
  title: 'Grounds maintenance',
  purpose: 'Keep parks and verges safe and in flower.',
  kind: 'services',
  category: 'Environmental services',
  department: 'Parks',
  placeIds: [],
  valuePence: 40_000_000,
  optionsPence: 0,
  extensionsPence: 10_000_000,
  vatRate: 20,
  commencesOn: '2027-05-04',
  tenderOn: '2027-05-04',
  tendersDueOn: '2027-06-18',
  awardOn: '2027-09-01',
  contractOn: '2027-09-20',
  startsOn: '2027-10-01',
  endsOn: '2031-09-30',
  extendedEndsOn: '2032-09-30',
  expiringContract: 'NM-0412',
  expiringOn: '2027-09-30',
  owner: 'Head of Parks',
  isPublic: false,
  ...facts,
})

type Made = Partial<PurchaseDraft> & { readonly stage?: Stage; readonly facts?: LawFacts }

/** Stores a purchase of the context's authority, straight at the stage that a test needs. */
export const aPurchase = async (ctx: Context, { stage, facts, ...draft }: Made = {}): Promise<Purchase> => {
  const made = await createPurchase(ctx, aPurchaseDraft(draft), { stage, facts })
  if (!made.ok) throw new Error(`refused: ${made.refusal}`)
  return made.value
}
