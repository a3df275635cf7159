import { entry, proxy } from '../framework/open/entry.ts'
import type { Notice } from '../model/valuation.ts'
import { BASES, type Basis, type Measure } from '../model.ts'
import { findUnit } from '../rules/conversions.ts'
import { NAMES } from './value-names.ts'
import { type Notes, readNumber, readObject, readText } from './value-parts.ts'
import { readPrices } from './year-parts.ts'

export type CustomMeasure = {
  readonly measure: Measure
  readonly openQuestions: readonly Notice[]
  readonly source: string | null
}

const readBasis = (raw: unknown, path: string, notes: Notes): Basis | null => {
  const text = readText(raw, path, notes)
  if (text === null) return null
  const basis = BASES.find((known) => known === text.toLowerCase())
  if (!basis) notes.faults.push(`${path} is "${text.slice(0, 40)}"; write one of ${BASES.join(', ')}.`)
  return basis ?? null
}

const readUnit = (raw: unknown, path: string, notes: Notes): string => {
  const text = readText(raw, path, notes)
  const unit = text === null ? findUnit('item') : findUnit(text)
  if (!unit)
    notes.faults.push(
      `${path} is "${text?.slice(0, 40)}"; that unit is not known. goldthread measures list shows those in use.`,
    )
  return unit?.code ?? 'item'
}

/**
 * A measure of one's own, told along with its quantity: a value, its price year and its basis. What is missing of
 * them is asked for; what the value rests on is not checked by anybody, and the answer says so.
 */
export const readCustomMeasure = (raw: object, path: string, notes: Notes): CustomMeasure | null => {
  const given = readObject(raw, NAMES.measure, path, notes) ?? {}
  const value = readNumber(given.proxyValue, `${path}.proxyValue`, notes)
  const [low, high] = [
    readNumber(given.low, `${path}.low`, notes),
    readNumber(given.high, `${path}.high`, notes),
  ]
  const basis = readBasis(given.basis, `${path}.basis`, notes)
  const priceYear = readPrices(given.priceYear, `${path}.priceYear`, notes, true)
  if (value?.lt(0) || low?.lt(0))
    notes.faults.push(`${path}.proxyValue is below nothing; a value is a positive number.`)
  if ((value && low?.gt(value)) || (value && high?.lt(value)))
    notes.faults.push(`${path} has a range that does not hold its value; write low, then value, then high.`)
  const questions: Notice[] = []
  if (!value && basis !== 'none') questions.push({ code: 'proxy-value', facts: {} })
  if (!basis) questions.push({ code: 'basis', facts: {} })
  if (!priceYear && basis !== 'none' && basis !== 'spend') questions.push({ code: 'price-year', facts: {} })
  const name = readText(given.name, `${path}.name`, notes) ?? 'measure of your own'
  const measure = entry({
    code: readText(given.code, `${path}.code`, notes) ?? 'own',
    outcome: '',
    name,
    counts: '',
    doesNotCount: '',
    unit: readUnit(given.unit, `${path}.unit`, notes),
    howToCount: '',
    evidence: [],
    deadweight: '',
    basis: basis ?? 'economic',
    proxy:
      value &&
      proxy(value.toFixed(), priceYear ?? 'nominal', {
        low: low?.toFixed() ?? null,
        high: high?.toFixed() ?? null,
      }),
    licence: readText(given.licence, `${path}.licence`, notes) ?? 'not stated',
    group: readText(given.group, `${path}.group`, notes),
    status: 'ready',
    confidence: basis === 'none' ? 'not-priced' : 'low',
  })
  return { measure, openQuestions: questions, source: readText(given.source, `${path}.source`, notes) }
}
