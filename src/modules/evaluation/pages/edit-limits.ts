import { h } from 'preact'
import { readDecimal } from '../../../kernel/exact.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { listOf } from '../../../platform/http/fields.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { limitsOf, setLimits } from '../actions/result.ts'
import { refusalSentence } from '../messages.ts'
import type { ApprovalLimit } from '../model.ts'
import type { EvaluationTables } from '../tables.ts'
import { EditLimitsView } from './edit-limits.view.tsx'
import { noticeOf } from './in-evaluation.ts'

const ROWS = 4

const rowsOf = (limits: readonly ApprovalLimit[]) =>
  Array.from({ length: ROWS }, (_, at) => {
    const limit = limits[at]
    return {
      upTo: limit?.upToPence === null ? 'above' : limit ? String(limit.upToPence / 100) : '',
      roles: limit?.roles ?? [],
      people: String(limit?.people ?? ''),
    }
  })

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const limits = await inReading(request.ctx, (db: Reader<EvaluationTables>) => limitsOf(db))
  const typedRows = Array.from({ length: ROWS }, (_, at) => ({
    upTo: typed(request.form, `upTo-${at}`),
    roles: listOf(request.form, `roles-${at}`),
    people: typed(request.form, `people-${at}`),
  }))
  const body = h(EditLimitsView, { rows: errors.length > 0 ? typedRows : rowsOf(limits), errors })
  return page('Who approves awards', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/evaluations', text: 'Evaluations' },
    notice: noticeOf(request, errors),
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const errors: FieldError[] = []
  const limits = Array.from({ length: ROWS }, (_, at): ApprovalLimit | null => {
    const upTo = typed(request.form, `upTo-${at}`).trim()
    if (upTo === '') return null
    const pounds = readDecimal(upTo)
    if (upTo !== 'above' && !pounds?.gt(0))
      errors.push({ field: `upTo-${at}`, message: 'Enter pounds in digits, or the word above' })
    const people = Number(typed(request.form, `people-${at}`))
    if (!Number.isSafeInteger(people) || people < 2 || people > 5)
      errors.push({ field: `people-${at}`, message: 'Enter how many approve, from 2 to 5' })
    return {
      upToPence: upTo === 'above' || !pounds ? null : pounds.times(100).toNumber(),
      roles: listOf(request.form, `roles-${at}`),
      people,
    }
  }).filter((limit) => limit !== null)
  if (errors.length > 0) return show(request, errors)
  const outcome = await setLimits(request.ctx, limits)
  return outcome.ok
    ? redirect('/evaluations/limits?done=limits')
    : show(request, [{ field: 'upTo-0', message: refusalSentence(outcome) }])
}
