import { h } from 'preact'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { confirmHandoverAsSupplier } from '../actions/handovers.ts'
import { addSubContractorAsSupplier } from '../actions/supplier-reports.ts'
import { lifeSentence } from '../messages/life.ts'
import { readForSupplier } from '../read-for-supplier.ts'
import { DeliverContractView } from './deliver-contract.view.tsx'
import { linkedContract, supplierPerson } from './deliver-fields.ts'
import { typedTexts } from './fields.ts'
import { DELIVER_PATH, deliverPath } from './paths.ts'
import { SUB_CONTRACTOR_FIELDS, SubContractorForm } from './sub-contractor-form.ts'

const PAGE_SIZE = 20
const DONE: Readonly<Record<string, string>> = {
  joined: 'The contract is linked to your organisation.',
  reported: 'Sent. It counts once the council has verified it.',
  sub: 'The sub-contractor is written down.',
  confirmed: 'You have confirmed the hand-over.',
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { ctx, query, form } = request
  const linked = await linkedContract(request)
  const read = await readForSupplier(ctx, linked)
  const { deliveries } = read.report
  const state = readTableState(query, { sortable: [], pageSize: PAGE_SIZE })
  const { done: _done, ...rest } = query
  const done = errors.length === 0 ? DONE[query.done ?? ''] : undefined
  const body = h(DeliverContractView, {
    ...read,
    linked,
    errors,
    asked: deliveries.filter(({ status }) => status === 'asked'),
    deliveries: deliveries.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    paging: { path: deliverPath(linked.contractId), query: rest, state, total: deliveries.length },
    fields: typedTexts(form, SUB_CONTRACTOR_FIELDS),
  })
  return page(linked.title, body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: DELIVER_PATH, text: 'Your contracts' },
    notice: done ? { kind: 'success', text: done } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const postSubContractor = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(SubContractorForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const linked = await linkedContract(request)
  const { value, above, ...rest } = form.value
  const draft = { ...rest, valuePence: value, above: above || null }
  const added = await addSubContractorAsSupplier(request.ctx, linked, draft)
  return added.ok
    ? redirect(`${deliverPath(linked.contractId)}?done=sub`)
    : show(request, [{ field: 'above', message: lifeSentence(added) }])
}

export const postHandover = async (request: PageRequest): Promise<Answer> => {
  const linked = await linkedContract(request)
  const confirmed = await confirmHandoverAsSupplier(request.ctx, linked, supplierPerson(request))
  return confirmed.ok
    ? redirect(`${deliverPath(linked.contractId)}?done=confirmed`)
    : show(request, [{ field: '', message: lifeSentence(confirmed) }])
}
