import type { EvaluatorScore, GivenScore } from '../model.ts'
import { bare, type Given, isObject, isOurs, NAMES, ours } from './names.ts'
import { ask, type Problems, shown } from './problems.ts'
import { isGiven, readNumber, readText } from './read-numbers.ts'

const AVERAGE = new Set(['average', 'mean', 'avg', 'averaged', 'median'])
const saysAverage = (raw: unknown): boolean => typeof raw === 'string' && AVERAGE.has(bare(raw))

const oneEvaluator = (
  evaluator: string,
  raw: unknown,
  field: string,
  problems: Problems,
): EvaluatorScore | null => {
  const given: Given = isObject(raw) ? ours(raw, NAMES.cell, field, problems) : { score: raw }
  const score = readNumber(given.score, `${field}.score`, problems)
  if (!score)
    return isGiven(given.score) ? null : ask(problems, field, 'evaluator-score-missing', { evaluator })
  return { evaluator, score, reason: readText(given.reason, `${field}.reason`, problems) }
}

const readEvaluators = (raw: unknown, field: string, problems: Problems): readonly EvaluatorScore[] => {
  if (!isGiven(raw)) return []
  const entries = Array.isArray(raw)
    ? raw.map((one, index) => {
        const by = isObject(one) ? ours(one, NAMES.cell, field, problems).evaluator : undefined
        return [
          typeof by === 'string' && by.trim() !== '' ? by.trim() : `evaluator ${index + 1}`,
          one,
        ] as const
      })
    : isObject(raw)
      ? Object.entries(raw)
      : null
  if (!entries) {
    ask(problems, field, 'score-unreadable', { given: shown(raw) })
    return []
  }
  const names = entries.map(([name]) => name)
  if (new Set(names).size < names.length) ask(problems, field, 'evaluator-twice')
  return entries
    .map(([evaluator, one]) =>
      oneEvaluator(evaluator, one, `${field} by ${evaluator.slice(0, 60)}`, problems),
    )
    .filter((score) => score !== null)
}

/** `{ "Ann": 4, "Bob": 3 }`: names of evaluators rather than ours. */
const looksLikeEvaluators = (raw: Given): boolean => {
  const keys = Object.keys(raw)
  return keys.length > 0 && keys.every((key) => !isOurs(key, NAMES.cell))
}

const EMPTY: GivenScore = { evaluators: [], agreed: null, saysAverage: false, reason: null }

/**
 * `4`, `{ score, reason }`, `[4, 3]`, `{ "Ann": 4, "Bob": 3 }`, or `{ evaluators, agreed, reason }`. `moderated` is what
 * stands apart under the bid's own `agreed`.
 */
export const readScore = (
  raw: unknown,
  moderated: unknown,
  field: string,
  problems: Problems,
): GivenScore => {
  const asGiven: Given = Array.isArray(raw)
    ? { evaluators: raw }
    : isObject(raw)
      ? looksLikeEvaluators(raw)
        ? { evaluators: raw }
        : ours(raw, NAMES.cell, field, problems)
      : { score: raw }
  const apart = isObject(moderated) ? ours(moderated, NAMES.cell, field, problems) : { score: moderated }
  const own = isObject(asGiven.agreed)
    ? ours(asGiven.agreed, NAMES.cell, field, problems)
    : { score: asGiven.agreed }
  const agreed = apart.score ?? apart.agreed ?? own.score ?? asGiven.score
  const reason = apart.reason ?? own.reason ?? asGiven.reason
  if (saysAverage(agreed))
    return {
      ...EMPTY,
      evaluators: readEvaluators(asGiven.evaluators, field, problems),
      saysAverage: true,
    }
  return {
    evaluators: readEvaluators(asGiven.evaluators, field, problems),
    agreed: readNumber(agreed, field, problems),
    saysAverage: false,
    reason: readText(reason, `${field}.reason`, problems),
  }
}

/** Rows `{ criterion, evaluator, score, reason }` gathered by criterion; an object by criterion stays as it is. */
export const byCriterion = (raw: unknown, field: string, problems: Problems): Given => {
  if (!isGiven(raw)) return {}
  if (isObject(raw)) return raw
  if (!Array.isArray(raw)) {
    ask(problems, field, 'scores-unreadable', { given: shown(raw) })
    return {}
  }
  const found = new Map<string, unknown[]>()
  for (const [index, row] of raw.entries()) {
    const given = isObject(row) ? ours(row, NAMES.cell, `${field}[${index + 1}]`, problems) : {}
    if (typeof given.criterion !== 'string') ask(problems, `${field}[${index + 1}]`, 'row-without-criterion')
    else found.set(given.criterion, [...(found.get(given.criterion) ?? []), given])
  }
  return Object.fromEntries(
    [...found].map(([criterion, rows]) => {
      const agreed = rows.find((row) => isObject(row) && row.evaluator === undefined)
      const others = rows.filter((row) => row !== agreed)
      if (rows.length > others.length + 1) ask(problems, field, 'agreed-twice', { criterion })
      if (others.length === 0) return [criterion, agreed]
      return [criterion, agreed ? { evaluators: others, agreed } : { evaluators: others }]
    }),
  )
}
