import { nearestCodes } from '#measures'
import type { Problems } from './problems.ts'

/** The name this product uses, and others that people write for it. Case, spaces, hyphens and underscores do not count. */
export const NAMES = {
  competition: {
    title: ['title', 'name', 'tender', 'project', 'procurement'],
    criteria: ['criteria', 'awardCriteria', 'criterion'],
    methods: ['methods', 'method', 'scoringMethods'],
    bids: ['bids', 'tenders', 'bidders', 'suppliers', 'submissions'],
    conditions: ['conditions', 'passFail', 'mandatory', 'gates'],
    weightsTotal: ['weightsTotal', 'totalWeight', 'outOf', 'totalPoints', 'maximumPoints'],
    rounding: ['rounding', 'round', 'decimals'],
    tieBreak: ['tieBreak', 'tieBreaks', 'tieBreakers', 'tieBreakRule', 'tiebreaker'],
    rankBy: ['rankBy', 'ranking', 'awardBy', 'rankingMethod', 'awardMethod'],
    abnormallyLow: ['abnormallyLow', 'abnormallyLowRule', 'abnormallyLowTender'],
    robustness: ['robustness', 'sensitivity'],
    scale: ['scale', 'scoringScale', 'maxScore'],
    scores: ['scores', 'evaluations', 'evaluatorScores'],
    agreed: ['agreed', 'moderated', 'moderation', 'consensus', 'agreedScores', 'moderatedScores'],
    publishedFingerprint: ['publishedFingerprint', 'fingerprint', 'criteriaFingerprint'],
  },
  criterion: {
    name: ['name', 'criterion', 'title', 'id', 'code', 'question'],
    weight: ['weight', 'weighting', 'weightPercent', 'percent', 'percentage', 'points', 'importance'],
    kind: ['kind', 'type', 'category'],
    method: ['method', 'formula', 'scoring', 'scoringMethod', 'priceMethod', 'rule'],
    benchmark: ['benchmark', 'benchmarkPrice', 'expectedPrice', 'target', 'referencePrice', 'estimate'],
    bands: ['bands', 'band', 'bandings'],
    fullMarksAt: ['fullMarksAt', 'bestAt', 'maximumMarksAt'],
    noMarksAt: ['noMarksAt', 'zeroMarksAt', 'zeroAt', 'worstAt'],
    marksAtMean: ['marksAtMean', 'marksForMean', 'centre', 'marksAtAverage'],
    scale: ['scale', 'outOf', 'maxScore', 'maximumScore', 'maxMarks', 'highestScore'],
    levels: ['levels', 'descriptors', 'scaleLevels'],
    countsFrom: ['countsFrom', 'scaleFrom'],
    minimum: ['minimum', 'min', 'threshold', 'minimumScore', 'passMark', 'minScore'],
    maximum: ['maximum', 'max', 'maximumPrice', 'priceCap', 'ceiling', 'maximumValue', 'affordability'],
    minimumPoints: ['minimumPoints', 'minPoints'],
    minimumPercent: ['minimumPercent', 'minPercent', 'thresholdPercent'],
    better: ['better', 'direction', 'betterWhen', 'best'],
    measuredAs: ['measuredAs', 'measure', 'measured'],
    basis: ['basis'],
    cap: ['cap', 'capAt', 'countedUpTo'],
    capShareOfPrice: ['capShareOfPrice', 'capPercentOfPrice', 'cappedAtShareOfPrice'],
    criteria: ['criteria', 'subcriteria', 'parts', 'children', 'questions', 'sections'],
    description: ['description', 'guidance', 'text', 'descriptor'],
  },
  method: {
    name: ['name', 'method', 'formula', 'type', 'kind'],
    benchmark: ['benchmark', 'benchmarkPrice', 'expectedPrice', 'target', 'referencePrice', 'estimate'],
    bands: ['bands', 'band', 'bandings'],
    fullMarksAt: ['fullMarksAt', 'bestAt', 'maximumMarksAt'],
    noMarksAt: ['noMarksAt', 'zeroMarksAt', 'zeroAt', 'worstAt'],
    marksAtMean: ['marksAtMean', 'marksForMean', 'centre', 'marksAtAverage'],
    scale: ['scale', 'outOf', 'maxScore', 'maximumScore', 'maxMarks', 'highestScore', 'maximum', 'max'],
    levels: ['levels', 'descriptors', 'scaleLevels'],
    countsFrom: ['countsFrom', 'scaleFrom'],
    better: ['better', 'direction', 'betterWhen', 'best'],
    measuredAs: ['measuredAs', 'measured'],
    cap: ['cap', 'capAt', 'countedUpTo'],
    capShareOfPrice: ['capShareOfPrice', 'capPercentOfPrice'],
    poundsPerPoint: ['poundsPerPoint', 'poundsPerQualityPoint', 'willingnessToPay', 'rate'],
  },
  scale: {
    lowest: ['lowest', 'min', 'minimum', 'from'],
    highest: ['highest', 'max', 'maximum', 'to', 'outOf'],
    levels: ['levels', 'descriptors'],
    countsFrom: ['countsFrom', 'scaleFrom'],
  },
  level: {
    score: ['score', 'mark', 'level', 'value'],
    name: ['name', 'label', 'title'],
    described: ['described', 'description', 'descriptor', 'meaning', 'text'],
    percent: ['percent', 'percentage', 'share'],
  },
  band: {
    from: ['from', 'above', 'min', 'atLeast', 'minimum', 'over'],
    to: ['to', 'upTo', 'max', 'atMost', 'maximum', 'below', 'under'],
    percent: ['percent', 'percentage', 'share', 'percentOfWeight'],
    points: ['points', 'marks', 'score'],
  },
  bid: {
    name: ['name', 'bidder', 'supplier', 'tenderer', 'bid', 'id', 'organisation'],
    price: ['price', 'tenderPrice', 'totalPrice', 'cost', 'pricePounds', 'bidPrice', 'wholeLifeCost'],
    pricePence: ['pricePence', 'pence', 'priceInPence'],
    scores: ['scores', 'evaluations', 'marks', 'evaluatorScores', 'qualityScores'],
    agreed: ['agreed', 'moderated', 'moderation', 'consensus', 'agreedScores', 'moderatedScores'],
    offers: ['offers', 'offer', 'values', 'quantities', 'amounts', 'socialValueOffers', 'socialValue'],
    conditions: ['conditions', 'passFail', 'checks', 'mandatory'],
    excluded: ['excluded', 'rejected', 'excludedBecause', 'disregarded', 'withdrawn'],
  },
  cell: {
    bid: ['bid', 'bidder', 'supplier', 'tenderer'],
    criterion: ['criterion', 'question', 'for'],
    evaluator: ['evaluator', 'by', 'assessor', 'who', 'scorer'],
    score: ['score', 'mark', 'value', 'marks'],
    agreed: ['agreed', 'agreedScore', 'moderated', 'moderatedScore', 'consensus', 'final', 'finalScore'],
    reason: [
      'reason',
      'reasons',
      'why',
      'rationale',
      'moderationReason',
      'moderatedReason',
      'comment',
      'justification',
    ],
    evaluators: ['evaluators', 'scores', 'individual', 'individualScores', 'panel', 'evaluatorScores'],
  },
  amount: {
    pounds: ['pounds', 'amount', 'value', 'quantity', 'total', 'price'],
    pence: ['pence', 'amountPence', 'valuePence'],
    currency: ['currency'],
  },
  rounding: {
    decimals: ['decimals', 'places', 'decimalPlaces', 'to'],
    when: ['when', 'at', 'applies', 'rounded'],
  },
  ranking: {
    by: ['by', 'method', 'name', 'rankBy', 'type'],
    poundsPerPoint: ['poundsPerPoint', 'poundsPerQualityPoint', 'willingnessToPay', 'rate'],
  },
  low: {
    rule: ['rule', 'by', 'method', 'compare', 'below'],
    percent: ['percent', 'percentage', 'percentBelow', 'share', 'threshold', 'belowPercent'],
    benchmark: ['benchmark', 'estimate', 'expectedPrice'],
  },
  robustness: { weightRange: ['weightRange', 'weights', 'range', 'plusMinus'] },
} as const

