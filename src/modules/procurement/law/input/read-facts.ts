import type { Question } from '../answer.ts'
import type { Facts } from '../facts.ts'
import { DATE_FIELDS } from './date-fields.ts'
import type { Field } from './field.ts'
import { EXEMPTION_FIELDS, MODIFICATION_FIELDS, PAYMENT_FIELDS } from './group-fields.ts'
import { ask, finderOf, type Notes, nameOf, put, type Values } from './notes.ts'
import {
  CONTRACT_TYPE_NAMES,
  EXEMPTION_NAMES,
  ROUTE_NAMES,
  readContractType,
  readExemption,
  readRoute,
} from './read-kind.ts'
import { raiseByVat, readVat, readVatIncluded, TOP, VAT_NAMES } from './read-vat.ts'

export type FactsRead = {
  readonly facts: Facts
  readonly questions: readonly Question[]
  readonly warnings: readonly string[]
}

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw)

type Group = { readonly name: string; readonly fields: ReadonlyMap<string, Field> }
const GROUPS: ReadonlyMap<string, Group> = new Map([
  ['dates', { name: 'dates', fields: finderOf(DATE_FIELDS) }],
  ['payment', { name: 'payment', fields: finderOf(PAYMENT_FIELDS) }],
  ['modification', { name: 'modification', fields: finderOf(MODIFICATION_FIELDS) }],
  ['change', { name: 'modification', fields: finderOf(MODIFICATION_FIELDS) }],
  ['exemption', { name: 'exemption', fields: finderOf(EXEMPTION_FIELDS) }],
])
const isNothing = (raw: unknown): boolean => raw === null || raw === undefined

const unknown = (notes: Notes, field: string): void =>
  void notes.warnings.push(`The engine does not know the field "${field}", so it was not used.`)

const readGroup = (notes: Notes, group: Group, raw: Readonly<Record<string, unknown>>): void => {
  for (const [key, value] of Object.entries(raw)) {
    const found = group.fields.get(nameOf(key))
    if (isNothing(value)) continue
    if (found) put(notes, `${group.name}.${key}`, found.path, found.read(value), found.adds === true)
    else if (VAT_NAMES.has(nameOf(key)))
      put(notes, `${group.name}.vatIncluded`, `${group.name}.isVatIncluded`, readVatIncluded(value))
    else unknown(notes, `${group.name}.${key}`)
  }
}

const ANNUAL_SPEND = new Set(['authorityannualspend', 'annualspend', 'authorityspend', 'expectedannualspend'])

const HUNDRED_MILLION = 10_000_000_000

const readSpecial = (notes: Notes, key: string, raw: unknown): boolean => {
  const name = nameOf(key)
  if (CONTRACT_TYPE_NAMES.has(name)) readContractType(notes, raw)
  else if (ROUTE_NAMES.has(name)) readRoute(notes, raw)
  else if (EXEMPTION_NAMES.has(name) && !isObject(raw)) readExemption(notes, raw)
  else if (ANNUAL_SPEND.has(name)) {
    const spend = TOP.get('estimatedvalue')?.read(raw)
    if (spend)
      put(
        notes,
        key,
        'paysOver100mAYear',
        spend.ok ? { ok: true, value: Number(spend.value) > HUNDRED_MILLION } : spend,
      )
  } else return readVat(notes, key, raw)
  return true
}

const DEEPEST = 2

const isPounds = (raw: unknown): boolean => typeof raw === 'string' && /^\s*(gbp|£)\s*$/i.test(raw)

/** An object that is not a group is read field by field: `estimatedValue: { amount, vatIncluded }`, `contract: { … }`. */
const readObject = (
  notes: Notes,
  key: string,
  raw: Readonly<Record<string, unknown>>,
  depth: number,
): void => {
  const group = GROUPS.get(nameOf(key))
  if (group) return readGroup(notes, group, raw)
  if (depth >= DEEPEST) return unknown(notes, key)
  const isAmountField = TOP.get(nameOf(key))?.path.startsWith('amounts.') === true
  for (const [inner, value] of Object.entries(raw)) {
    const name = nameOf(inner)
    if (isAmountField && name === 'currency') {
      if (!isPounds(value)) ask(notes, key, `${JSON.stringify(value)} is not pounds; thresholds are in GBP.`)
      continue
    }
    const isAmount = isAmountField && (name === 'amount' || name === 'pounds' || name === 'value')
    readOne(
      notes,
      isAmount ? key : isAmountField && name === 'pence' ? `${key}Pence` : inner,
      value,
      depth + 1,
    )
  }
}

const readOne = (notes: Notes, key: string, raw: unknown, depth = 0): void => {
  if (isNothing(raw)) return
  if (isObject(raw)) return readObject(notes, key, raw, depth)
  const group = GROUPS.get(nameOf(key))
  if (group && group.name !== 'exemption')
    return ask(
      notes,
      group.name,
      `It is an object with fields of its own, and ${JSON.stringify(raw)} is none.`,
    )
  const found = TOP.get(nameOf(key))
  if (found) put(notes, found.name, found.path, found.read(raw), found.adds === true)
  else if (!readSpecial(notes, key, raw)) unknown(notes, key)
}

const nested = (values: Values): Facts => {
  const facts: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(values)) {
    const [group, inner] = path.split('.') as [string, string | undefined]
    if (inner === undefined) facts[group] = value
    else facts[group] = { ...(facts[group] as object | undefined), [inner]: value }
  }
  return facts as Facts
}

/**
 * Reads facts from JSON, generously: other names for a field, pounds as number or text, yes and no, dates on their own or
 * under `dates`. What cannot be read becomes a question, and a field that is not known a warning; nothing is guessed.
 */
export const readFacts = (input: Readonly<Record<string, unknown>>): FactsRead => {
  const notes: Notes = { values: {}, questions: [], warnings: [] }
  for (const [key, raw] of Object.entries(input)) readOne(notes, key, raw)
  raiseByVat(notes)
  return { facts: nested(notes.values), questions: notes.questions, warnings: notes.warnings }
}
