import type { Exact } from '../../../kernel/exact.ts'
import { type AgreedScore, isJudged, isRelative, type Leaf, type Ranking } from '../model.ts'
import { decideAgreedScore } from '../rules/agree-score.ts'
import { bandOf } from '../rules/comparison.ts'
import { bare, type Given, isObject } from './names.ts'
import { ask, type Problems } from './problems.ts'
import type { Criteria } from './read-criteria.ts'
import { isGiven, readNumber } from './read-numbers.ts'
import { type PriceOffer, readAmount, readOffer } from './read-offer.ts'
import { readScore } from './read-score.ts'

/** What is known of the competition while its bids are read. */
export type About = Criteria & {
  readonly conditions: readonly string[]
  readonly ranking: Ranking['by']
  readonly priceOffer: PriceOffer
  /** How a criterion's offers are priced where they name measures: which basis is counted. */
  readonly basisOf: ReadonlyMap<string, string>
  /** Tables of scores that stand beside the bids, a row for each bid, criterion and evaluator. */
  readonly rows: { readonly scores?: unknown; readonly agreed?: unknown }
}
export type Lookup = {
  readonly get: (name: string) => unknown
  readonly unused: (known: readonly string[]) => string[]
}

/** Values by the name of a criterion, however it is spelt; the last source to name it holds. */
export const lookup = (...sources: readonly Given[]): Lookup => {
  const found = new Map(
    sources.flatMap((source) => Object.entries(source).map(([name, value]) => [bare(name), value])),
  )
  const names = sources.flatMap((source) => Object.keys(source))
  return {
    get: (name) => found.get(bare(name)),
    unused: (known) => {
      const ownNames = new Set(known.map(bare))
      return names.filter((name) => !ownNames.has(bare(name)))
    },
  }
}

export const readPrice = (given: Given, field: string, problems: Problems): Exact | null => {
  const pounds = isObject(given.price)
    ? readAmount(given.price, `${field}.price`, problems)
    : readNumber(given.price, `${field}.price`, problems)
  const pence = readNumber(given.pricePence, `${field}.pricePence`, problems)
  if (pounds && pence && !pounds.times(100).eq(pence)) return ask(problems, `${field}.price`, 'price-twice')
  const price = pounds ?? pence?.div(100) ?? null
  return price?.lt(0) ? ask(problems, `${field}.price`, 'price-negative', { given: price.toFixed() }) : price
}

type Value = { readonly value: Exact; readonly offered: Exact | null; readonly agreed: AgreedScore | null }

const judge = (
  leaf: Leaf,
  raw: unknown,
  moderated: unknown,
  field: string,
  problems: Problems,
): Value | null => {
  const before = problems.questions.length
  const given = readScore(raw, moderated, field, problems)
  if (problems.questions.length > before || !leaf.scale) return null
  const decision = decideAgreedScore(leaf.scale, given)
  if (decision.ok) {
    const { score, reason } = decision.value
    if (reason === null) problems.warnings.push({ field, code: 'score-without-reason', facts: {} })
    return { value: score, offered: null, agreed: decision.value }
  }
  const { levels, lowest, highest } = leaf.scale
  const scale =
    levels.length > 0
      ? levels.map(({ score }) => score.toFixed()).join(', ')
      : `${lowest.toFixed()} to ${highest.toFixed()}`
  const facts = Object.fromEntries(
    Object.entries(decision.facts ?? {}).map(([name, fact]) => [name, String(fact)]),
  )
  const list =
    decision.refusal === 'score-missing' || decision.refusal === 'scores-differ'
      ? problems.questions
      : problems.refusals
  list.push({ field, code: decision.refusal, facts: { ...facts, scale } })
  return null
}

/** A promise counts up to its cap, and as a share of the price where the criterion says so. */
const count = (
  leaf: Leaf,
  offered: Exact,
  price: Exact | null,
  field: string,
  problems: Problems,
): Value | null => {
  const isTied = leaf.capShareOfPrice !== null || leaf.measuredAs === 'share-of-price'
  if (isTied && !price?.gt(0)) return ask(problems, field, 'price-needed')
  const caps = [leaf.cap, leaf.capShareOfPrice && price ? price.times(leaf.capShareOfPrice) : null]
  const capped = caps.reduce<Exact>((least, cap) => (cap?.lt(least) ? cap : least), offered)
  const value = leaf.measuredAs === 'share-of-price' && price ? capped.div(price).times(100) : capped
  return { value, offered, agreed: null }
}

const checkCounted = (leaf: Leaf, value: Exact, field: string, problems: Problems): boolean => {
  if (value.lt(0)) return ask(problems, field, 'value-negative', { given: value.toFixed() }) !== null
  const dividesByIt = leaf.better === 'lower' && isRelative(leaf.method) && !leaf.weight.isZero()
  if (value.isZero() && dividesByIt) return ask(problems, field, 'price-zero') !== null
  if (leaf.method.name === 'bands' && !bandOf(leaf.method.bands, value))
    return ask(problems, field, 'no-band', { given: value.toFixed() }) !== null
  return true
}

/** What one bid says on one criterion: a price, an amount offered, or the agreed score. */
export const readValue = (
  leaf: Leaf,
  said: {
    readonly all: Lookup
    readonly agreed: Lookup
    readonly price: Exact | null
    /** There is a question about it already. */
    readonly isPriceAsked: boolean
    readonly isOnlyPrice: boolean
  },
  about: About,
  field: string,
  problems: Problems,
): Value | null => {
  const at = `${field}, ${leaf.name.slice(0, 60)}`
  const raw = said.all.get(leaf.name)
  const moderated = said.agreed.get(leaf.name)
  if (isJudged(leaf.kind)) return judge(leaf, raw, moderated, at, problems)
  const own = leaf.kind === 'price' && !isGiven(raw) && said.isOnlyPrice ? said.price : null
  const before = problems.questions.length
  const offered = own ?? readOffer(raw, about.basisOf.get(leaf.name) ?? null, about.priceOffer, at, problems)
  if (!offered)
    return problems.questions.length > before || (leaf.kind === 'price' && said.isPriceAsked)
      ? null
      : ask(problems, at, leaf.kind === 'price' ? 'price-missing' : 'offer-missing')
  const value = count(leaf, offered, said.price, at, problems)
  return value && checkCounted(leaf, value.value, at, problems) ? value : null
}
