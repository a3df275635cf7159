import { compareNames } from './compare-names.ts'
import type { Candidate, Evidence, Rarities } from './evidence.ts'
import { type Judgement, judge, type WeighedRow } from './judge-payee.ts'
import type { ReadPayee } from './load-payees.ts'
import { totalWeight, type Weighed, type Weights, weigh } from './model.ts'
import { squash } from './name-tokens.ts'

/**
 * What a ledger knows itself: where one payee reads "Copa Ltd T/A Big Fish" and is matched, another payee "Big Fish" is
 * the same supplier. Only texts that name more than the matched body alone are used.
 */
export type LedgerMatch = {
  readonly payee: ReadPayee
  readonly rows: readonly WeighedRow[]
  readonly judgement: Judgement
  readonly rarities: Rarities
  /** Matched, decided or a person: not to be judged again. */
  readonly final: boolean
}

type Source = {
  readonly row: Candidate
  readonly words: readonly string[]
  readonly names: readonly string[]
  readonly payee: string
}
type Index = {
  readonly byName: ReadonlyMap<string, readonly Source[]>
  readonly byWord: ReadonlyMap<string, readonly Source[]>
  readonly byCharity: ReadonlyMap<string, readonly Source[]>
}

type Finding = { readonly source: Source; readonly seen: Evidence }

const add = <Key>(map: Map<Key, Source[]>, key: Key, source: Source): void => {
  const list = map.get(key)
  if (list) list.push(source)
  else map.set(key, [source])
}

const sourceOf = ({ payee, rows, judgement }: LedgerMatch): Source | null => {
  const row = rows.find((one) => one.row.number === judgement.number)?.row
  const whole = payee.forms.find(({ role }) => role === 'whole')
  if (judgement.outcome !== 'automatic' || !row || !whole) return null
  const own = new Set(row.names.map(({ words }) => squash(words)))
  const full = payee.forms.some(({ legalForm }) => legalForm !== null)
  const names = payee.forms
    .map(({ tokens }) => squash(tokens))
    .filter((name) => name.length >= 4 && (full || !own.has(name)))
  return { row, words: names.length === 0 ? [] : whole.tokens, names, payee: payee.name }
}

const indexOf = (matches: readonly LedgerMatch[]): Index => {
  const byName = new Map<string, Source[]>()
  const byWord = new Map<string, Source[]>()
  const byCharity = new Map<string, Source[]>()
  for (const match of matches) {
    const source = sourceOf(match)
    if (!source) continue
    for (const name of source.names) add(byName, name, source)
    for (const word of new Set(source.words)) add(byWord, word, source)
    if (match.payee.own.charity !== null) add(byCharity, match.payee.own.charity, source)
  }
  return { byName, byWord, byCharity }
}

/** Payees with one charity number are one body, unless their names have led to two. */
const sameNumber = ({ payee }: LedgerMatch, index: Index): Finding | null => {
  const [first, ...others] = index.byCharity.get(payee.own.charity ?? '') ?? []
  if (!first || others.some(({ row }) => row.number !== first.row.number)) return null
  return { source: first, seen: { about: 'ledger', seen: 'same-number', payee: first.payee } }
}

/** Every word of the payee stands in the other payee's text, and together they are too rare for chance. */
const within = (words: readonly string[], source: Source, { rarity, logRows }: Rarities): boolean => {
  const seen = compareNames(words, source.words, rarity)
  const alike = seen.links.every(({ link }) => link === 'same' || link === 'joined')
  return alike && seen.missing.length === 0 && words.length >= 3 && seen.sharedBits > logRows + 6
}

const findFor = (
  tokens: readonly string[],
  match: LedgerMatch,
  index: Index,
  found: Map<string, Finding>,
): void => {
  for (const source of index.byName.get(squash(tokens)) ?? [])
    found.set(source.row.number, {
      source,
      seen: { about: 'ledger', seen: 'same-name', payee: source.payee },
    })
  const rarest = tokens.toSorted((a, b) => match.rarities.rarity(b) - match.rarities.rarity(a)).slice(0, 2)
  for (const source of rarest.flatMap((word) => index.byWord.get(word) ?? [])) {
    if (found.has(source.row.number) || !within(tokens, source, match.rarities)) continue
    found.set(source.row.number, {
      source,
      seen: { about: 'ledger', seen: 'within-name', payee: source.payee },
    })
  }
}

/** A trading name beside a legal name supports only a row that the legal name is already like ("Prioty Ltd T/A Rose House"). */
const findings = (match: LedgerMatch, index: Index): Map<string, Finding> => {
  const found = new Map<string, Finding>()
  for (const form of match.payee.forms) if (form.primary) findFor(form.tokens, match, index, found)
  const beside = new Map<string, Finding>()
  for (const form of match.payee.forms) if (!form.primary) findFor(form.tokens, match, index, beside)
  for (const [number, finding] of beside) {
    const row = match.rows.find((one) => one.row.number === number)
    if (row?.evidence.some(({ about, seen }) => about === 'legal-form' && seen.startsWith('like-')))
      found.set(number, finding)
  }
  const numbered = sameNumber(match, index)
  if (numbered) found.set(numbered.source.row.number, numbered)
  return found
}

const NAME_SUBJECTS = new Set([
  'name',
  'rarity',
  'bearers',
  'legal-form',
  'reading',
  'register-name',
  'sector',
  'place',
  'rival',
  'register',
])

/** The ledger's own word stands in for the likeness of names, or beside it, whichever says more. */
const withFinding = (evidence: readonly Weighed[], finding: readonly Weighed[]): readonly Weighed[] => {
  const instead = [
    ...finding,
    ...evidence.filter(({ about }) => !NAME_SUBJECTS.has(about) && about !== 'postcode'),
  ]
  const beside = [...evidence, ...finding]
  return totalWeight(beside) > totalWeight(instead) ? beside : instead
}

/** Judges again every payee that was not matched, now with what the ledger says elsewhere. */
export const judgeByLedger = (matches: readonly LedgerMatch[], weights?: Weights): LedgerMatch[] => {
  const index = indexOf(matches)
  return matches.map((match) => {
    if (match.final) return match
    const found = findings(match, index)
    if (found.size === 0) return match
    const rows = match.rows.map(({ row, evidence }) => {
      const finding = found.get(row.number)
      found.delete(row.number)
      return { row, evidence: finding ? withFinding(evidence, weigh([finding.seen], weights)) : evidence }
    })
    for (const { source, seen } of found.values())
      rows.push({ row: source.row, evidence: weigh([seen], weights) })
    return { ...match, rows, judgement: judge(rows, weights) }
  })
}
