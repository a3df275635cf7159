import { isList, isObject, type Json, type JsonObject, objectsIn, textOf, valueAt } from '../../model/json.ts'

export type MonthPayment = { readonly month: string; readonly pence: number }
export type ContractFacts = {
  readonly description: string | null
  readonly cpv: readonly string[]
  readonly supplierId: string | null
  readonly status: string | null
  readonly payments: readonly MonthPayment[]
}

const first = (value: Json | undefined): JsonObject | undefined =>
  isList(value) && isObject(value[0]) ? value[0] : undefined

const cpvIn = (items: Json | undefined): string[] => {
  const item = first(items)
  const more = objectsIn(item?.additionalClassifications).map(({ id }) => textOf(id))
  return [textOf(valueAt(item?.classification, 'id')), ...more].filter((code) => code !== null)
}

/** What a compiled release says beyond the list: description, codes, and payments month by month. */
export const contractFacts = (compiled: JsonObject): ContractFacts => {
  const contract = first(compiled.contracts)
  const months = new Map<string, number>()
  for (const { implementation } of objectsIn(compiled.contracts))
    for (const { id, value } of objectsIn(valueAt(implementation, 'transactions'))) {
      const pence = Math.round(Number(valueAt(value, 'amount') ?? 0) * 100)
      months.set(String(id), (months.get(String(id)) ?? 0) + pence)
    }
  return {
    description:
      textOf(contract?.description) ??
      textOf(valueAt(compiled.tender, 'description')) ??
      textOf(valueAt(compiled.planning, 'rationale')),
    cpv: cpvIn(contract?.items ?? valueAt(compiled.tender, 'items')),
    supplierId: textOf(valueAt(first(first(compiled.awards)?.suppliers), 'id')),
    status: textOf(contract?.status) ?? textOf(valueAt(compiled.tender, 'status')),
    payments: [...months]
      .map(([month, pence]) => ({ month, pence }))
      .sort((a, b) => (a.month < b.month ? 1 : -1)),
  }
}
