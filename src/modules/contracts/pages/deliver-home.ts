import { h } from 'preact'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { joinContract } from '../actions/supplier-links.ts'
import { readLinkedContracts } from '../linked-contracts.ts'
import { lifeSentence } from '../messages/life.ts'
import { DeliverHomeView, JoinView } from './deliver-home.view.tsx'
import { DELIVER_PATH, deliverPath } from './paths.ts'

const PAGE_SIZE = 20

/** The contracts a supplier reports on. */
export const get = async ({ ctx, query }: PageRequest): Promise<Answer> => {
  const contracts = await readLinkedContracts(ctx)
  const state = readTableState(query, { sortable: [], pageSize: PAGE_SIZE })
  const body = h(DeliverHomeView, {
    contracts: contracts.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    paging: { path: DELIVER_PATH, query, state, total: contracts.length },
  })
  return page('Report what you deliver', body)
}

const showJoin = (request: PageRequest, errors: readonly FieldError[]): Answer =>
  page(
    'Link a contract',
    h(JoinView, { errors, code: typed(request.form, 'code') || (request.query.code ?? '').slice(0, 40) }),
    {
      status: errors.length > 0 ? 400 : 200,
      hasErrors: errors.length > 0,
      backLink: { href: DELIVER_PATH, text: 'Report what you deliver' },
    },
  )

export const getJoin = async (request: PageRequest): Promise<Answer> => showJoin(request, [])

export const postJoin = async (request: PageRequest): Promise<Answer> => {
  const { ctx, visitor, form } = request
  const code = typed(form, 'code').slice(0, 80)
  if (code.trim() === '') return showJoin(request, [{ field: 'code', message: 'Enter the code' }])
  const account = { supplierId: visitor.authorityId ?? '', supplierName: visitor.authorityName ?? '' }
  const joined = await joinContract(ctx, code, account)
  return joined.ok
    ? redirect(`${deliverPath(joined.value.contractId)}?done=joined`)
    : showJoin(request, [{ field: 'code', message: lifeSentence(joined) }])
}
