import { compareNames } from './compare-names.ts'
import {
  type Candidate,
  detailOf,
  type Evidence,
  gatherEvidence,
  type Payee,
  type Rarities,
  type Reading,
  rowFacts,
  seenOf,
} from './evidence.ts'
import {
  probabilities,
  sumOfWeights,
  THRESHOLDS,
  totalWeight,
  type Weighed,
  type Weights,
  weigh,
} from './model.ts'
import type { NameForm } from './name-forms.ts'

export type Outcome = 'automatic' | 'review' | 'unknown' | 'individual'

/** A register row as it stands for one payee, with all that was weighed. */
export type Judged = {
  readonly number: string
  readonly name: string
  readonly kind: string | null
  readonly probability: number
  readonly evidence: readonly Weighed[]
}

export type Judgement = {
  readonly outcome: Outcome
  /** The supplier of an automatic match; null otherwise. */
  readonly number: string | null
  /** The register's kind of that row, by which equal numbers of two registers are told apart. */
  readonly kind: string | null
  readonly probability: number
  /** Probability of the best less that of the second. */
  readonly margin: number
  readonly evidence: readonly Weighed[]
  /** The likeliest rows, best first; for a person's choice when the outcome is review. */
  readonly candidates: readonly Judged[]
}

export type WeighedRow = { readonly row: Candidate; readonly evidence: readonly Weighed[] }

/** Numbers the ledger itself gives, mended; each is compared only with rows of a register of its kind. */
export type OwnNumbers = { readonly company: string | null; readonly charity: string | null }

export const NOTHING_FOUND: Judgement = {
  outcome: 'unknown',
  number: null,
  kind: null,
  probability: 0,
  margin: 0,
  evidence: [],
  candidates: [],
}

const SHOWN = 5

/** Names so unlike that only a person, or the ledger's own word, may take them for one. */
const HARDLY_ALIKE = new Set([
  'little',
  'none',
  'slip-in-one',
  'slip-and-part',
  'both-add-less',
  'both-add-general',
])

/** The best reading of a payee's name against the best name of a row. */
export const bestEvidence = (
  payee: Payee,
  forms: readonly NameForm[],
  row: Candidate,
  { rarity, logRows }: Rarities,
  weights?: Weights,
): Weighed[] => {
  const facts = rowFacts(payee, row)
  let best: { reading: Reading; evidence: Evidence[]; total: number } | null = null
  for (const form of forms)
    for (const name of row.names) {
      const seen = compareNames(form.tokens, name.words, rarity)
      if (seen.links.length === 0) continue
      const reading = { form, name, seen }
      const evidence = gatherEvidence(reading, row, facts, logRows)
      const total = sumOfWeights(evidence, weights)
      if (best === null || total > best.total) best = { reading, evidence, total }
    }
  if (best === null) return weigh([{ about: 'name', seen: 'none' }], weights)
  const { reading, evidence } = best
  return weigh(
    evidence.map((one) => ({ ...one, ...detailOf(one.about, reading, payee, row) })),
    weights,
  )
}

/** How registers of charities call themselves: in a word, or by their org-id.guide codes. */
const CHARITY_KINDS: ReadonlySet<string> = new Set(['charity', 'GB-CHC', 'GB-SC', 'GB-NIC'])

export const numberEvidence = (row: Candidate, own: OwnNumbers): Evidence[] => {
  const number = CHARITY_KINDS.has(row.kind ?? '') ? own.charity : own.company
  if (number === null) return []
  return [
    {
      about: 'number',
      seen: number === row.number ? 'agrees' : 'disagrees',
      payee: number,
      register: row.number,
    },
  ]
}

/** Whether the best row may be taken without asking anybody: likelier than all else, and clearly than any other row. */
const mayBeTaken = (best: Judged, second: Judged | undefined): boolean => {
  if (best.probability <= THRESHOLDS.automatic) return false
  if (best.probability < THRESHOLDS.timesTheSecond * (second?.probability ?? 0)) return false
  const number = seenOf(best.evidence, 'number')
  if (number === 'disagrees') return false
  // An overseas company has a number of its own and one for its UK establishment; which is meant, a person must say.
  if (number === undefined && seenOf(best.evidence, 'register') === 'overseas') return false
  return (
    seenOf(best.evidence, 'ledger') !== undefined || !HARDLY_ALIKE.has(seenOf(best.evidence, 'name') ?? '')
  )
}

const outcomeOf = (best: Judged, second: Judged | undefined): Outcome => {
  if (mayBeTaken(best, second)) return 'automatic'
  // A number that a row bears is worth a look even when nothing else fits.
  const numbered = seenOf(best.evidence, 'number') === 'agrees'
  return best.probability >= THRESHOLDS.review || numbered ? 'review' : 'unknown'
}

/** Weighs all candidates of a payee against each other and against "none of these". */
export const judge = (rows: readonly WeighedRow[], weights?: Weights): Judgement => {
  const shares = probabilities(
    rows.map(({ evidence }) => totalWeight(evidence)),
    weights,
  )
  const judged = rows
    .map(({ row, evidence }, at): Judged => {
      return { number: row.number, name: row.name, kind: row.kind, probability: shares[at] ?? 0, evidence }
    })
    .sort((one, other) => other.probability - one.probability || (one.number < other.number ? -1 : 1))
  const [best, second] = judged
  if (!best) return NOTHING_FOUND
  const outcome = outcomeOf(best, second)
  return {
    outcome,
    number: outcome === 'automatic' ? best.number : null,
    kind: outcome === 'automatic' ? best.kind : null,
    probability: best.probability,
    margin: best.probability - (second?.probability ?? 0),
    evidence: best.evidence,
    candidates: judged.slice(0, SHOWN),
  }
}

/** What a person decided stands, whatever the evidence. */
export const judgeByDecision = (number: string | null): Judgement => ({
  ...NOTHING_FOUND,
  outcome: number === null ? 'unknown' : 'automatic',
  number,
  probability: number === null ? 0 : 1,
  margin: number === null ? 0 : 1,
  evidence: weigh([{ about: 'decision', seen: number === null ? 'refused' : 'confirmed' }]),
})
