import { exact } from '../../../kernel/exact.ts'
import type { Bid, Leaf } from '../model.ts'
import { bare, type Given, isObject, NAMES, ours, plainWord } from './names.ts'
import { ask, nearest, type Problems, shown } from './problems.ts'
import { isGiven, readName, readText } from './read-numbers.ts'
import { byCriterion } from './read-score.ts'
import { type About, type Lookup, lookup, readPrice, readValue } from './read-value.ts'
import { passWord } from './words.ts'

const MOST_BIDS = 2_000

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
  const before = problems.questions.length
  const price = readPrice(given, field, problems)
  const isPriceAsked = problems.questions.length > before
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
  const said = { all, agreed, price, isPriceAsked, isOnlyPrice: prices.length === 1 }
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
