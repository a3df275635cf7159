import { nearestCodes } from '#measures'

/** Something to tell about a place in the input; messages turn the code into a sentence. */
export type Problem = {
  readonly field: string
  readonly code: string
  readonly facts: Readonly<Record<string, string>>
}
export type Problems = {
  /** Missing or unclear: nothing is worked out before it is answered. */
  readonly questions: Problem[]
  /** Clear, and against a rule. */
  readonly refusals: Problem[]
  readonly warnings: Problem[]
  readonly assumptions: Problem[]
}
export const noProblems = (): Problems => ({ questions: [], refusals: [], warnings: [], assumptions: [] })

const SHORT = 60
export const shown = (raw: unknown): string =>
  (typeof raw === 'number' ? String(raw) : (JSON.stringify(raw) ?? 'nothing')).slice(0, SHORT)

export const ask = (
  problems: Problems,
  field: string,
  code: string,
  facts: Readonly<Record<string, string>> = {},
): null => {
  problems.questions.push({ field, code, facts })
  return null
}

export const nearest = (name: string, known: readonly string[]): string =>
  nearestCodes(
    name,
    known.map((each) => each.toLowerCase()),
  )
    .map((near) => known.find((each) => each.toLowerCase() === near) ?? near)
    .slice(0, 1)
    .join('')
