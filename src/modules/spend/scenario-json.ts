import { z } from 'zod'
import type { AnalysisRequest } from './analyses/all.ts'
import { bestNotes, scenarioAnalysis } from './analyses/what-if.ts'
import { analysisJson } from './analysis-api.ts'
import type { WhatIf } from './read-what-if.ts'
import { LIMIT_SETTINGS } from './rules/best-shift.ts'
import { GAP_SETTINGS } from './rules/gaps.ts'
import { REACHES, WHAT_IF_SETTINGS } from './rules/what-if.ts'
import { settingJson } from './setting-words.ts'
import { WANTED } from './what-if-words.ts'

const text = z.string().max(300).optional()
const share = z.number().min(0).max(100)

const NUMBERS = [
  GAP_SETTINGS.growth,
  ...Object.values(WHAT_IF_SETTINGS),
  ...Object.values(LIMIT_SETTINGS),
].map(({ name, label, least, most }) => [
  name,
  z
    .number()
    .min(least / 100)
    .max(most / 100)
    .optional()
    .describe(label),
])

/** A scenario as programs write it; unknown names are refused, so that no wish is silently left out. */
export const scenarioBody = z.strictObject({
  from: text.describe('first month, 2026-04'),
  to: text.describe('last month, 2027-03'),
  category: text.describe('one category of the files'),
  department: text,
  scheme: text.describe('a scheme of categories; else the words of the files'),
  leaving: text.describe('the id of the place that counts as local'),
  reach: z.enum(REACHES).optional().describe('what may shift'),
  all: share.optional().describe('the local share wanted of every category, per cent'),
  wanted: z
    .record(z.string().max(290), share)
    .optional()
    .describe('the local share wanted by category, per cent'),
  find: z.literal('best').optional().describe('look for the best shift within the limits'),
  ...(Object.fromEntries(NUMBERS) as Record<string, z.ZodOptional<z.ZodNumber>>),
})

/** The same scenario in the words of the page's address. Numbers lose what is past hundredths. */
export const wordsOfScenario = ({
  wanted,
  ...plain
}: z.output<typeof scenarioBody>): Record<string, string> => {
  const written = (value: unknown): string =>
    typeof value === 'number' ? String(Math.round(value * 100) / 100) : String(value)
  return Object.fromEntries([
    ...Object.entries(plain)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, written(value)]),
    ...Object.entries(wanted ?? {}).map(([category, value]) => [`${WANTED}${category}`, written(value)]),
  ])
}

const range = z.object({ from: z.number(), to: z.number() })

export const scenarioAnswer = z.looseObject({
  title: z.string(),
  shiftedPence: z.number(),
  yearPence: z.number(),
  jobs: range,
  respendPence: range,
  best: z.object({ isFeasible: z.boolean(), effort: z.number(), why: z.array(z.string()) }).nullable(),
  assumptions: z.array(z.looseObject({ name: z.string(), value: z.number(), origin: z.string() })),
  limits: z.array(z.looseObject({ name: z.string(), value: z.number(), origin: z.string() })),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
})

/** A worked-out scenario as programs read it: pounds in whole pence, jobs as numbers, every assumption with its origin. */
export const scenarioJson = (whatIf: WhatIf, request: AnalysisRequest) => {
  const { effects, best, words } = whatIf
  return {
    ...analysisJson(scenarioAnalysis(whatIf, request)),
    shiftedPence: effects.shiftedPence,
    yearPence: effects.yearPence,
    months: whatIf.gaps.months,
    jobs: { from: effects.jobs.from / 100, to: effects.jobs.to / 100 },
    respendPence: effects.respend,
    best: best && { isFeasible: best.isFeasible, effort: best.effortUsed / 100, why: bestNotes(whatIf) },
    assumptions: words.assumptions.map(settingJson),
    limits: words.limits.map(settingJson),
  }
}
