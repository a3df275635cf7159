import { type PlainDate, parsePlainDate } from '../../kernel/plain-date.ts'
import { isId } from '../../platform/ids.ts'
import { DELIVERY_FILTERS, type DeliveryFilter } from './messages/deliveries.ts'
import { DELIVERY_STATUSES, type DeliveryStatus } from './model.ts'
import type { DeliveryQuestion, ListedDelivery } from './store/list-deliveries.ts'

const STATUSES: Readonly<Record<DeliveryFilter, readonly DeliveryStatus[]>> = {
  waiting: ['reported', 'asked'],
  reported: ['reported'],
  asked: ['asked'],
  verified: ['accepted', 'partly'],
  rejected: ['rejected'],
  all: DELIVERY_STATUSES,
}

type Query = Readonly<Record<string, string | undefined>>

/** What is asked for: all of one contract, or what waits for a decision, unless it is said. */
export const deliveryFilter = ({ status = '', contract }: Query): DeliveryFilter => {
  if (Object.hasOwn(DELIVERY_FILTERS, status)) return status as DeliveryFilter
  return contract ? 'all' : 'waiting'
}

const dayOf = (text: string | undefined): PlainDate | null => parsePlainDate(text ?? '') ?? null

/** The deliveries that the words of an address ask for; `contract` is an id. */
export const deliveryQuestion = (query: Query): DeliveryQuestion => ({
  statuses: STATUSES[deliveryFilter(query)],
  search: (query['search'] ?? '').slice(0, 200),
  contractId: isId(query['contract'] ?? '') ? (query['contract'] ?? null) : null,
  from: dayOf(query['from']),
  to: dayOf(query['to']),
})

/** One of the list, for the API and the command line. */
export const listedDeliveryJson = (one: ListedDelivery) => ({
  id: one.id,
  contract: { id: one.contractId, reference: one.contractReference, title: one.contractTitle },
  commitment: one.commitmentTitle,
  title: one.title,
  quantity: one.quantity,
  unit: one.unit,
  verified: one.verifiedQuantity,
  status: one.status,
  fromOn: one.fromOn,
  toOn: one.toOn,
  reportedBy: one.reportedBy,
  reportedAt: one.reportedAt,
})
