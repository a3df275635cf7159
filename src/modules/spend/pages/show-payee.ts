import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { basisWords } from '../basis-words.ts'
import { inAnalysis } from '../calculator.ts'
import { type Basis, EVERYTHING, type PlainSum } from '../model.ts'
import { tierLabels } from '../money-map.ts'
import { measureBasis, sumPlainly } from '../store/analysis.ts'
import { getPayee, type PayeeRecord } from '../store/payees.ts'
import { listPayments, type PaymentLine } from '../store/payments.ts'
import { ShowPayeeView } from './show-payee.view.tsx'

type Found = { payee: PayeeRecord; basis: Basis; months: PlainSum[]; latest: PaymentLine[] }

const LATEST = 20

export const get = async (request: PageRequest): Promise<Answer> => {
  const id = Number(request.params.payeeId)
  if (!Number.isSafeInteger(id) || id < 1 || id > 2 ** 31 - 1)
    throw new NotFound('There is no such payee here.')
  const labels = await tierLabels(request.ctx)
  const slice = { ...EVERYTHING, payeeId: id }
  const found = await inAnalysis<Found>(request.ctx, async (calculator) => ({
    payee: await getPayee(calculator.db, id),
    basis: await measureBasis(calculator, slice),
    months: await sumPlainly(calculator, 'month', slice),
    latest: await listPayments(calculator.db, slice, LATEST, 0),
  }))
  const months = found.months
    .filter((month) => month.key !== null)
    .sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1))
  const view = {
    ...found,
    months,
    total: found.basis,
    basis: basisWords(found.basis),
    tier: labels.get(found.payee.tier) ?? found.payee.tier,
    mayReview: request.visitor.permissions.has('suppliers.review'),
  }
  return page(found.payee.name, h(ShowPayeeView, view), {
    width: 'wide',
    backLink: { href: '/spend/payees', text: 'Payees' },
  })
}
