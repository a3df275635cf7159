import { z } from 'zod'
import { KINDS, LOW_RULES, RANKINGS, ROUND_WHEN } from '../model.ts'

const number = z.union([z.number(), z.string()]).describe('A number, or text such as "1,200.50".')
const word = (options: readonly string[]) =>
  z.string().describe(`One of: ${options.join(', ')}. Case, spaces and hyphens do not count.`)

const METHOD_NAMES = [
  'scale',
  'fixed-benchmark',
  'fixed-range',
  'bands',
  'lowest-price (relative-to-best)',
  'relative-to-highest (relative-to-best)',
  'between-worst-and-best',
  'distance-from-mean',
  'closest-to-mean',
  'gap-to-best',
  'pass-fail',
  'a method of rankBy, on the price criterion',
]

const level = z.looseObject({
  score: number,
  name: z.string().optional(),
  described: z.string().optional(),
  percent: number
    .optional()
    .describe('What the level earns of the weight; left out: score over highest score.'),
})
const levels = z.union([
  z.array(z.union([level, number])),
  z.record(z.string(), z.union([z.string(), level])),
])
const scale = z.union([
  number,
  levels,
  z.looseObject({
    min: number.optional(),
    max: number.optional(),
    levels: levels.optional(),
    countsFrom: word(['zero', 'lowest']).optional(),
  }),
])
const band = z.looseObject({
  from: number.optional().describe('Included.'),
  upTo: number.optional().describe('Included, unless the next band begins there.'),
  percent: number.optional().describe('Of the weight.'),
  points: number.optional(),
})
const methodParts = {
  benchmark: number
    .optional()
    .describe('fixed-benchmark: the published estimate, or the target of an offer.'),
  bands: z.array(band).optional(),
  fullMarksAt: number.optional().describe('fixed-range'),
  noMarksAt: number.optional().describe('fixed-range'),
  marksAtMean: number.optional().describe('distance-from-mean; 50 of 100 if left out.'),
  better: word(['lower', 'higher']).optional().describe('Needed for kind quantity.'),
  measuredAs: word(['amount', 'share-of-price']).optional(),
  cap: number.optional().describe('An offer counts up to this.'),
  capShareOfPrice: number.optional().describe('An offer counts up to this per cent of the price.'),
}
const method = z.union([word(METHOD_NAMES), z.looseObject({ name: word(METHOD_NAMES), ...methodParts })])

const criterion = z.looseObject({
  name: z.string(),
  weight: number
    .optional()
    .describe('Top level: adds up to weightsTotal. Parts: add up to their parent\u2019s weight, or to 100.'),
  kind: word(KINDS).optional(),
  method: method.optional(),
  ...methodParts,
  scale: scale.optional().describe('5 means 0 to 5.'),
  levels: levels.optional(),
  minimum: number.optional().describe('Least score (judged) or value (counted); a bid below is rejected.'),
  minimumPoints: number.optional(),
  minimumPercent: number.optional().describe('Of the weight; for a criterion or a group.'),
  maximum: number.optional().describe('Highest price or value; a bid above is rejected.'),
  basis: z
    .string()
    .optional()
    .describe('Where offers are measures: economic, fiscal, spend, carbon or wellbeing.'),
  get criteria(): z.ZodOptional<z.ZodArray<z.ZodType>> {
    return z.array(criterion).optional()
  },
})

const evaluator = z.looseObject({
  evaluator: z.string().optional(),
  score: number,
  reason: z.string().optional(),
})
const evaluators = z.union([
  z.array(z.union([evaluator, number])),
  z.record(z.string(), z.union([number, evaluator])),
])
const agreed = z.looseObject({ score: number, reason: z.string().optional() })
const score = z.union([
  number,
  z.looseObject({
    score: number.optional(),
    reason: z.string().optional(),
    evaluators: evaluators.optional(),
    agreed: z.union([number, agreed]).optional(),
  }),
  evaluators,
])
const row = z.looseObject({
  criterion: z.string(),
  evaluator: z.string().optional(),
  score: number,
  reason: z.string().optional(),
})
const tableRow = row.extend({ bid: z.string() })
const offer = z
  .union([
    number,
    z.looseObject({ pounds: number.optional(), pence: number.optional() }),
    z.array(z.unknown()),
    z.looseObject({ measure: z.string(), quantity: number }),
  ])
  .describe('Pounds or a number; { pence }; or measures as goldthread value takes them.')

const bid = z
  .looseObject({
    name: z.string(),
    price: number.optional().describe('Pounds.'),
    pricePence: number.optional(),
    scores: z.union([z.record(z.string(), score), z.array(row)]).optional(),
    agreed: z.union([z.record(z.string(), z.union([number, agreed])), z.array(row)]).optional(),
    offers: z.record(z.string(), offer).optional(),
    conditions: z.record(z.string(), z.union([z.boolean(), z.string()])).optional(),
    excluded: z.union([z.string(), z.boolean()]).optional().describe('Why it is not assessed.'),
  })
  .describe('A score or offer may also stand directly under its criterion\u2019s name.')

/** The shape that `goldthread score` takes, under the names this product uses. Other names for the same are read too. */
export const competitionSchema = z.looseObject({
  title: z.string().optional(),
  criteria: z.array(criterion).min(1),
  methods: z.record(z.string(), method).optional().describe('By criterion, where they do not stand in it.'),
  bids: z.array(bid).min(1),
  conditions: z.array(z.string()).optional().describe('Pass or fail, without weight.'),
  scale: scale.optional().describe('For every judged criterion without its own.'),
  scores: z.array(tableRow).optional().describe('A table for all bids, instead of scores in each bid.'),
  agreed: z.array(tableRow).optional(),
  weightsTotal: number.optional().describe('100 if left out.'),
  rounding: z
    .union([number, z.looseObject({ decimals: number.optional(), when: word(ROUND_WHEN).optional() })])
    .optional(),
  tieBreak: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('In order: "price", or names of criteria.'),
  rankBy: z
    .union([word(RANKINGS), z.looseObject({ method: word(RANKINGS), poundsPerPoint: number.optional() })])
    .optional(),
  abnormallyLow: z
    .union([
      number,
      z.looseObject({ rule: word(LOW_RULES).optional(), percent: number, benchmark: number.optional() }),
    ])
    .optional(),
  robustness: z.union([z.literal(false), z.looseObject({ weightRange: number.optional() })]).optional(),
  publishedFingerprint: z
    .string()
    .optional()
    .describe('Of the criteria as published; scoring is refused if they differ.'),
})

export const competitionJsonSchema = (): unknown => z.toJSONSchema(competitionSchema, { io: 'input' })
