import { h } from 'preact'
import { z } from 'zod'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf, optionalText, readDayFields, typedDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { addOption, takeOption } from '../actions/register.ts'
import { refusalSentence } from '../messages.ts'
import { type CommitmentProgress, readContract } from '../read-contract.ts'
import type { ContractsTables } from '../tables.ts'
import { contractPath } from './paths.ts'
import { ShowContractView } from './show-contract.view.tsx'

const DONE: Readonly<Record<string, string>> = {
  recorded: 'The contract is written down.',
  changed: 'Changed.',
  committed: 'The commitment is written down.',
  reported: 'Reported. It counts once a contract manager has verified it.',
  option: 'The option is written down.',
  extended: 'The contract is extended.',
  code: 'Written down. It stands in the next edition of the data set.',
}

const PAGE_SIZE = 20

const pageOfPromises = (rows: readonly CommitmentProgress[], id: string, query: PageRequest['query']) => {
  const state = readTableState(query, { sortable: [], pageSize: PAGE_SIZE })
  const { done: _done, ...rest } = query
  return {
    rows: rows.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    paging: { path: contractPath(id), query: rest, state, total: rows.length },
  }
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { ctx, query, visitor, form } = request
  const id = idOf(request, 'contractId')
  const on = parsePlainDate(query.on ?? '') ?? today(ctx)
  const report = await inReading(ctx, (db: Reader<ContractsTables>) => readContract(db, id, on))
  const done = errors.length === 0 ? DONE[query.done ?? ''] : undefined
  const body = h(ShowContractView, {
    ...report,
    promisePage: pageOfPromises(report.commitments, id, query),
    isPast: on !== today(ctx),
    mayManage: visitor.permissions.has('contracts.manage'),
    errors,
    option: { untilOn: typedDay(form, 'untilOn'), note: typed(form, 'note') },
    takenOn: typedDay(form, 'takenOn'),
  })
  return page(report.contract.title, body, {
    width: 'wide',
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/contracts', text: 'Contracts' },
    notice: done ? { kind: 'success', text: done } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const OptionForm = z.object({ note: optionalText('a note', 1000) })

export const postOption = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(OptionForm, request.form)
  const day = readDayFields(request.form, 'untilOn', 'the day it would go on to')
  if (!form.ok || !day.ok || day.value === null)
    return show(
      request,
      [form, day].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  const id = idOf(request, 'contractId')
  const added = await addOption(request.ctx, id, { untilOn: day.value, note: form.value.note })
  return added.ok
    ? redirect(`${contractPath(id)}?done=option`)
    : show(request, [{ field: 'untilOn-day', message: refusalSentence(added) }])
}

export const postTaken = async (request: PageRequest): Promise<Answer> => {
  const day = readDayFields(request.form, 'takenOn', 'the day it was taken')
  if (!day.ok || day.value === null) return show(request, day.ok ? [] : day.errors)
  const id = idOf(request, 'contractId')
  const taken = await takeOption(request.ctx, id, Number(typed(request.form, 'number')), day.value)
  return taken.ok
    ? redirect(`${contractPath(id)}?done=extended`)
    : show(request, [{ field: 'takenOn-day', message: refusalSentence(taken) }])
}
