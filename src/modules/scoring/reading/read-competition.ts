import { LONGEST_INPUT, parseExactJson } from '#measures'
import { exact } from '../../../kernel/exact.ts'
import type { Competition } from '../model.ts'
import { bare, type Given, isObject, NAMES, ours } from './names.ts'
import { ask, noProblems, type Problems } from './problems.ts'
import { readBids } from './read-bids.ts'
import { readCriteria } from './read-criteria.ts'
import { readNumber, readText } from './read-numbers.ts'
import type { PriceOffer } from './read-offer.ts'
import {
  checkRanking,
  isRobustnessWanted,
  readAbnormallyLow,
  readRanking,
  readRounding,
  readTieBreaks,
  readWeightRange,
} from './read-settings.ts'
import { type Node, readTree } from './read-tree.ts'

/** Up to 15 digits a number is told back as it was written; only longer ones have to be read digit by digit. */
const LONG_NUMBER = /[\d.]{16}/

const parseJson = (text: string): { readonly value: unknown } | undefined => {
  if (LONG_NUMBER.test(text)) return parseExactJson(text)
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

export type CompetitionRead =
  | { readonly ok: false; readonly fault: string }
  | {
      readonly ok: true
      readonly competition: Competition
      readonly problems: Problems
      readonly isRobustnessWanted: boolean
      readonly publishedFingerprint: string | null
    }

const refuse = (fault: string): CompetitionRead => ({ ok: false, fault })

const basisOf = (nodes: readonly Node[]): readonly (readonly [string, string])[] =>
  nodes.flatMap(({ name, data, children }) => [
    ...(typeof data.given.basis === 'string' ? [[name, bare(data.given.basis)] as const] : []),
    ...basisOf(children),
  ])

const ownConditions = (raw: unknown): readonly string[] => {
  const list: readonly unknown[] = Array.isArray(raw) ? raw : isObject(raw) ? Object.keys(raw) : []
  return list
    .map((one) => (isObject(one) ? one.name : one))
    .filter((name): name is string => typeof name === 'string' && name.trim() !== '')
}

const readAll = (given: Given, priceOffer: PriceOffer) => {
  const problems = noProblems()
  const total = readNumber(given.weightsTotal ?? '100', 'weightsTotal', problems) ?? exact(100)
  if (total.lte(0)) ask(problems, 'weightsTotal', 'weights-total-not-positive')
  const stated = readRanking(given.rankBy, problems)
  const tree = readTree(given.criteria, given.methods, given.scale, stated.by, problems)
  const ranking = {
    by: tree.ranking ?? 'weighted-total',
    poundsPerPoint:
      stated.poundsPerPoint ?? readNumber(tree.poundsPerPoint, 'rankBy.poundsPerPoint', problems),
  } as const
  const criteria = readCriteria(tree, total, problems)
  const conditions = [...new Set([...tree.conditions, ...ownConditions(given.conditions)])]
  checkRanking(ranking, criteria.leaves, problems)
  const about = {
    ...criteria,
    conditions,
    ranking: ranking.by,
    priceOffer,
    basisOf: new Map(basisOf(tree.nodes)),
  }
  // Until the criteria are clear, questions about bids would mislead.
  const areCriteriaClear = problems.questions.length === 0 && problems.refusals.length === 0
  const bids = areCriteriaClear ? readBids(given.bids, { ...about, rows: given }, problems) : []
  const competition: Competition = {
    title: readText(given.title, 'title', problems),
    totalWeight: total,
    ...criteria,
    conditions,
    bids,
    rounding: readRounding(given.rounding, problems),
    ranking,
    tieBreaks: readTieBreaks(given.tieBreak, criteria, problems),
    abnormallyLow: readAbnormallyLow(given.abnormallyLow, criteria.leaves, problems),
    weightRange: readWeightRange(given.robustness, total, problems),
  }
  return { competition, problems }
}

/** Reads what `goldthread score` is given. A fault means that it is no JSON object; all else is told as problems. */
export const readCompetition = (text: string, priceOffer: PriceOffer): CompetitionRead => {
  if (text.trim() === '')
    return refuse(
      'Nothing came in. Give criteria and bids as JSON; goldthread score --help shows an example.',
    )
  if (text.length > LONGEST_INPUT) return refuse('The input is longer than 20 million characters.')
  const parsed = parseJson(text.replace(/^\uFEFF/, ''))
  if (!parsed)
    return refuse('The input is not JSON. Check quotes, commas and brackets; names stand in double quotes.')
  if (!isObject(parsed.value))
    return refuse('The input has to be one JSON object: { "criteria": …, "bids": … }.')
  const reading = noProblems()
  const given = ours(parsed.value, NAMES.competition, 'the input', reading)
  const { competition, problems } = readAll(given, priceOffer)
  problems.questions.unshift(...reading.questions)
  problems.warnings.unshift(...reading.warnings)
  return {
    ok: true,
    competition,
    problems,
    isRobustnessWanted: isRobustnessWanted(given.robustness),
    publishedFingerprint: readText(given.publishedFingerprint, 'publishedFingerprint', problems),
  }
}
