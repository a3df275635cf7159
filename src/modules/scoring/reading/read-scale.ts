import { type Exact, ZERO } from '../../../kernel/exact.ts'
import type { Level, Scale } from '../model.ts'
import { type Given, isObject, NAMES, ours, plainWord } from './names.ts'
import { ask, type Problems, shown } from './problems.ts'
import { isGiven, readNumber, readPercent, readText } from './read-numbers.ts'

const readLevel = (raw: unknown, field: string, problems: Problems): Level | null => {
  if (!isObject(raw)) {
    const score = readNumber(raw, field, problems)
    return score && { score, name: null, described: null, share: null }
  }
  const given = ours(raw, NAMES.level, field, problems)
  const score = readNumber(given.score, `${field}.score`, problems)
  if (!score) return isGiven(given.score) ? null : ask(problems, field, 'level-without-score')
  return {
    score,
    name: readText(given.name, `${field}.name`, problems),
    described: readText(given.described, `${field}.described`, problems),
    share: readPercent(given.percent, `${field}.percent`, problems),
  }
}

/** A list of levels, or `{ "0": "no answer", "5": "outstanding" }`. */
const levelList = (raw: unknown): readonly unknown[] | null => {
  if (Array.isArray(raw)) return raw
  if (!isObject(raw)) return null
  return Object.entries(raw).map(([score, said]) =>
    isObject(said) ? { score, ...said } : { score, described: said },
  )
}

const readLevels = (raw: unknown, field: string, problems: Problems): readonly Level[] => {
  if (!isGiven(raw)) return []
  const list = levelList(raw)
  if (!list || list.length < 2) {
    ask(problems, field, 'levels-unreadable', { given: shown(raw) })
    return []
  }
  const levels = list
    .map((level, index) => readLevel(level, `${field}[${index + 1}]`, problems))
    .filter((level) => level !== null)
  if (new Set(levels.map(({ score }) => score.toFixed())).size < levels.length)
    ask(problems, field, 'levels-twice')
  return levels
}

const ends = (raw: unknown, field: string, problems: Problems): readonly [Exact | null, Exact | null] => {
  const span = typeof raw === 'string' ? /^\s*([\d.]+)\s*(?:-|–|to)\s*([\d.]+)\s*$/i.exec(raw) : null
  if (span) return [readNumber(span[1], field, problems), readNumber(span[2], field, problems)]
  return [ZERO, readNumber(raw, field, problems)]
}

const partsOf = (raw: unknown, field: string, problems: Problems): Given => {
  if (!isObject(raw)) return {}
  const looksLikeLevels = Object.keys(raw).every((key) => /^\d+(?:\.\d+)?$/.test(key))
  return looksLikeLevels ? { levels: raw } : ours(raw, NAMES.scale, field, problems)
}

/**
 * `5` (0 to 5), `"1-5"`, `{ "min": 1, "max": 5 }`, a list of levels, or levels by their score. Null where nothing was
 * said or it cannot be read (and then it was asked about).
 */
export const readScale = (
  raw: unknown,
  more: { readonly levels?: unknown; readonly countsFrom?: unknown },
  field: string,
  problems: Problems,
): Scale | null => {
  if (!isGiven(raw) && !isGiven(more.levels)) return null
  const parts = partsOf(raw, field, problems)
  const levels = readLevels(
    Array.isArray(raw) ? raw : (parts.levels ?? more.levels),
    `${field}.levels`,
    problems,
  )
  const [low, high] = isObject(raw)
    ? [
        readNumber(parts.lowest, `${field}.min`, problems),
        readNumber(parts.highest, `${field}.max`, problems),
      ]
    : Array.isArray(raw) || !isGiven(raw)
      ? [null, null]
      : ends(raw, field, problems)
  const sorted = levels.map(({ score }) => score).toSorted((a, b) => a.cmp(b))
  const lowest = sorted[0] ?? low ?? ZERO
  const highest = sorted.at(-1) ?? high
  if (!highest) return isObject(raw) ? ask(problems, field, 'scale-missing', { criterion: field }) : null
  if (lowest.lt(0) || highest.lte(lowest))
    return ask(problems, field, 'scale-upside-down', { given: shown(raw) })
  const from = plainWord(parts.countsFrom ?? more.countsFrom ?? 'zero').toLowerCase()
  if (from !== 'zero' && from !== 'lowest') return ask(problems, `${field}.countsFrom`, 'counts-from-unknown')
  return { lowest, highest, countsFrom: from, levels }
}
