import type { MatchingState } from './model.ts'
import type { MatchingRecord } from './store/matching.ts'

/** What a run of the matcher says about itself, on the command line and through the API: a contract. */
export type MatchingReport = {
  readonly organisation: string
  /** `none`: nothing was ever matched. */
  readonly state: MatchingState | 'none'
  readonly part: string | null
  /** Of the part, between 0 and 1. */
  readonly share: number
  readonly registersLoaded: boolean
  readonly payees: {
    readonly all: number
    readonly matched: number
    readonly doubtful: number
    readonly unknown: number
    readonly individuals: number
  }
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly problem: string | null
}

export const matchingReport = (record: MatchingRecord | undefined, organisation: string): MatchingReport => ({
  organisation,
  state: record?.state ?? 'none',
  part: record?.part ?? null,
  share: record?.share ?? 0,
  registersLoaded: record?.register_version != null,
  payees: {
    all: record?.payees ?? 0,
    matched: record?.matched ?? 0,
    doubtful: record?.doubtful ?? 0,
    unknown: record?.unknown ?? 0,
    individuals: record?.individuals ?? 0,
  },
  startedAt: record?.started_at ?? null,
  finishedAt: record?.finished_at ?? null,
  problem: record?.problem ?? null,
})
