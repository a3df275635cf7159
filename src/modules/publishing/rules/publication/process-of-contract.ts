import type { ContractReport, Delivery } from '#contracts'
import { SOCIAL_VALUE_BASES } from '../../model/codes.ts'
import type {
  AwardFacts,
  Basis,
  CommitmentFacts,
  ContractFacts,
  DeliveryFacts,
  PartyFacts,
  PlaceFacts,
  ProcessFacts,
} from '../../model/process-facts.ts'
import type { MonthPaid, PublisherFacts } from '../../model/publication.ts'
import { buyerParty } from './buyer-party.ts'

export const REDACTED_NAME = 'Redacted: personal data'

export type ContractSide = {
  readonly report: ContractReport
  readonly ocid: string
  readonly publisher: PublisherFacts
  /** The supplier is, or may be, an individual: nothing that names it leaves. */
  readonly isHidden: boolean
  readonly paid: readonly MonthPaid[]
  /** By delivery: the story as it was approved for the public. */
  readonly stories: ReadonlyMap<string, string>
  /** By priority id: its title in the adopted strategy. */
  readonly priorities: ReadonlyMap<string, string>
  /** The award that it came from, where the same process tells of it, with what the tender asked for. */
  readonly cameFrom?: {
    readonly award: AwardFacts
    readonly party: PartyFacts
    readonly asks: ReadonlySet<string>
  }
  /** Areas with a name, so that a place somebody typed is published only where it is one. */
  readonly areas: ReadonlyMap<string, PlaceFacts>
}

type Progress = ContractReport['commitments'][number]

const supplierParty = ({ report: { contract }, isHidden, publisher, cameFrom }: ContractSide): PartyFacts => {
  if (cameFrom) return cameFrom.party
  const own = `${publisher.ocidPrefix}-supplier-${contract.id}`
  if (isHidden) return { id: own, name: REDACTED_NAME, roles: ['supplier'] }
  const { supplierName: name, supplierNumber: number } = contract
  return number === null
    ? { id: own, name, roles: ['supplier'] }
    : {
        id: `${number.scheme}-${number.number}`,
        name,
        scheme: number.scheme,
        number: number.number,
        roles: ['supplier'],
      }
}

/** A text of the register without the name of a supplier who is not to be named. */
const textOf = (text: string, { isHidden, report }: ContractSide): string =>
  isHidden ? text.replaceAll(report.contract.supplierName, REDACTED_NAME) : text

const placeOf = (code: string, name: string, { areas }: ContractSide): PlaceFacts | undefined =>
  areas.get(code) ?? areas.get(name.trim().toLowerCase())

const basisOf = (basis: string): Basis | undefined => SOCIAL_VALUE_BASES.find((known) => known === basis)

const commitmentStatus = ({ progress: { state, verified } }: Progress): CommitmentFacts['status'] => {
  if (state === 'exceeded' || state === 'kept') return 'met'
  if (state !== 'missed') return 'promised'
  return Number(verified) > 0 ? 'partlyMet' : 'missed'
}

const measureOf = ({ framework, measure }: Progress['commitment']): string =>
  `${framework ?? 'own'}/${measure ?? ''}`

const commitmentOf = (row: Progress, side: ContractSide): CommitmentFacts => {
  const { commitment } = row
  const basis = basisOf(commitment.basis)
  const place = placeOf(commitment.placeCode, commitment.placeName, side)
  const priority = side.priorities.get(commitment.priorityId ?? '')
  const { startsOn } = side.report.contract
  const endsOn = side.report.currentEnd
  return {
    id: commitment.id,
    title: commitment.title,
    quantity: Number(commitment.quantity),
    unit: commitment.unit,
    status: commitmentStatus(row),
    evidence: commitment.evidenceRule,
    ...(commitment.measure === null ? {} : { measure: measureOf(commitment) }),
    ...(side.cameFrom?.asks.has(measureOf(commitment)) ? { ask: measureOf(commitment) } : {}),
    ...(commitment.unitValue === null
      ? {}
      : { unitValue: { netPence: Math.round(Number(commitment.unitValue) * 100) } }),
    ...(commitment.priceYear === null ? {} : { priceYear: commitment.priceYear }),
    ...(basis === undefined ? {} : { basis }),
    ...(place === undefined ? {} : { place }),
    ...(priority === undefined ? {} : { priority }),
    due: { ...(startsOn === null ? {} : { startsOn }), ...(endsOn === null ? {} : { endsOn }) },
  }
}

