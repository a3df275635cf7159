import type { PurchaseKind, PurchaseRefusal, Stage } from '../model/purchase.ts'

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  idea: 'Idea',
  planning: 'Planning',
  engagement: 'Talking to the market',
  ask: 'Writing the ask',
  ready: 'Ready to publish',
  published: 'Published',
  assessing: 'Assessing tenders',
  awarded: 'Awarded',
  'in-contract': 'In contract',
  ended: 'Ended',
  stopped: 'Stopped',
}

export const STAGE_MEANINGS: Readonly<Record<Stage, string>> = {
  idea: 'Somebody needs something; nothing is decided.',
  planning: 'What it will do, how it could be delivered, and what the law asks.',
  engagement: 'Suppliers and users are asked before the ask is written.',
  ask: 'What we shall ask for, and how bids will be scored.',
  ready: 'Everything is settled; the notice can go out.',
  published: 'Suppliers can see it and bid. It is changed by notice only.',
  assessing: 'Bids are opened and scored.',
  awarded: 'The winner is told; the standstill runs.',
  'in-contract': 'The contract runs.',
  ended: 'The contract is over.',
  stopped: 'It goes no further. It can begin again as an idea.',
}

export const KIND_NAMES: Readonly<Record<PurchaseKind, string>> = {
  goods: 'Goods',
  services: 'Services',
  works: 'Works',
  'light-touch': 'Light touch services',
  'services-concession': 'Services concession',
  'works-concession': 'Works concession',
}

type Facts = Readonly<Record<string, string | number>>

const SENTENCES: Readonly<Record<PurchaseRefusal, (facts: Facts) => string>> = {
  'purchase-has-no-title': () => 'Enter a title of at most 200 characters',
  'value-negative': () => 'Enter amounts that are not below nothing',
  'dates-out-of-order': ({ earlier, later }) =>
    `Put the dates in order: “${earlier}” cannot come before “${later}”`,
  'place-unknown': () => 'Choose places that you can see in the list',
  'stage-not-next': ({ from, to }) =>
    `A purchase cannot go from “${STAGE_NAMES[from as Stage]}” to “${STAGE_NAMES[to as Stage]}”`,
  'sections-to-do': ({ sections }) => `Before it is ready to publish, finish: ${sections}`,
  'published-not-editable': () => 'It has been published, so it is changed by notice and no longer here',
}

export const purchaseSentence = (refused: {
  readonly refusal: PurchaseRefusal
  readonly facts?: Facts
}): string => SENTENCES[refused.refusal](refused.facts ?? {})

/** The field of the form that a refusal is about. */
export const PURCHASE_FIELD: Readonly<Record<PurchaseRefusal, string>> = {
  'purchase-has-no-title': 'title',
  'value-negative': 'value',
  'dates-out-of-order': 'commencesOn',
  'place-unknown': 'placeIds',
  'stage-not-next': 'to',
  'sections-to-do': 'to',
  'published-not-editable': 'title',
}

export const numberWords = (number: number): string => `P-${number}`
