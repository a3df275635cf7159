import { type Explanation } from './law/engine.ts'
import { explainInput } from './law/explain-input.ts'
import type { Purchase, PurchaseKind } from './model/purchase.ts'

const CONTRACT_TYPE: Readonly<Record<PurchaseKind, string>> = {
  goods: 'goods',
  services: 'services',
  works: 'works',
  'light-touch': 'light touch services',
  'services-concession': 'services concession',
  'works-concession': 'works concession',
}

/** Facts that only local rules ask for; the law engine is not shown them. */
export const LOCAL_FACT = 'local.'

/** What is known of a purchase, under the names that the law engine reads. What is not known is left out, so that it is asked for. */
export const lawInputOf = (purchase: Purchase): Record<string, unknown> => {
  const isKnown = purchase.valuePence !== null
  const told: Record<string, unknown> = {
    procurementCommencedOn: purchase.commencesOn,
    contractType: purchase.kind && CONTRACT_TYPE[purchase.kind],
    lightTouch: purchase.kind === 'services' ? false : null,
    initialValuePence: purchase.valuePence,
    optionsValuePence: isKnown && purchase.optionsPence > 0 ? purchase.optionsPence : null,
    extensionsValuePence: isKnown && purchase.extensionsPence > 0 ? purchase.extensionsPence : null,
    vatIncluded: isKnown && purchase.vatRate !== null ? false : null,
    vatRate: purchase.vatRate,
    tenderNoticeOn: purchase.tenderOn,
    tenderDeadlineOn: purchase.tendersDueOn,
    awardNoticeOn: purchase.awardOn,
    contractEnteredOn: purchase.contractOn,
    startsOn: purchase.startsOn,
    endsOn: purchase.extendedEndsOn ?? purchase.endsOn,
    ...Object.fromEntries(Object.entries(purchase.facts).filter(([name]) => !name.startsWith(LOCAL_FACT))),
  }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null))
}

/** What the law says of a purchase, or what has to be answered before it can be said. Guidance, not advice. */
export const explainPurchase = (purchase: Purchase): Explanation => explainInput(lawInputOf(purchase))