const DELIVERY_STATUS = {
  reported: 'reported',
  asked: 'reported',
  accepted: 'verified',
  partly: 'partlyVerified',
  rejected: 'rejected',
} as const satisfies Record<Delivery['status'], DeliveryFacts['status']>

/** A delivery's own title is a supplier's words and may name people; it leaves only with its approved story. */
const deliveryTitle = (delivery: Delivery, side: ContractSide): string => {
  const promised = side.report.commitments.find(({ commitment }) => commitment.id === delivery.commitmentId)
  if (promised) return promised.commitment.title
  return side.stories.has(delivery.id) ? delivery.title : 'Beyond what was promised'
}

const deliveryOf = (delivery: Delivery, side: ContractSide): DeliveryFacts => {
  const place = placeOf(delivery.placeCode, delivery.placeName, side)
  const story = side.stories.get(delivery.id)
  const isDecided = delivery.verifiedQuantity !== null
  return {
    id: delivery.id,
    ...(delivery.commitmentId === null ? {} : { commitment: delivery.commitmentId }),
    title: deliveryTitle(delivery, side),
    unit: delivery.unit,
    done: { startsOn: delivery.fromOn, endsOn: delivery.toOn },
    reported: Number(delivery.quantity),
    status: DELIVERY_STATUS[delivery.status],
    ...(isDecided ? { verified: Number(delivery.verifiedQuantity), verifiedBy: 'Contract manager' } : {}),
    ...(place === undefined ? {} : { place }),
    ...(story === undefined ? {} : { story }),
  }
}

const STATUS = {
  'to-come': 'pending',
  running: 'active',
  ending: 'active',
  'not-known': 'active',
  ended: 'terminated',
} as const satisfies Record<ContractReport['state'], ContractFacts['status']>

const contractOf = (side: ContractSide, awardId: string, supplierId: string): ContractFacts => {
  const { contract, currentEnd, furthestEnd, state, commitments, deliveries } = side.report
  return {
    id: contract.id,
    award: awardId,
    title: textOf(contract.title, side),
    status: STATUS[state],
    ...(contract.description === '' ? {} : { description: textOf(contract.description, side) }),
    ...(contract.cpv.length === 0 ? {} : { cpv: contract.cpv }),
    ...(contract.valuePence === null ? {} : { value: { netPence: contract.valuePence } }),
    term: {
      ...(contract.startsOn === null ? {} : { startsOn: contract.startsOn }),
      ...(currentEnd === null ? {} : { endsOn: currentEnd }),
      ...(furthestEnd === null || furthestEnd === currentEnd ? {} : { latestEndOn: furthestEnd }),
    },
    commitments: commitments.map((row) => commitmentOf(row, side)),
    deliveries: deliveries.map((delivery) => deliveryOf(delivery, side)),
    payments: side.paid.map(({ month, lastPaidOn, pence }) => ({
      id: month,
      paidOn: lastPaidOn,
      amount: { netPence: pence },
      payee: supplierId,
    })),
  }
}

const ownAward = (side: ContractSide, supplierId: string): AwardFacts => {
  const { contract } = side.report
  return {
    id: `${contract.id}-award`,
    title: textOf(contract.title, side),
    status: 'active',
    suppliers: [supplierId],
    ...(contract.valuePence === null ? {} : { value: { netPence: contract.valuePence } }),
  }
}

/**
 * What may be published of a contract in the register: who, for how much, for how long, what was promised, what was
 * reported and verified, what was paid month by month. Contact people and managers are not in it.
 */
export const processOfContract = (side: ContractSide): ProcessFacts => {
  const supplier = supplierParty(side)
  const award = side.cameFrom?.award ?? ownAward(side, supplier.id)
  return {
    ocid: side.ocid,
    buyer: side.publisher.orgId,
    parties: [buyerParty(side.publisher), supplier],
    awards: [award],
    contracts: [contractOf(side, award.id, supplier.id)],
  }
}
