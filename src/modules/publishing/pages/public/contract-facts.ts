import { isList, isObject, type Json, type JsonObject } from '../../model/json.ts'

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
const at = (value: Json | undefined, key: string): Json | undefined =>
  isObject(value) ? value[key] : undefined
const text = (value: Json | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null
const objectsAt = (value: Json | undefined): JsonObject[] =>
  isList(value) ? value.filter((each): each is JsonObject => isObject(each)) : []

const cpvIn = (items: Json | undefined): string[] => {
  const item = first(items)
  const more = objectsAt(item?.additionalClassifications).map(({ id }) => text(id))
  return [text(at(item?.classification, 'id')), ...more].filter((code) => code !== null)
}

/** What a compiled release says beyond the list: description, codes, and payments month by month. */
export const contractFacts = (compiled: JsonObject): ContractFacts => {
  const contract = first(compiled.contracts)
  const months = new Map<string, number>()
  for (const { implementation } of objectsAt(compiled.contracts))
    for (const { id, value } of objectsAt(at(implementation, 'transactions'))) {
      const pence = Math.round(Number(at(value, 'amount') ?? 0) * 100)
      months.set(String(id), (months.get(String(id)) ?? 0) + pence)
    }
  return {
    description:
      text(contract?.description) ??
      text(at(compiled.tender, 'description')) ??
      text(at(compiled.planning, 'rationale')),
    cpv: cpvIn(contract?.items ?? at(compiled.tender, 'items')),
    supplierId: text(at(first(first(compiled.awards)?.suppliers), 'id')),
    status: text(contract?.status) ?? text(at(compiled.tender, 'status')),
    payments: [...months]
      .map(([month, pence]) => ({ month, pence }))
      .sort((a, b) => (a.month < b.month ? 1 : -1)),
  }
}
