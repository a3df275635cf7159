import { type Exact, exact } from '../../../kernel/exact.ts'
import { type AgreedScore, type Bid, isJudged, isRelative, type Leaf, type Ranking } from '../model.ts'
import { decideAgreedScore } from '../rules/agree-score.ts'
import { bandOf } from '../rules/comparison.ts'
import { bare, type Given, isObject, NAMES, ours, plainWord } from './names.ts'
import { ask, nearest, type Problems, shown } from './problems.ts'
import type { Criteria } from './read-criteria.ts'
import { isGiven, readName, readNumber, readText } from './read-numbers.ts'
import { type PriceOffer, readAmount, readOffer } from './read-offer.ts'
import { byCriterion, readScore } from './read-score.ts'
import { passWord } from './words.ts'

const MOST_BIDS = 2_000

export type About = Criteria & {
  readonly conditions: readonly string[]
  readonly ranking: Ranking['by']
  readonly priceOffer: PriceOffer
  /** How a criterion's offers are priced where they name measures: which basis is counted. */
  readonly basisOf: ReadonlyMap<string, string>
  /** Tables of scores that stand beside the bids, a row for each bid, criterion and evaluator. */
  readonly rows: { readonly scores?: unknown; readonly agreed?: unknown }
}
type Lookup = {
  readonly get: (name: string) => unknown
  readonly unused: (known: readonly string[]) => string[]
}

const lookup = (...sources: readonly Given[]): Lookup => {
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

const readPrice = (given: Given, field: string, problems: Problems): Exact | null => {
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

const readValue = (
  leaf: Leaf,
  said: {
    readonly all: Lookup
    readonly agreed: Lookup
    readonly price: Exact | null
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
    return problems.questions.length > before
      ? null
      : ask(problems, at, leaf.kind === 'price' ? 'price-missing' : 'offer-missing')
  const value = count(leaf, offered, said.price, at, problems)
  return value && checkCounted(leaf, value.value, at, problems) ? value : null
}

const readConditions = (
  raw: unknown,
  all: Lookup,
  names: readonly string[],
  field: string,
  problems: Problems,
): readonly string[] => {
  const given = isObject(raw) ? lookup(raw) : null
  return names.filter((name) => {
    const said = given?.get(name) ?? all.get(name)
    const value = isObject(said) ? (said.result ?? said.passed ?? said.met) : said
    const word = isGiven(value) ? passWord(plainWord(value)) : undefined
    if (!word)
      ask(problems, `${field}, ${name.slice(0, 60)}`, 'condition-unanswered', {
        given: isGiven(value) ? shown(value) : '',
      })
    return word === 'fail'
  })
}

const rowsOf = (raw: unknown, name: string): unknown => {
  if (isObject(raw)) return Object.entries(raw).find(([bid]) => bare(bid) === bare(name))?.[1]
  if (!Array.isArray(raw)) return raw
  const own = raw.filter(
    (row) => isObject(row) && NAMES.cell.bid.some((key) => bare(plainWord(row[key] ?? '')) === bare(name)),
  )
  return own.length > 0 ? own : undefined
}

const offersOf = (raw: unknown, field: string, problems: Problems): Given => {
  if (isObject(raw)) return raw
  if (isGiven(raw)) ask(problems, `${field}.offers`, 'offers-unreadable', { given: shown(raw) })
  return {}
}

/** Why a bid is not assessed; null where it is. */
const exclusionOf = (raw: unknown, field: string, problems: Problems): string | null => {
  const word = isGiven(raw) ? passWord(plainWord(raw)) : 'fail'
  if (word === 'fail') return null
  return word === 'pass' ? 'no reason was given' : readText(raw, `${field}.excluded`, problems)
}

const readBid = (raw: unknown, index: number, about: About, problems: Problems): Bid | null => {
  if (!isObject(raw)) return ask(problems, `bids[${index + 1}]`, 'bid-unreadable', { given: shown(raw) })
  const criteriaNames = [...about.leaves.map(({ name }) => name), ...about.conditions]
  const isCriterion = new Set(criteriaNames.map(bare))
  const direct = Object.fromEntries(Object.entries(raw).filter(([name]) => isCriterion.has(bare(name))))
  const others = Object.fromEntries(
    Object.entries(raw).filter(([name]) => !isCriterion.has(bare(name)) || bare(name) === 'price'),
  )
  const given = ours(others, NAMES.bid, `bids[${index + 1}]`, problems)
  const name = readName(given.name, `bids[${index + 1}].name`, problems)
  if (name === null) return null
  const field = `bid "${name.slice(0, 60)}"`
  const excluded = exclusionOf(given.excluded, field, problems)
  const price = readPrice(given, field, problems)
  const { Price: _own, price: _price, ...beside } = direct
  const all = lookup(
    beside,
    byCriterion(given.scores ?? rowsOf(about.rows.scores, name), `${field}.scores`, problems),
    offersOf(given.offers, field, problems),
  )
  const agreed = lookup(
    byCriterion(given.agreed ?? rowsOf(about.rows.agreed, name), `${field}.agreed`, problems),
  )
  for (const unused of [...all.unused(criteriaNames), ...agreed.unused(criteriaNames)])
    ask(problems, field, 'criterion-unknown', {
      name: unused.slice(0, 60),
      near: nearest(unused, criteriaNames),
    })
  const prices = about.leaves.filter(({ kind }) => kind === 'price')
  const said = { all, agreed, price, isOnlyPrice: prices.length === 1 }
  const values = about.leaves.map((leaf) =>
    excluded === null
      ? readValue(leaf, said, about, field, problems)
      : { value: exact(0), offered: null, agreed: null },
  )
  const failed =
    excluded === null ? readConditions(given.conditions, all, about.conditions, field, problems) : []
  const own =
    price ?? (prices.length === 1 ? (values[about.leaves.indexOf(prices[0] as Leaf)]?.value ?? null) : null)
  if (excluded === null && about.ranking !== 'weighted-total' && !own?.gt(0))
    ask(problems, `${field}.price`, own ? 'price-zero' : 'price-missing')
  if (!values.every((value) => value !== null)) return null
  return {
    index,
    name,
    price: own,
    values: values.map(({ value }) => value),
    agreed: values.map((value) => value.agreed),
    offered: values.map(({ offered }) => offered),
    failedConditions: failed,
    excludedBecause: excluded,
  }
}

/** A list, or an object by name. */
const bidList = (raw: unknown): readonly unknown[] | null => {
  if (Array.isArray(raw)) return raw
  if (!isObject(raw)) return null
  return Object.entries(raw).map(([name, said]) =>
    isObject(said) ? { name, ...said } : { name, price: said },
  )
}

export const readBids = (raw: unknown, about: About, problems: Problems): readonly Bid[] => {
  const list = bidList(raw)
  if (!list || list.length === 0) {
    ask(problems, 'bids', 'bids-missing')
    return []
  }
  if (list.length > MOST_BIDS) {
    ask(problems, 'bids', 'bids-too-many', { count: String(list.length) })
    return []
  }
  const bids = list.map((bid, index) => readBid(bid, index, about, problems)).filter((bid) => bid !== null)
  const seen = new Set<string>()
  for (const { name } of bids) {
    if (seen.has(bare(name) || name)) ask(problems, 'bids', 'bid-twice', { name: name.slice(0, 60) })
    seen.add(bare(name) || name)
  }
  return bids
}
