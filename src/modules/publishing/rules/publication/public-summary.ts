import { financialYearOf } from '../../../../kernel/financial-year.ts'
import { type PlainDate, parsePlainDate } from '../../../../kernel/plain-date.ts'
import { type Json, type JsonObject, objectsIn, textOf, valueAt } from '../../model/json.ts'
import {
  type ProcessSummary,
  PUBLIC_STAGES,
  type PublicOutcome,
  type PublicPromise,
} from '../../model/publication.ts'
import { londonDay } from '../london-day.ts'
import { stagesIn } from './releases-due.ts'

const day = (value: Json | undefined): PlainDate | null =>
  typeof value === 'string' ? (londonDay(value) ?? parsePlainDate(value.slice(0, 10)) ?? null) : null
/** Pounds as JSON writes them, in whole pence. */
const pence = (value: Json | undefined): number | null => {
  const amount = valueAt(value, 'amount')
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
  const payments = contracts.flatMap(({ implementation }) =>
    objectsIn(valueAt(implementation, 'transactions')),
  )
  return payments.length === 0 ? null : payments.reduce((sum, { value }) => sum + (pence(value) ?? 0), 0)
}

const suppliersOf = (awards: readonly JsonObject[]) => awards.flatMap(({ suppliers }) => objectsIn(suppliers))

/** What lists and sums of the public pages say of a process, by its compiled release alone. */
export const summaryOf = (compiled: JsonObject): ProcessSummary => {
  const { planning, tender } = compiled
  const [contracts, awards] = [objectsIn(compiled.contracts), objectsIn(compiled.awards)]
  const [contract, award] = [contracts[0], awards[0]]
  const [supplier] = suppliersOf(awards)
  const period = contract?.period ?? valueAt(tender, 'contractPeriod')
  const title =
    textOf(valueAt(tender, 'title')) ??
    textOf(contract?.title) ??
    textOf(award?.title) ??
    String(compiled.ocid)
  const stages = stagesIn(compiled)
  const words = [
    title,
    textOf(contract?.description) ??
      textOf(valueAt(tender, 'description')) ??
      textOf(valueAt(planning, 'rationale')),
    ...suppliersOf(awards).map(({ name }) => textOf(name)),
  ]
  return {
    stage: PUBLIC_STAGES.findLast((stage) => stages.has(stage)) ?? 'planning',
    title,
    supplierName: textOf(supplier?.name),
    supplierId: textOf(supplier?.id),
    valuePence:
      sumIn(awards, contracts) ??
      firstPence(
        contract?.value,
        award?.value,
        valueAt(tender, 'value'),
        valueAt(valueAt(planning, 'budget'), 'amount'),
      ),
    paidPence: paidIn(contracts),
    startsOn: day(valueAt(period, 'startDate')),
    endsOn: day(valueAt(period, 'endDate')),
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
    title: textOf(commitment.title) ?? 'A promise',
    unit: textOf(commitment.unit) ?? '',
    basis: textOf(commitment.basis) ?? 'none',
    priceYear: textOf(commitment.priceYear),
    priority: textOf(commitment.priority),
    placeCode: textOf(valueAt(commitment.place, 'code')),
    placeName: textOf(valueAt(commitment.place, 'description')),
    status: textOf(commitment.status) ?? 'promised',
    quantity: decimal(commitment.quantity),
    unitPence: unitPence === null ? null : String(unitPence),
  }
}

const outcomeOf = (delivery: JsonObject): PublicOutcome => {
  const doneOn = day(valueAt(delivery.period, 'endDate'))
  return {
    id: String(delivery.id),
    promiseId: textOf(delivery.commitment),
    title: textOf(delivery.title) ?? 'A delivery',
    unit: textOf(delivery.unit) ?? '',
    doneOn,
    financialYear: doneOn === null ? null : financialYearOf(doneOn),
    placeCode: textOf(valueAt(delivery.place, 'code')),
    placeName: textOf(valueAt(delivery.place, 'description')),
    status: textOf(delivery.status) ?? 'reported',
    reported: decimal(delivery.quantityReported),
    verified: decimal(delivery.quantityVerified),
    story: textOf(delivery.story),
  }
}

/** What was promised, and what came of it, by a compiled release alone. */
export const promisesOf = (
  compiled: JsonObject,
): { readonly promises: readonly PublicPromise[]; readonly outcomes: readonly PublicOutcome[] } => {
  const contracts = objectsIn(compiled.contracts)
  const promises = contracts.flatMap(({ socialValueCommitments }) =>
    objectsIn(socialValueCommitments).map(promiseOf),
  )
  const known = new Set(promises.map(({ id }) => id))
  const outcomes = contracts
    .flatMap(({ implementation }) =>
      objectsIn(valueAt(implementation, 'socialValueDeliveries')).map(outcomeOf),
    )
    .map((each) => (known.has(each.promiseId ?? '') ? each : { ...each, promiseId: null }))
  return { promises, outcomes }
}
