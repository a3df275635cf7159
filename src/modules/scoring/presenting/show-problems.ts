import { problemWords } from '../messages/problem-words.ts'
import type { Problem, Problems } from '../reading/problems.ts'

const MOST_SHOWN = 50

const showProblem = (problem: Problem, name: 'question' | 'message') => ({
  field: problem.field,
  code: problem.code,
  [name]: problemWords(problem),
})

/** The same said of many places is said once, with where. */
export const showGrouped = (problems: readonly Problem[]) => {
  const groups = new Map<string, { code: string; message: string; fields: string[] }>()
  for (const problem of problems) {
    const message = problemWords(problem)
    const group = groups.get(message) ?? { code: problem.code, message, fields: [] }
    group.fields.push(problem.field)
    groups.set(message, group)
  }
  return [...groups.values()].map(({ fields, ...group }) => ({
    ...group,
    count: fields.length,
    fields: fields.slice(0, MOST_SHOWN),
  }))
}

/** What has to be answered, and what is refused, before anything is worked out. */
export const showAsked = ({ questions, refusals, warnings }: Problems, fingerprint: string | null) => ({
  questions: questions.slice(0, MOST_SHOWN).map((one) => showProblem(one, 'question')),
  refused: refusals.slice(0, MOST_SHOWN).map((one) => showProblem(one, 'message')),
  ...(questions.length + refusals.length > MOST_SHOWN
    ? { andMore: Math.max(0, questions.length - MOST_SHOWN) + Math.max(0, refusals.length - MOST_SHOWN) }
    : {}),
  warnings: showGrouped(warnings),
  fingerprint,
})
