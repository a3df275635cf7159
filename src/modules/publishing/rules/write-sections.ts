import type { JsonObject } from '../model/json.ts'
import type {
  AskFacts,
  AwardFacts,
  CommitmentFacts,
  ContractFacts,
  DeliveryFacts,
  LotFacts,
  PlanningFacts,
  ProcessFacts,
  TenderFacts,
} from '../model/process-facts.ts'
import { documentFields, periodFields, placeFields, present, valueFields } from './write-fields.ts'

const measureFields = (measure: string | undefined) =>
  present({ scheme: measure && 'x_goldthread-measures', id: measure })

const askFields = (ask: AskFacts) =>
  present({
    id: ask.id,
    title: ask.title,
    description: ask.description,
    measure: measureFields(ask.measure),
    quantity: ask.quantity,
    unit: ask.unit,
    basis: ask.basis,
    weight: ask.weight,
    priority: ask.priority,
    place: placeFields(ask.place),
  })

type Named = (id: string | undefined) => JsonObject | undefined
/** How an organisation is named outside "parties". */
const referenceIn =
  ({ parties }: ProcessFacts): Named =>
  (id) =>
    present({ id, name: parties.find((party) => party.id === id)?.name })

const commitmentFields = (commitment: CommitmentFacts, named: Named) =>
  present({
    ...askFields(commitment),
    ask: commitment.ask,
    unitValue: valueFields(commitment.unitValue),
    priceYear: commitment.priceYear,
    period: periodFields(commitment.due),
    evidence: commitment.evidence,
    status: commitment.status,
    replacedBy: commitment.replacedBy,
    responsible: named(commitment.responsible),
  })

const deliveryFields = (delivery: DeliveryFacts) =>
  present({
    id: delivery.id,
    commitment: delivery.commitment,
    isUnplanned: delivery.commitment === undefined,
    title: delivery.title,
    unit: delivery.unit,
    period: periodFields(delivery.done),
    place: placeFields(delivery.place),
    quantityReported: delivery.reported,
    quantityVerified: delivery.verified,
    status: delivery.status,
    dateVerified: delivery.verifiedAt,
    verifiedBy: delivery.verifiedBy,
    story: delivery.story,
    documents: documentFields(delivery.documents),
  })

export const planningFields = (planning: PlanningFacts | undefined) =>
  planning &&
  present({
    rationale: planning.rationale,
    noEngagementNoticeRationale: planning.noEngagementReason,
    budget: present({ amount: valueFields(planning.budget) }),
    documents: documentFields(planning.documents),
  })

const lotFields = (lot: LotFacts) =>
  present({
    id: lot.id,
    title: lot.title,
    value: valueFields(lot.value),
    contractPeriod: periodFields(lot.term),
    suitability: present({ sme: lot.suitsSme, vcse: lot.suitsVcse }),
  })

/** One item that holds all codes: an item for each could never be taken back. */
const itemsOf = (cpv: readonly string[] | undefined) => {
  const [first, ...rest] = cpv ?? []
  if (first === undefined) return undefined
  const classify = (id: string) => ({ scheme: 'CPV', id })
  return [
    present({ id: '1', classification: classify(first), additionalClassifications: rest.map(classify) }),
  ]
}

export const tenderFields = (tender: TenderFacts | undefined) =>
  tender &&
  present({
    id: tender.id,
    title: tender.title,
    description: tender.description,
    status: tender.status,
    value: valueFields(tender.value),
    mainProcurementCategory: tender.category,
    procurementMethod: tender.method,
    procurementMethodDetails: tender.methodDetails,
    procurementMethodRationale: tender.directAwardReason,
    items: itemsOf(tender.cpv),
    tenderPeriod: present({ startDate: tender.opensAt, endDate: tender.deadlineAt }),
    expressionOfInterestDeadline: tender.requestsDeadlineAt,
    contractPeriod: periodFields(tender.term),
    lots: tender.lots?.map(lotFields),
    lotDetails: present({ noLotsDivisionRationale: tender.noLotsReason }),
    aboveThreshold: tender.isAboveThreshold,
    specialRegime: tender.specialRegimes,
    riskDetails: tender.risks,
    numberOfTenderers: tender.numberOfTenderers,
    socialValueAsks: tender.asks?.map(askFields),
    documents: documentFields(tender.documents),
  })

export const awardFields = (award: AwardFacts, facts: ProcessFacts) =>
  present({
    id: award.id,
    title: award.title,
    status: award.status,
    date: award.awardedAt,
    value: valueFields(award.value),
    suppliers: award.suppliers.map(referenceIn(facts)),
    relatedLots: award.lots,
    standstillPeriod: periodFields(award.standstill),
    assessmentSummariesDateSent: award.summariesSentAt,
    aboveThreshold: award.isAboveThreshold,
    documents: documentFields(award.documents),
  })

const implementationFields = (contract: ContractFacts, facts: ProcessFacts, named: Named) =>
  present({
    transactions: contract.payments?.map(({ id, paidOn, amount, payee }) =>
      present({
        id,
        date: `${paidOn}T00:00:00Z`,
        value: valueFields(amount),
        payer: named(facts.buyer),
        payee: named(payee),
      }),
    ),
    socialValueDeliveries: contract.deliveries?.map(deliveryFields),
  })

export const contractFields = (contract: ContractFacts, facts: ProcessFacts) => {
  const named = referenceIn(facts)
  return present({
    id: contract.id,
    awardID: contract.award,
    title: contract.title,
    description: contract.description,
    items: itemsOf(contract.cpv),
    status: contract.status,
    value: valueFields(contract.value),
    dateSigned: contract.signedAt,
    period: periodFields(contract.term),
    aboveThreshold: contract.isAboveThreshold,
    noAgreedMetricsRationale: contract.noIndicatorsReason,
    socialValueCommitments: contract.commitments?.map((commitment) => commitmentFields(commitment, named)),
    documents: documentFields(contract.documents),
    implementation: implementationFields(contract, facts, named),
  })
}

export const buyerFields = (facts: ProcessFacts) => referenceIn(facts)(facts.buyer)
