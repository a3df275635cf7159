import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Applies, Confidence, Json, Kind, Means, Topic } from './answer.ts'
import type { Case } from './case.ts'

/** Where a rule stands in the law, and when it holds. */
export type Row = {
  readonly id: string
  readonly topic: Topic
  readonly title: string
  readonly provision: string
  readonly source: string
  readonly confidence: Confidence
  readonly kind: Kind
  readonly from: PlainDate | null
  readonly until: PlainDate | null
  /** Procurements that commenced earlier are not caught, whatever happens later. Left out: as `from`; null: all are. */
  readonly commencedFrom?: PlainDate | null
}

export type StepDraft = {
  readonly id: string
  readonly title: string
  readonly means: Means
  readonly date: PlainDate
  readonly given?: PlainDate | undefined
}

/** What a rule says of one case. */
export type Outcome = {
  readonly applies: Applies
  readonly sentence: string
  readonly value?: Json
  readonly dependsOn?: readonly string[]
  /** Where this case is less certain than the rule. */
  readonly confidence?: Confidence
  readonly steps?: readonly StepDraft[]
}

export type Rule = {
  readonly row: Row
  /** act: only where the Procurement Act governs the contract. any: whatever governs it. */
  readonly reach: 'act' | 'any'
  readonly decide: (it: Case) => Outcome
}

type More = Omit<Outcome, 'applies' | 'sentence'>
export const yes = (sentence: string, more: More = {}): Outcome => ({ applies: true, sentence, ...more })
export const no = (sentence: string, more: More = {}): Outcome => ({ applies: false, sentence, ...more })
export const depends = (dependsOn: readonly string[], sentence: string, more: More = {}): Outcome => ({
  applies: 'depends',
  sentence,
  dependsOn,
  ...more,
})

/** The Procurement Act 2023 governs procurements that commence on or after this day (S.I. 2024/716 reg. 2). */
export const ACT_FROM: PlainDate = '2025-02-24'
const ACT = 'https://www.legislation.gov.uk/ukpga/2023/54'

const addressOf = (place: string): string => {
  const schedule = /^Sch (\d+)/.exec(place)
  return schedule ? `${ACT}/schedule/${schedule[1]}` : `${ACT}/section/${/^s\.(\d+)/.exec(place)?.[1] ?? ''}`
}

/** A row of the Procurement Act 2023; `place` is `s.53(1)` or `Sch 5 para 15`. */
export const actRow = (
  id: string,
  topic: Topic,
  title: string,
  place: string,
  more: Partial<Row> = {},
): Row => ({
  id,
  topic,
  title,
  provision: `Procurement Act 2023 ${place}`,
  source: addressOf(place),
  confidence: 'sure',
  kind: 'law',
  from: ACT_FROM,
  until: null,
  ...more,
})
