import { type Exact, exact, sum } from '../../../kernel/exact.ts'
import { type Given, isObject, NAMES, ours, plainWord } from './names.ts'
import { ask, type Problems } from './problems.ts'
import { isGiven, readNumber } from './read-numbers.ts'

/** What promises are worth by the framework of measures, by basis; or the questions that stand open. */
export type PricedOffer =
  | { readonly ok: true; readonly byBasis: ReadonlyMap<string, Exact> }
  | { readonly ok: false; readonly why: readonly string[] }
export type PriceOffer = (raw: unknown) => PricedOffer

const holdsMeasures = (raw: unknown): boolean =>
  Array.isArray(raw)
    ? raw.length > 0 && raw.every((item) => isObject(item) && 'measure' in item)
    : isObject(raw) && ('measure' in raw || 'items' in raw)

/** Bases are never added: one has to be named where the promises touch more than one. */
const oneBasis = (
  byBasis: ReadonlyMap<string, Exact>,
  basis: string | null,
  field: string,
  problems: Problems,
): Exact | null => {
  if (basis !== null) return byBasis.get(basis) ?? exact(0)
  if (byBasis.size > 1)
    return ask(problems, field, 'basis-missing', { bases: [...byBasis.keys()].join(', ') })
  const [only] = byBasis.values()
  return only ?? ask(problems, field, 'offer-without-price')
}

/** `{ pounds }`, `{ amount, currency }` or `{ pence }`. */
export const readAmount = (raw: Given, field: string, problems: Problems): Exact | null => {
  const given = ours(raw, NAMES.amount, field, problems)
  if (isGiven(given.currency) && plainWord(given.currency).toUpperCase() !== 'GBP')
    return ask(problems, `${field}.currency`, 'currency-not-pounds')
  const pence = readNumber(given.pence, `${field}.pence`, problems)
  return pence ? pence.div(100) : readNumber(given.pounds, field, problems)
}

/** A number, `{ pounds }`, `{ pence }`, a list of amounts, or measures as `goldthread value` takes them. */
export const readOffer = (
  raw: unknown,
  basis: string | null,
  priceOffer: PriceOffer,
  field: string,
  problems: Problems,
): Exact | null => {
  if (holdsMeasures(raw)) {
    const priced = priceOffer(raw)
    if (priced.ok) return oneBasis(priced.byBasis, basis, field, problems)
    for (const why of priced.why) ask(problems, field, 'measure-question', { why })
    return null
  }
  if (Array.isArray(raw)) {
    const parts = raw.map((part, index) =>
      readOffer(part, basis, priceOffer, `${field}[${index + 1}]`, problems),
    )
    return parts.length > 0 && parts.every((part) => part !== null) ? sum(parts) : null
  }
  return isObject(raw) ? readAmount(raw, field, problems) : readNumber(raw, field, problems)
}
