import type { BasisLine } from '../model.ts'

export type Compared = {
  readonly line: BasisLine
  /** Null where the other year has nothing of this kind. */
  readonly before: BasisLine | null
  readonly isOnlyBefore: boolean
}

const keyOf = ({ basis, unit }: BasisLine): string => `${basis} ${unit}`

/** Two years line by line, each kind of value against itself; what only the year before had stands last. */
export const compareLines = (now: readonly BasisLine[], before: readonly BasisLine[]): Compared[] => {
  const known = new Map(before.map((line) => [keyOf(line), line]))
  const names = new Set(now.map(keyOf))
  return [
    ...now.map((line) => ({ line, before: known.get(keyOf(line)) ?? null, isOnlyBefore: false })),
    ...before
      .filter((line) => !names.has(keyOf(line)))
      .map((line) => ({ line, before: line, isOnlyBefore: true })),
  ]
}
