import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { basisWords } from '../basis-words.ts'
import { tierLabels } from '../money-map.ts'
import { readSupplier } from '../supplier.ts'
import { ShowSupplierView } from './show-supplier.view.tsx'

export const get = async (request: PageRequest): Promise<Answer> => {
  const supplier = await readSupplier(request.ctx, request.params.supplierKey ?? '')
  const labels = await tierLabels(request.ctx)
  const view = {
    supplier,
    basis: basisWords(supplier.basis),
    where: [...new Set(supplier.payees.map((payee) => labels.get(payee.tier) ?? payee.tier))],
    mayReview: request.visitor.permissions.has('suppliers.review'),
  }
  return page(supplier.name, h(ShowSupplierView, view), {
    width: 'wide',
    backLink: { href: '/spend/suppliers', text: 'Suppliers' },
  })
}
