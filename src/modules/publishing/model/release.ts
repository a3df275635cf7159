import * as z from 'zod'
import {
  AWARD_STATUSES,
  CATEGORIES,
  COMMITMENT_STATUSES,
  CONTRACT_STATUSES,
  DELIVERY_STATUSES,
  METHODS,
  MILESTONE_STATUSES,
  RELEASE_TAGS,
  SOCIAL_VALUE_BASES,
  TENDER_STATUSES,
} from './codes.ts'

/**
 * The part of OCDS 1.1.5, its UK extension and our social value extension that we write. A null takes an
 * earlier value away. Unknown fields are let through: others may extend a release.
 */
const id = z.union([z.string().min(1), z.int()])
const text = z.string().nullish()
const flag = z.boolean().nullish()
const moment = z.iso.datetime({ offset: true, error: 'date-time' })
const day = moment.nullish()
const codes = <const List extends readonly string[]>(list: List) => z.enum(list).nullish()
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).optional()

const value = z.looseObject({
  amount: z.number().nullish(),
  currency: z.string().length(3).nullish(),
  amountGross: z.number().nullish(),
})
const period = z.looseObject({
  startDate: day,
  endDate: day,
  maxExtentDate: day,
  durationInDays: z.int().nullish(),
  durationInMonths: z.int().nullish(),
})
const classification = z.looseObject({ scheme: text, id: id.nullish(), description: text, uri: text })
const identifier = z.looseObject({ scheme: text, id: id.nullish(), legalName: text, uri: text })
const address = z.looseObject({
  streetAddress: text,
  locality: text,
  region: text,
  postalCode: text,
  countryName: text,
})
const reference = z.looseObject({ id: id.optional(), name: text })
const document = z.looseObject({
  id,
  documentType: text,
  noticeType: text,
  title: text,
  description: text,
  url: text,
  datePublished: day,
  dateModified: day,
  format: text,
  language: text,
})
const milestone = z.looseObject({
  id,
  title: text,
  type: text,
  description: text,
  dueDate: day,
  dateMet: day,
  status: codes(MILESTONE_STATUSES),
})
const item = z.looseObject({
  id,
  description: text,
  classification: classification.optional(),
  additionalClassifications: listOf(classification),
  deliveryAddresses: listOf(address),
  quantity: z.number().nullish(),
  unit: z.looseObject({ name: text }).optional(),
  relatedLot: text,
})
const place = z.looseObject({ description: text, code: text, scheme: text })

const ask = z.looseObject({
  id,
  title: text,
  description: text,
  measure: classification.optional(),
  quantity: z.number().nullish(),
  unit: text,
  basis: codes(SOCIAL_VALUE_BASES),
  weight: z.number().nullish(),
  priority: text,
  place: place.optional(),
  relatedLots: z.array(z.string()).nullish(),
})
const commitment = z.looseObject({
  id,
  ask: id.nullish(),
  title: text,
  description: text,
  measure: classification.optional(),
  quantity: z.number().nullish(),
  unit: text,
  unitValue: value.optional(),
  basis: codes(SOCIAL_VALUE_BASES),
  priceYear: text,
  period: period.optional(),
  place: place.optional(),
  evidence: text,
  status: codes(COMMITMENT_STATUSES),
  replacedBy: id.nullish(),
  responsible: reference.optional(),
})
const delivery = z.looseObject({
  id,
  commitment: id.nullish(),
  isUnplanned: flag,
  title: text,
  measure: classification.optional(),
  period: period.optional(),
  place: place.optional(),
  quantityReported: z.number().nullish(),
  quantityVerified: z.number().nullish(),
  unit: text,
  status: codes(DELIVERY_STATUSES),
  dateVerified: day,
  verifiedBy: text,
  story: text,
  documents: listOf(document),
})

const party = z.looseObject({
  id: z.string().min(1),
  name: text,
  identifier: identifier.optional(),
  additionalIdentifiers: listOf(identifier),
  address: address.optional(),
  roles: z.array(z.string()).nullish(),
  details: z.looseObject({ scale: text, vcse: flag }).nullish(),
})
const planning = z.looseObject({
  rationale: text,
  noEngagementNoticeRationale: text,
  budget: z.looseObject({ id: id.nullish(), description: text, amount: value.optional() }).optional(),
  documents: listOf(document),
  milestones: listOf(milestone),
})
const criterion = z.looseObject({
  type: text,
  name: text,
  description: text,
  numbers: listOf(z.looseObject({})),
})
const lot = z.looseObject({
  id: z.string().min(1),
  title: text,
  description: text,
  status: codes(TENDER_STATUSES),
  value: value.optional(),
  contractPeriod: period.optional(),
  suitability: z.looseObject({ sme: flag, vcse: flag }).optional(),
  awardCriteria: z.looseObject({ criteria: listOf(criterion) }).optional(),
})
const tender = z.looseObject({
  id,
  title: text,
  description: text,
  status: codes(TENDER_STATUSES),
  procuringEntity: reference.optional(),
  items: listOf(item),
  value: value.optional(),
  procurementMethod: codes(METHODS),
  procurementMethodDetails: text,
  procurementMethodRationale: text,
  mainProcurementCategory: codes(CATEGORIES),
  tenderPeriod: period.optional(),
  enquiryPeriod: period.optional(),
  contractPeriod: period.optional(),
  expressionOfInterestDeadline: day,
  numberOfTenderers: z.int().nullish(),
  tenderers: listOf(reference),
  documents: listOf(document),
  lots: listOf(lot),
  lotDetails: z.looseObject({ noLotsDivisionRationale: text }).optional(),
  specialRegime: z.array(z.string()).nullish(),
  aboveThreshold: flag,
  riskDetails: text,
  socialValueAsks: listOf(ask),
})
const award = z.looseObject({
  id,
  title: text,
  description: text,
  status: codes(AWARD_STATUSES),
  date: day,
  value: value.optional(),
  suppliers: listOf(reference),
  items: listOf(item),
  contractPeriod: period.optional(),
  standstillPeriod: period.optional(),
  assessmentSummariesDateSent: day,
  aboveThreshold: flag,
  relatedLots: z.array(z.string()).nullish(),
  documents: listOf(document),
})
const transaction = z.looseObject({
  id,
  source: text,
  date: day,
  value: value.optional(),
  payer: reference.optional(),
  payee: reference.optional(),
})
const implementation = z.looseObject({
  transactions: listOf(transaction),
  milestones: listOf(milestone),
  documents: listOf(document),
  socialValueDeliveries: listOf(delivery),
})
const contract = z.looseObject({
  id,
  awardID: id,
  title: text,
  description: text,
  status: codes(CONTRACT_STATUSES),
  period: period.optional(),
  value: value.optional(),
  dateSigned: day,
  items: listOf(item),
  documents: listOf(document),
  noAgreedMetricsRationale: text,
  aboveThreshold: flag,
  socialValueCommitments: listOf(commitment),
  implementation: implementation.optional(),
})

export const releaseShape = z.looseObject({
  ocid: z.string().min(1),
  id: z.string().min(1),
  date: moment,
  tag: z.array(z.enum(RELEASE_TAGS)).min(1),
  initiationType: z.enum(['tender']),
  language: text,
  parties: listOf(party),
  buyer: reference.optional(),
  planning: planning.optional(),
  tender: tender.optional(),
  awards: listOf(award),
  contracts: listOf(contract),
  bids: z.looseObject({ details: listOf(z.looseObject({ id: z.string() })) }).optional(),
})
export type Release = z.infer<typeof releaseShape>
