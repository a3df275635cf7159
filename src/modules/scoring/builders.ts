import { type ScoredCompetition, scoreInput } from './score-competition.ts'

const noMeasures = () => ({ ok: false as const, why: ['no measures here'] })

/** Scores an input that has to be complete, as text or as an object; throws what was asked otherwise. */
export const scored = (input: unknown): ScoredCompetition => {
  const outcome = scoreInput(typeof input === 'string' ? input : JSON.stringify(input), noMeasures)
  if (outcome.kind === 'scored') return outcome.result
  throw new Error(JSON.stringify(outcome).slice(0, 1_000))
}

/** The codes of what is asked or refused; empty where it is scored. */
export const problemsOf = (input: unknown): readonly string[] => {
  const outcome = scoreInput(typeof input === 'string' ? input : JSON.stringify(input), noMeasures)
  if (outcome.kind === 'unreadable') return ['unreadable']
  if (outcome.kind === 'scored') return []
  const { questions, refusals } = outcome.problems
  return [...new Set([...questions, ...refusals].map(({ code }) => code))]
}

export const totalsOf = ({
  competition,
  scored: { sums },
}: ScoredCompetition): Readonly<Record<string, string>> =>
  Object.fromEntries(
    competition.bids.map(({ name, index }) => [name, sums[index]?.total.toFixed() ?? 'rejected']),
  )

export const winnersOf = ({ competition, scored: { places } }: ScoredCompetition): readonly string[] =>
  places.filter(({ rank }) => rank === 1).map(({ bid }) => competition.bids[bid]?.name ?? '')

type Described = Readonly<Record<string, unknown>>
/** Price 40 by the given method, quality 60 out of 10. */
export const priceAndQuality = (
  method: Described,
  bids: readonly Described[],
  more: Described = {},
): Described => ({
  criteria: [
    { name: 'Price', weight: 40, kind: 'price', ...method },
    { name: 'Quality', weight: 60, scale: 10 },
  ],
  bids,
  ...more,
})
