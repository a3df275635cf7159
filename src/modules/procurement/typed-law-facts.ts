import type { FieldError } from '../../platform/http/form.ts'
import type { PageRequest } from '../../platform/http/route.ts'
import { readPounds } from './law/input/read-values.ts'
import { LAW_FACT_FIELDS, type LawFactField } from './model/law-fact-fields.ts'
import type { LawFacts } from './model/purchase.ts'
import { readTypedDay } from './typed-day.ts'

/** How a form says that nothing is known yet. */
const OPEN: ReadonlySet<string> = new Set(['', 'unknown'])

type Value = LawFacts[string]
type Read = { readonly value: Value } | { readonly problem: string }

const oneOf = (choices: Readonly<Record<string, string>>, text: string): Read =>
  Object.hasOwn(choices, text) ? { value: text } : { problem: 'Choose one of the answers in the list' }

const readText = (text: string): Read =>
  text.length <= 100 ? { value: text } : { problem: 'Enter at most 100 characters' }

const readAmount = (text: string): Read => {
  const read = readPounds(text)
  return read.ok && read.value >= 0
    ? { value: text }
    : { problem: 'Enter an amount in pounds, such as 250,000' }
}

const readDay = (text: string): Read => {
  const day = readTypedDay(text)
  return day === undefined ? { problem: 'Enter a day that exists, such as 4/5/2027' } : { value: day }
}

const readOne = (field: LawFactField, text: string): Read => {
  switch (field.kind) {
    case 'yes-no':
      return text === 'yes' || text === 'no' ? { value: text === 'yes' } : { problem: 'Choose yes or no' }
    case 'day':
      return readDay(text)
    case 'number':
      return /^\d{1,4}$/.test(text) ? { value: Number(text) } : { problem: 'Enter a whole number' }
    case 'pounds':
      return readAmount(text)
    case 'choice':
    case 'choices':
      return oneOf(field.choices, text)
    case 'text':
      return readText(text)
  }
}

/** The facts as a form holds them; what is left open is not kept. Facts that the form does not ask for stay as they were. */
export const readLawFacts = (
  form: PageRequest['form'],
  kept: LawFacts,
): { readonly facts: LawFacts; readonly errors: readonly FieldError[] } => {
  const facts: Record<string, Value> = Object.fromEntries(
    Object.entries(kept).filter(([name]) => !Object.hasOwn(LAW_FACT_FIELDS, name)),
  )
  const errors: FieldError[] = []
  for (const [name, field] of Object.entries(LAW_FACT_FIELDS)) {
    const given = [form[name] ?? []].flat().flatMap((text) => (OPEN.has(text.trim()) ? [] : [text.trim()]))
    const reads = given.map((text) => readOne(field, text))
    const bad = reads.find((read) => 'problem' in read)
    if (bad && 'problem' in bad) errors.push({ field: name, message: `${field.label}: ${bad.problem}` })
    const values = reads.flatMap((read) => ('value' in read ? [read.value] : []))
    if (values.length > 0) facts[name] = field.kind === 'choices' ? values.map(String) : (values[0] as Value)
  }
  return { facts, errors }
}

/** The facts as the fields of the form show them. */
export const fieldsOfFacts = (facts: LawFacts): PageRequest['form'] =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (typeof value === 'boolean') return [name, value ? 'yes' : 'no']
      return [name, typeof value === 'object' ? [...value] : String(value)]
    }),
  )
