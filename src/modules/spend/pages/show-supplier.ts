import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { basisWords } from '../basis-words.ts'
import { tierLabels } from '../money-map.ts'
import { readDeciders } from '../review.ts'
import { readSupplier } from '../supplier.ts'
import { ShowSupplierView } from './show-supplier.view.tsx'

/** The page of a supplier or of a group, with what was wrong with a form on it. */
export const showSupplier = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const supplier = await readSupplier(request.ctx, request.params.supplierKey ?? '')
  const labels = await tierLabels(request.ctx)
  const nameOf = supplier.group ? await readDeciders(request.ctx) : () => ''
  const view = {
    supplier,
    basis: basisWords(supplier.basis),
    where: [...new Set(supplier.payees.map((payee) => labels.get(payee.tier) ?? payee.tier))],
    mayReview: request.visitor.permissions.has('suppliers.review'),
    madeBy: nameOf(supplier.group?.madeBy ?? ''),
    errors,
  }
  return page(supplier.name, h(ShowSupplierView, view), {
    width: 'wide',
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/spend/suppliers', text: 'Suppliers' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => showSupplier(request, [])
