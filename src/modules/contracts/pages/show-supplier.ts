import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { addSubContractor, endSubContractor } from '../actions/sub-contractors.ts'
import { endLink, inviteSupplier } from '../actions/supplier-links.ts'
import { lifeSentence } from '../messages/life.ts'
import { readInvoicesOf } from '../read-invoices.ts'
import { paidOnTime } from '../rules/paid-on-time.ts'
import { inTiers } from '../rules/sub-contractors.ts'
import { getContract } from '../store/contracts.ts'
import { findHandover } from '../store/handovers.ts'
import { listSubContractors } from '../store/sub-contractors.ts'
import { listCodes, listSupplierLinks } from '../store/supplier-links.ts'
import type { ContractsTables } from '../tables.ts'
import { typedTexts } from './fields.ts'
import { contractPath } from './paths.ts'
import { ShowSupplierView } from './show-supplier.view.tsx'
import { SUB_CONTRACTOR_FIELDS, SubContractorForm } from './sub-contractor-form.ts'

const DONE: Readonly<Record<string, string>> = {
  invoices: 'The invoices are written down.',
  added: 'The sub-contractor is written down.',
  left: 'It is written down that the sub-contractor has left.',
  ended: 'The account does not report on this contract any more.',
}

type Shown = { readonly errors: readonly FieldError[]; readonly code: string | null }

const show = async (request: PageRequest, { errors, code }: Shown): Promise<Answer> => {
  const { ctx, visitor, form, query } = request
  const id = idOf(request, 'contractId')
  const read = await inReading(ctx, async (db: Reader<ContractsTables>) => {
    const contract = await getContract(db, id)
    const { known, written } = await readInvoicesOf(db, contract)
    return {
      contract,
      links: await listSupplierLinks(db, id),
      codes: await listCodes(db, id),
      subContractors: inTiers(await listSubContractors(db, id)),
      handover: await findHandover(db, id),
      paid: paidOnTime(known, today(ctx)),
      byFiles: known.filter(({ paidOn }, at) => paidOn !== (written[at]?.paidOn ?? null)).length,
    }
  })
  const done = errors.length === 0 ? DONE[query.done ?? ''] : undefined
  const body = h(ShowSupplierView, {
    ...read,
    code,
    errors,
    mayManage: visitor.permissions.has('contracts.manage'),
    now: ctx.clock.now(),
    fields: typedTexts(form, [...SUB_CONTRACTOR_FIELDS, 'email']),
  })
  return page(`Supplier of ${read.contract.title}`, body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: contractPath(id), text: read.contract.title },
    notice: done ? { kind: 'success', text: done } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, { errors: [], code: null })

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** The code is shown in the answer to the form and nowhere else; it is kept as its hash. */
export const postInvitation = async (request: PageRequest): Promise<Answer> => {
  const email = typed(request.form, 'email').trim().toLowerCase()
  if (email !== '' && (!EMAIL.test(email) || email.length > 254))
    return show(request, {
      errors: [{ field: 'email', message: 'Enter an e-mail address, such as name@example.org' }],
      code: null,
    })
  const code = await inviteSupplier(request.ctx, idOf(request, 'contractId'), email)
  return show(request, { errors: [], code })
}

export const postEnd = async (request: PageRequest): Promise<Answer> => {
  const id = idOf(request, 'contractId')
  const supplierId = typed(request.form, 'supplierId')
  if (isId(supplierId)) await endLink(request.ctx, id, supplierId)
  return redirect(`${contractPath(id)}/supplier?done=ended`)
}

export const postSubContractor = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(SubContractorForm, request.form)
  if (!form.ok) return show(request, { errors: form.errors, code: null })
  const { value, above, ...rest } = form.value
  const id = idOf(request, 'contractId')
  const added = await addSubContractor(request.ctx, id, { ...rest, valuePence: value, above: above || null })
  return added.ok
    ? redirect(`${contractPath(id)}/supplier?done=added`)
    : show(request, { errors: [{ field: 'above', message: lifeSentence(added) }], code: null })
}

export const postLeft = async (request: PageRequest): Promise<Answer> => {
  const id = idOf(request, 'contractId')
  const subContractorId = typed(request.form, 'subContractorId')
  if (isId(subContractorId)) await endSubContractor(request.ctx, id, subContractorId)
  return redirect(`${contractPath(id)}/supplier?done=left`)
}
