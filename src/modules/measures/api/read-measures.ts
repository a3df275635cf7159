import { z } from 'zod'
import { today } from '../../../platform/context.ts'
import { json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { markOfParts } from '../../../platform/seen.ts'
import { entryParts } from '../framework/entry-parts.ts'
import { suggestionReason } from '../messages/suggest-words.ts'
import { proportionWords, warningSentence } from '../messages/warning-words.ts'
import type { Entry, LocalFramework } from '../model/adaptation.ts'
import { CONTRACT_KINDS, LICENCE_TERMS } from '../model.ts'
import { PROPORTION_BANDS } from '../reference/proportion-bands.ts'
import { preparePricing } from '../rules/pricing.ts'
import { proportionateAsk } from '../rules/proportionality.ts'
import { ageOf, isOutOfDate, outOfDateNotice } from '../rules/reference-age.ts'
import { suggestFor } from '../rules/suggest-for.ts'
import { contextOf, read, seeFramework, seeFrameworks } from '../seen.ts'
import type { FrameworkListed } from '../store/local-frameworks.ts'
import { readReference } from '../store/reference-sets.ts'
import { showOffers, valueOffers } from '../value-offers.ts'

import { refused, row } from './api-rows.ts'

const entry = z.looseObject({
  code: z.string(),
  name: z.string(),
  seen: z
    .string()
    .describe('what it says now, in short; send it with a change, so that none is written over'),
})
const header = z.looseObject({
  code: z.string(),
  version: z.string(),
  title: z.string(),
  licence: z.string(),
  terms: z.enum(LICENCE_TERMS),
})
const headOf = ({ framework, terms, revision, newer }: FrameworkListed) => ({
  code: framework.id,
  version: framework.version,
  title: framework.title,
  publishedOn: framework.publishedOn,
  licence: framework.licence,
  terms,
  notice: framework.notice,
  revision,
  newerVersion: newer?.version ?? null,
})

const withSeen = <Each extends Entry>(each: Each) => ({ ...each, seen: markOfParts(entryParts(each)) })

const wholeOf = ({ version, framework, revision, changes, weights, newer }: LocalFramework) => ({
  ...headOf({ ...version, revision, newer, versions: [] }),
  attribution: framework.attribution,
  themes: framework.themes.map(withSeen),
  outcomes: framework.outcomes.map(withSeen),
  measures: framework.measures.map(withSeen),
  rubrics: framework.rubrics,
  changes,
  weights,
})

/** What may be read: open to all where the licence is, and the same for each visitor as on the pages. */
export const reads: readonly ApiRoute[] = [
  {
    ...row(
      'GET',
      '/frameworks',
      'public',
      'FRAMEWORKS_READ',
      'Frameworks of measures that you may see, at the version in use',
    ),
    answer: z.object({ frameworks: z.array(header) }),
    handle: async (request) => json({ frameworks: (await seeFrameworks(request)).map(headOf) }),
  },
  {
    ...row(
      'GET',
      '/frameworks/:code',
      'public',
      'FRAMEWORK_READ',
      'A framework with all its measures as they count for you, and what differs from the origin',
    ),
    query: z.object({ version: z.string().optional() }),
    answer: header.extend({ themes: z.array(entry), outcomes: z.array(entry), measures: z.array(entry) }),
    handle: async (request) => {
      const { version } = request.query as { version?: string }
      return json(wholeOf(await seeFramework(request, request.params.code ?? '', version ?? null)))
    },
  },
  {
    ...row(
      'GET',
      '/suggestions',
      'public',
      'SUGGESTIONS_READ',
      'Measures that serve a text or an outcome, with why',
    ),
    query: z.object({
      framework: z.string().default('open'),
      text: z.string().max(2_000).default(''),
      outcome: z.string().optional(),
      ward: z.string().optional(),
    }),
    answer: z.object({ suggestions: z.array(z.looseObject({ measure: z.string(), strength: z.number() })) }),
    handle: async (request) => {
      const query = request.query as { framework: string; text: string; outcome?: string; ward?: string }
      const local = await seeFramework(request, query.framework)
      const outcomes = query.outcome === undefined ? [] : [query.outcome]
      const targets = [
        ...(query.ward === undefined ? [] : [{ kind: 'ward' as const, id: query.ward }]),
        ...(query.text === '' ? [] : [{ kind: 'priority' as const, id: query.text }]),
      ]
      const suggestions = suggestFor(local, { title: query.text, text: '', outcomes }, targets)
      return json({
        suggestions: suggestions.map(({ measure, strength, weight, because }) => ({
          measure: measure.code,
          name: measure.name,
          strength,
          weight,
          because: because.map(suggestionReason),
        })),
      })
    },
  },
  {
    ...row(
      'GET',
      '/proportion',
      'public',
      'PROPORTION_READ',
      'How many measures suit a contract, and why. A suggestion, not law',
    ),
    query: z.object({
      valuePence: z.coerce.number().int().min(0).max(1e14).describe('whole life, including VAT'),
      months: z.coerce.number().int().min(1).max(999),
      kind: z.enum(CONTRACT_KINDS),
      small: z.enum(['yes', 'no']).default('no'),
    }),
    answer: z.object({
      min: z.number(),
      max: z.number(),
      indicators: z.number(),
      reasons: z.array(z.string()),
    }),
    handle: async ({ query }) => {
      const { small, ...facts } = query as {
        valuePence: number
        months: number
        kind: (typeof CONTRACT_KINDS)[number]
        small: string
      }
      const ask = proportionateAsk({ ...facts, isForSmallSuppliers: small === 'yes' }, PROPORTION_BANDS)
      return json({ ...ask, reasons: ask.reasons.map(proportionWords) })
    },
  },
  {
    ...row(
      'GET',
      '/reference',
      'public',
      'REFERENCE_DATA_READ',
      'The sources that values rest on, how old each is, and what is out of date',
    ),
    answer: z.object({
      sources: z.array(z.looseObject({ id: z.string(), title: z.string(), monthsOld: z.number() })),
    }),
    handle: async (request) => {
      const { sources } = await read(contextOf(request), readReference)
      const ages = [...sources.values()].map((source) => ageOf(source, today(request.ctx)))
      return json({
        sources: ages.map((age) => ({
          ...age.source,
          monthsOld: age.months,
          warning: isOutOfDate(age) ? warningSentence(outOfDateNotice(age)) : null,
        })),
      })
    },
  },
  {
    ...row(
      'POST',
      '/value',
      'measures.read',
      'VALUE_READ',
      'What offers are worth, step by step; takes and gives what goldthread value does',
    ),
    query: z.object({ framework: z.string().default('open') }),
    body: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
    answer: z.looseObject({}),
    handle: async (request) => {
      const { framework } = request.query as { framework: string }
      const local = await seeFramework(request, framework)
      const reference = await read(contextOf(request), readReference)
      const pricing = preparePricing(local.framework, reference, today(request.ctx))
      const outcome = valueOffers(JSON.stringify(request.body), pricing)
      if (outcome.ok) return json(showOffers(outcome.valued, pricing))
      return refused(400, 'not-usable-input', outcome.faults[0] ?? '', {
        errors: outcome.faults.map((message) => ({ field: '', message })),
      })
    },
  },
]
