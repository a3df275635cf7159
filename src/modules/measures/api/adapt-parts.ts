import { z } from 'zod'
import { Unusable } from '../../../platform/errors.ts'
import { type Answer, json } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import type { Revised } from '../actions/adapt-framework.ts'
import { type EntryTexts, isColumn } from '../framework/edit-entry.ts'
import { faultSentence } from '../messages/fault-words.ts'
import { refusalWords } from '../messages/refusal-words.ts'
import { refused } from './api-rows.ts'

export type Request = Omit<PageRequest, 'query'>

export const answerRevised = (outcome: Revised): Answer => {
  if (outcome.ok) return json(outcome.value)
  const more =
    'faults' in outcome
      ? { errors: outcome.faults.map((fault) => ({ field: fault.column, message: faultSentence(fault) })) }
      : {}
  return refused(422, outcome.refusal, refusalWords(outcome.refusal, outcome.facts), more)
}

export const reason = z.string().max(2_000).describe('why it is different here')
export const revised = z.object({ revision: z.number() })
export const fields = z
  .record(z.string(), z.string().max(2_000))
  .describe('columns of a framework’s table, as in its CSV')
/** Columns as somebody sent them. Throws Unusable for one that is not known. */
export const textsIn = (given: Readonly<Record<string, string>>): EntryTexts => {
  const unknown = Object.keys(given).filter((name) => !isColumn(name))
  if (unknown.length > 0) throw new Unusable(`There is no column ${unknown.join(', ')}.`)
  return given
}
