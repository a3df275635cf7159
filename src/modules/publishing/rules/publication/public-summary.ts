import { financialYearOf } from '../../../../kernel/financial-year.ts'
import { type PlainDate, parsePlainDate } from '../../../../kernel/plain-date.ts'
import { isList, isObject, type Json, type JsonObject } from '../../model/json.ts'
import {
  type ProcessSummary,
  PUBLIC_STAGES,
  type PublicOutcome,
  type PublicPromise,
} from '../../model/publication.ts'
import { londonDay } from '../london-day.ts'
import { stagesIn } from './releases-due.ts'

const objectsAt = (value: Json | undefined): readonly JsonObject[] =>
  isList(value) ? value.filter((each): each is JsonObject => isObject(each)) : []
const at = (value: Json | undefined, key: string): Json | undefined =>
  isObject(value) ? value[key] : undefined
const text = (value: Json | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null
const day = (value: Json | undefined): PlainDate | null =>
  typeof value === 'string' ? (londonDay(value) ?? parsePlainDate(value.slice(0, 10)) ?? null) : null
/** Pounds as JSON writes them, in whole pence. */
const pence = (value: Json | undefined): number | null => {
  const amount = at(value, 'amount')
  return typeof amount === 'number' ? Math.round(amount * 100) : null
}
const decimal = (value: Json | undefined): string => (typeof value === 'number' ? String(value) : '0')

const firstPence = (...values: readonly (Json | undefined)[]): number | null =>
  values.map(pence).find((each) => each !== null) ?? null

/** Of several lots all count; until each award has its contract, what was awarded stands for the whole. */
const sumIn = (awards: readonly JsonObject[], contracts: readonly JsonObject[]): number | null => {
  const values = (contracts.length < awards.length ? awards : contracts).map(({ value }) => pence(value))
  return values.every((each) => each !== null) && values.length > 1
    ? values.reduce((sum, each) => sum + each, 0)
    : null
}

const paidIn = (contracts: readonly JsonObject[]): number | null => {
  const payments = contracts.flatMap(({ implementation }) => objectsAt(at(implementation, 'transactions')))
  return payments.length === 0 ? null : payments.reduce((sum, { value }) => sum + (pence(value) ?? 0), 0)
}

const suppliersOf = (awards: readonly JsonObject[]) => awards.flatMap(({ suppliers }) => objectsAt(suppliers))

/** What lists and sums of the public pages say of a process, by its compiled release alone. */
export const summaryOf = (compiled: JsonObject): ProcessSummary => {
  const { planning, tender } = compiled
  const [contracts, awards] = [objectsAt(compiled.contracts), objectsAt(compiled.awards)]
  const [contract, award] = [contracts[0], awards[0]]
  const [supplier] = suppliersOf(awards)
  const period = contract?.period ?? at(tender, 'contractPeriod')
  const title =
    text(at(tender, 'title')) ?? text(contract?.title) ?? text(award?.title) ?? String(compiled.ocid)
  const stages = stagesIn(compiled)
  const words = [
    title,
    text(contract?.description) ?? text(at(tender, 'description')) ?? text(at(planning, 'rationale')),
    ...suppliersOf(awards).map(({ name }) => text(name)),
  ]
  return {
    stage: PUBLIC_STAGES.findLast((stage) => stages.has(stage)) ?? 'planning',
    title,
    supplierName: text(supplier?.name),
    supplierId: text(supplier?.id),
    valuePence:
      sumIn(awards, contracts) ??
      firstPence(contract?.value, award?.value, at(tender, 'value'), at(at(planning, 'budget'), 'amount')),
    paidPence: paidIn(contracts),
    startsOn: day(at(period, 'startDate')),
    endsOn: day(at(period, 'endDate')),
    words: words
      .filter((word) => word !== null)
      .join(' ')
      .toLowerCase(),
  }
}

const promiseOf = (commitment: JsonObject): PublicPromise => {
  const unitPence = pence(commitment.unitValue)
  return {
    id: String(commitment.id),
    title: text(commitment.title) ?? 'A promise',
    unit: text(commitment.unit) ?? '',
    basis: text(commitment.basis) ?? 'none',
    priceYear: text(commitment.priceYear),
    priority: text(commitment.priority),
    placeCode: text(at(commitment.place, 'code')),
    placeName: text(at(commitment.place, 'description')),
    status: text(commitment.status) ?? 'promised',
    quantity: decimal(commitment.quantity),
    unitPence: unitPence === null ? null : String(unitPence),
  }
}

const outcomeOf = (delivery: JsonObject): PublicOutcome => {
  const doneOn = day(at(delivery.period, 'endDate'))
  return {
    id: String(delivery.id),
    promiseId: text(delivery.commitment),
    title: text(delivery.title) ?? 'A delivery',
    unit: text(delivery.unit) ?? '',
    doneOn,
    financialYear: doneOn === null ? null : financialYearOf(doneOn),
    placeCode: text(at(delivery.place, 'code')),
    placeName: text(at(delivery.place, 'description')),
    status: text(delivery.status) ?? 'reported',
    reported: decimal(delivery.quantityReported),
    verified: decimal(delivery.quantityVerified),
    story: text(delivery.story),
  }
}

/** What was promised, and what came of it, by a compiled release alone. */
export const promisesOf = (
  compiled: JsonObject,
): { readonly promises: readonly PublicPromise[]; readonly outcomes: readonly PublicOutcome[] } => {
  const contracts = objectsAt(compiled.contracts)
  const promises = contracts.flatMap(({ socialValueCommitments }) =>
    objectsAt(socialValueCommitments).map(promiseOf),
  )
  const known = new Set(promises.map(({ id }) => id))
  const outcomes = contracts
    .flatMap(({ implementation }) => objectsAt(at(implementation, 'socialValueDeliveries')).map(outcomeOf))
    .map((each) => (known.has(each.promiseId ?? '') ? each : { ...each, promiseId: null }))
  return { promises, outcomes }
}