export type Given = Readonly<Record<string, unknown>>
export const isObject = (raw: unknown): raw is Given =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw)

/** A word as it was written; nothing for what is no word. */
export const plainWord = (raw: unknown): string =>
  typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : ''

/** Letters and digits only, in lower case: how names are compared. */
export const bare = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

type Names = Readonly<Record<string, readonly string[]>>
const remembered = new WeakMap<Names, Map<string, string | null>>()
const MOST_REMEMBERED = 2_000

/** Every spelling that was met is remembered, since a large input writes the same few names many times. */
const meantBy = (name: string, names: Names): string | null => {
  const known = remembered.get(names) ?? new Map<string, string | null>()
  remembered.set(names, known)
  const found = known.get(name)
  if (found !== undefined) return found
  const own = bare(name)
  const [meant = null] =
    Object.entries(names).find(([, others]) => others.some((other) => bare(other) === own)) ?? []
  if (known.size < MOST_REMEMBERED) known.set(name, meant)
  return meant
}
export const isOurs = (name: string, names: Names): boolean => meantBy(name, names) !== null

const tellUnknown = (name: string, names: Names, field: string, problems: Problems): void => {
  const [near] = bare(name).length > 3 ? nearestCodes(bare(name), Object.keys(names)) : []
  const facts = { name: name.slice(0, 60), near: near ?? '' }
  if (near) problems.questions.push({ field, code: 'name-unknown', facts })
  else problems.warnings.push({ field, code: 'name-not-used', facts })
}

/**
 * An object under our names. A name that is nearly one of ours is asked about, since leaving it out could give a wrong
 * answer; a name that is like none is told in a warning.
 */
export const ours = (raw: Given, names: Names, field: string, problems: Problems): Given => {
  const known: Record<string, unknown> = {}
  for (const name of Object.keys(raw)) {
    const meant = meantBy(name, names)
    if (meant === null) tellUnknown(name, names, field, problems)
    else if (raw[name] !== null && raw[name] !== undefined) known[meant] = raw[name]
  }
  return known
}
