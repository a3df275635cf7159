import type { Purchase } from '#procurement'
import type { ProcessFacts, TenderFacts } from '../../model/process-facts.ts'
import type { PublisherFacts } from '../../model/publication.ts'
import { buyerParty } from './buyer-party.ts'

const CATEGORY = {
  goods: 'goods',
  services: 'services',
  works: 'works',
  'light-touch': 'services',
  'services-concession': 'services',
  'works-concession': 'works',
} as const satisfies Record<NonNullable<Purchase['kind']>, TenderFacts['category']>

/** Tender status of a purchase that was never advertised by us: planned, or given up before it began. */
const statusOf = ({ stage }: Purchase): TenderFacts['status'] =>
  stage === 'stopped' ? 'cancelled' : 'planned'

const wholePence = ({ valuePence, optionsPence, extensionsPence }: Purchase): number | null =>
  valuePence === null ? null : valuePence + optionsPence + extensionsPence

/** What may be published of a purchase in the pipeline: the fields of the public pipeline page, and no others. */
export const processOfPurchase = (
  purchase: Purchase,
  ocid: string,
  publisher: PublisherFacts,
): ProcessFacts => {
  const whole = wholePence(purchase)
  const { startsOn, extendedEndsOn, endsOn } = purchase
  const lastOn = endsOn ?? extendedEndsOn
  return {
    ocid,
    buyer: publisher.orgId,
    parties: [buyerParty(publisher)],
    planning: {
      ...(purchase.purpose === '' ? {} : { rationale: purchase.purpose }),
      ...(whole === null ? {} : { budget: { netPence: whole } }),
    },
    tender: {
      id: `P-${purchase.number}`,
      title: purchase.title,
      status: statusOf(purchase),
      ...(whole === null ? {} : { value: { netPence: whole } }),
      ...(purchase.kind === null ? {} : { category: CATEGORY[purchase.kind] }),
      ...(purchase.kind === 'light-touch' ? { specialRegimes: ['lightTouch'] } : {}),
      ...(purchase.tenderOn === null ? {} : { opensAt: `${purchase.tenderOn}T00:00:00Z` }),
      term: {
        ...(startsOn === null ? {} : { startsOn }),
        ...(lastOn === null ? {} : { endsOn: lastOn }),
      },
    },
  }
}
