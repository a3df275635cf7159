import { type Candidate, type Evidence, seenOf } from './evidence.ts'
import type { WeighedRow } from './judge-payee.ts'
import { type Weights, weigh } from './model.ts'

/** What a row is worth beside the other rows that blocking brought up for the payee. */

const bearsTheName = (evidence: readonly Evidence[]): boolean =>
  seenOf(evidence, 'name') === 'identical' &&
  seenOf(evidence, 'reading') === 'main' &&
  seenOf(evidence, 'legal-form') !== 'full-differs'

/** A row whose name is merely near has little claim while another row bears the very name. */
const rivalOf = (evidence: readonly Evidence[], borne: boolean): Evidence[] =>
  borne && !seenOf(evidence, 'legal-form')?.startsWith('full-')
    ? [{ about: 'rival', seen: 'bears-the-name' }]
    : []

const LIKENESS_IN_PART = /^(near|part|far)-/

const wordsOf = ({ names }: Candidate): ReadonlySet<string>[] => names.map(({ words }) => new Set(words))

/**
 * How many rows bear the words that payee and row share. The rarity of the words takes them for independent, which
 * "civil" and "engineering" are not; this counts. A name matched by its initials shares no word.
 */
const bearersOf = (
  evidence: readonly Evidence[],
  names: readonly (readonly ReadonlySet<string>[])[],
): Evidence[] => {
  const rarity = evidence.find(({ about }) => about === 'rarity')
  const likeness = LIKENESS_IN_PART.exec(rarity?.seen ?? '')?.[1]
  if (likeness === undefined || seenOf(evidence, 'name') === 'initials') return []
  const shared = rarity?.register?.split(' ') ?? []
  const bearers = names.filter((row) => row.some((words) => shared.every((word) => words.has(word)))).length
  return [{ about: 'bearers', seen: `${likeness}-${bearers <= 1 ? 'alone' : bearers <= 3 ? 'few' : 'many'}` }]
}

/** Adds to each row of a payee what only the other rows tell. */
export const besideOthers = (rows: readonly WeighedRow[], weights?: Weights): WeighedRow[] => {
  const borne = rows.some(({ evidence }) => bearsTheName(evidence))
  const names = rows.map(({ row }) => wordsOf(row))
  return rows.map(({ row, evidence }) => ({
    row,
    evidence: [...evidence, ...weigh([...bearersOf(evidence, names), ...rivalOf(evidence, borne)], weights)],
  }))
}
