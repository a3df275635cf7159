import type { AssessmentSummary, SummaryLine } from '../model.ts'

/** One bid of a lot as it was scored: its points and what the panel agreed, by criterion. */
export type Assessed = {
  readonly bidder: string
  readonly rank: number | null
  readonly total: string | null
  readonly disregardedBecause: string | null
  readonly lines: readonly {
    readonly criterion: string
    readonly weight: string
    readonly value: string
    readonly points: string
    readonly reason: string
  }[]
}

const lineAgainst = (line: Assessed['lines'][number], winner: Assessed | null): SummaryLine => {
  const theirs = winner?.lines.find(({ criterion }) => criterion === line.criterion)
  return {
    ...line,
    winnerValue: theirs?.value ?? null,
    winnerPoints: theirs?.points ?? null,
    winnerReason: theirs?.reason ?? null,
  }
}

/**
 * What a bidder is told: how its own tender was assessed on each criterion and why, and where it did not win how the most
 * advantageous tender was (Procurement Act 2023 s.50(3) and (4)). A tender that was disregarded has its reason instead.
 */
export const composeSummary = (
  about: { readonly title: string; readonly reference: string; readonly lot: string },
  own: Assessed,
  winner: Assessed,
  of: number,
): AssessmentSummary => {
  const isWinner = own === winner
  return {
    ...about,
    bidder: own.bidder,
    isWinner,
    rank: own.rank,
    of,
    total: own.total,
    winner: winner.bidder,
    winnerTotal: winner.total ?? '',
    disregardedBecause: own.disregardedBecause,
    lines: own.lines.map((line) => lineAgainst(line, isWinner ? null : winner)),
  }
}
