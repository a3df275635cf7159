import { z } from 'zod'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import { NotFound, Unusable } from '../../../platform/errors.ts'
import { json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { seenMark } from '../../../platform/writes/fields.ts'
import { addEntry, changeEntry, switchOff, takeBack, weighMeasure } from '../actions/adapt-framework.ts'
import { importFramework } from '../actions/import-framework.ts'
import { readMerge, takeInVersion } from '../actions/merge-framework.ts'
import { faultSentence } from '../messages/fault-words.ts'
import { refusalWords } from '../messages/refusal-words.ts'
import { ENTRY_KINDS, WEIGHT_TARGETS } from '../model/adaptation.ts'
import { LICENCE_TERMS } from '../model.ts'
import { read } from '../seen.ts'
import { bytesOf } from '../uploaded-table.ts'

import { answerRevised, fields, type Request, reason, revised, textsIn } from './adapt-parts.ts'
import { refused, row } from './api-rows.ts'

const ENTRY = '/frameworks/:code/entries/:kind/:entry'

const namedIn = ({ params }: Request) => {
  const kind = ENTRY_KINDS.find((known) => known === params.kind)
  if (!kind) throw new NotFound(`Entries are of the kind ${ENTRY_KINDS.join(', ')}.`)
  return { kind, code: params.entry ?? '' }
}
/** What a policy lead may change for their organisation. */
export const changes: readonly ApiRoute[] = [
  {
    ...row(
      'PUT',
      ENTRY,
      'measures.manage',
      'MEASURES_ADAPTED',
      'Change a theme, outcome or measure for your organisation, or add one',
    ),
    body: z.object({ fields, because: reason, isNew: z.boolean().default(false), seen: seenMark }),
    answer: revised,
    handle: async (request) => {
      const {
        fields: given,
        because,
        isNew,
        seen,
      } = request.body as { fields: Record<string, string>; because: string; isNew: boolean; seen?: string }
      const edit = { ...namedIn(request), texts: textsIn(given), because, seen }
      return answerRevised(
        await (isNew ? addEntry : changeEntry)(request.ctx, request.params.code ?? '', edit),
      )
    },
  },
  {
    ...row(
      'DELETE',
      ENTRY,
      'measures.manage',
      'MEASURE_SWITCHED_OFF',
      'Switch an entry off for your organisation',
    ),
    query: z.object({ because: reason }),
    answer: revised,
    handle: async (request) => {
      const { because } = request.query as { because: string }
      return answerRevised(
        await switchOff(request.ctx, request.params.code ?? '', { ...namedIn(request), because }),
      )
    },
  },
  {
    ...row('POST', `${ENTRY}/back`, 'measures.manage', 'MEASURE_PUT_BACK', 'Put an entry back as published'),
    answer: revised,
    handle: async (request) =>
      answerRevised(await takeBack(request.ctx, request.params.code ?? '', namedIn(request))),
  },
  {
    ...row(
      'PUT',
      '/frameworks/:code/weights',
      'measures.manage',
      'MEASURE_WEIGHTED',
      'Weight a measure for a ward or a priority; 1 takes the weight away',
    ),
    body: z.object({
      measure: z.string(),
      target: z.object({ kind: z.enum(WEIGHT_TARGETS), id: z.string().max(200) }),
      weight: z.string(),
      because: reason,
    }),
    answer: revised,
    handle: async (request) =>
      answerRevised(await weighMeasure(request.ctx, request.params.code ?? '', request.body)),
  },
  {
    ...row(
      'GET',
      '/frameworks/:code/merge',
      'measures.manage',
      'FRAMEWORK_MERGE_READ',
      'What a newer version of the origin would bring and ask',
    ),
    answer: z.object({
      version: z.string().nullable(),
      items: z.array(z.looseObject({ key: z.string(), outcome: z.string() })),
      open: z.array(z.string()),
    }),
    handle: async ({ ctx, params }) => {
      const offer = await read(ctx, (db) => readMerge(db, params.code ?? ''))
      return json(
        offer
          ? { version: offer.theirs.framework.version, items: offer.merged.items, open: offer.merged.open }
          : { version: null, items: [], open: [] },
      )
    },
  },
  {
    ...row(
      'POST',
      '/frameworks/:code/merge',
      'measures.manage',
      'FRAMEWORK_MERGED',
      'Take a newer version in, with a choice for each clash',
    ),
    body: z.object({ choices: z.record(z.string(), z.enum(['ours', 'theirs'])).default({}) }),
    answer: z.object({ version: z.string(), revision: z.number() }),
    handle: async (request) => {
      const { choices } = request.body as { choices: Record<string, 'ours' | 'theirs'> }
      const decision = await takeInVersion(
        request.ctx,
        request.params.code ?? '',
        new Map(Object.entries(choices)),
      )
      return decision.ok
        ? json(decision.value)
        : refused(422, decision.refusal, refusalWords(decision.refusal, decision.facts))
    },
  },
  {
    ...row(
      'POST',
      '/frameworks',
      'measures.manage',
      'FRAMEWORK_ADDED',
      'Bring a framework in from CSV or XLSX, as the field “file” of a multipart form',
    ),
    takesFile: true,
    query: z.object({
      code: z.string(),
      version: z.string().min(1).max(200),
      title: z.string().min(1).max(200),
      publishedOn: z
        .string()
        .refine((text) => parsePlainDate(text) !== undefined, 'a day such as 2026-04-01'),
      licence: z.string(),
      terms: z.enum(LICENCE_TERMS),
      source: z.string().max(200).optional(),
    }),
    answer: z.looseObject({ id: z.string(), measures: z.number() }),
    handle: async (request) => {
      if (!request.upload) throw new Unusable('Send the framework as the field "file" of a multipart form.')
      const { code, source, ...facts } = request.query as {
        code: string
        version: string
        title: string
        publishedOn: string
        licence: string
        terms: 'open' | 'restricted'
        source?: string
      }
      const outcome = await importFramework(request.ctx, {
        bytes: await bytesOf(request.upload),
        fileName: request.upload.name,
        facts: { ...facts, id: code, source: source ?? null },
      })
      if (outcome.ok) return json(outcome.value, 201)
      const errors =
        'faults' in outcome
          ? {
              errors: outcome.faults.map((fault) => ({
                row: fault.row,
                field: fault.column,
                message: faultSentence(fault),
              })),
            }
          : {}
      return refused(422, outcome.refusal, refusalWords(outcome.refusal, outcome.facts), errors)
    },
  },
]
