import { h } from 'preact'
import { z } from 'zod'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, download, page, redirect } from '../../../platform/http/answer.ts'
import { idOf, optionalText } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readUpload } from '../../../platform/http/upload-content.ts'
import { LARGEST_FILE } from '../../../platform/uploads/file-kinds.ts'
import { readBound } from '../actions/bound.ts'
import { addEvidenceAsSupplier, answerAsSupplier } from '../actions/supplier-reports.ts'
import { evidenceSentence, refusalSentence } from '../messages.ts'
import { getCommitment } from '../store/commitments.ts'
import { getDelivery, listEvidence, listSteps } from '../store/deliveries.ts'
import { DeliverDeliveryView } from './deliver-delivery.view.tsx'
import { linkedContract, supplierPerson } from './deliver-fields.ts'
import { deliverPath } from './paths.ts'

const DONE: Readonly<Record<string, string>> = {
  reported: 'Sent. It counts once the council has verified it.',
  answered: 'Sent. The council decides now.',
  evidence: 'Added. What cameras and telephones write into pictures was taken out.',
}

const read = async (request: PageRequest) => {
  const linked = await linkedContract(request)
  const id = idOf(request, 'deliveryId')
  return readBound(request.ctx, linked, async (db) => {
    const delivery = await getDelivery(db, id)
    return {
      linked,
      delivery,
      commitment: delivery.commitmentId === null ? null : await getCommitment(db, delivery.commitmentId),
      steps: await listSteps(db, id),
      evidence: await listEvidence(db, id),
    }
  })
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const found = await read(request)
  const done = errors.length === 0 ? DONE[request.query.done ?? ''] : undefined
  const body = h(DeliverDeliveryView, { ...found, errors, answer: typed(request.form, 'answer') })
  return page(found.delivery.title, body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: deliverPath(found.linked.contractId), text: found.linked.title },
    notice: done ? { kind: 'success', text: done } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const pathOf = ({ params }: PageRequest): string =>
  `${deliverPath(params.contractId ?? '')}/deliveries/${params.deliveryId}`

export const postAnswer = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(z.object({ answer: optionalText('the answer', 2000) }), request.form)
  if (!form.ok) return show(request, form.errors)
  const linked = await linkedContract(request)
  const id = idOf(request, 'deliveryId')
  const kept = await answerAsSupplier(request.ctx, linked, supplierPerson(request), id, form.value.answer)
  if (kept.ok) return redirect(`${pathOf(request)}?done=answered`)
  const message = kept.refusal === 'reason-needed' ? 'Enter your answer' : refusalSentence(kept)
  return show(request, [{ field: 'answer', message }])
}

export const postEvidence = async (request: PageRequest): Promise<Answer> => {
  const { upload } = request
  const refused = (message: string) => show(request, [{ field: 'file', message }])
  const content = upload && (await readUpload(upload, LARGEST_FILE))
  if (!upload || upload.name === '') return refused('Choose a file')
  if (!content) return refused(evidenceSentence('too-large'))
  const linked = await linkedContract(request)
  const file = { name: upload.name, content, isAgreed: typed(request.form, 'agreed') === 'yes' }
  const id = idOf(request, 'deliveryId')
  const added = await addEvidenceAsSupplier(request.ctx, linked, supplierPerson(request), id, file)
  return added.ok ? redirect(`${pathOf(request)}?done=evidence`) : refused(evidenceSentence(added.refusal))
}

/** A piece of evidence, always as a file to keep. */
export const getEvidence = async (request: PageRequest): Promise<Answer> => {
  const { evidence } = await read(request)
  const one = evidence.find(({ id }) => id === request.params.evidenceId)
  if (!one) throw new NotFound('There is no such evidence here.')
  return download(one.fileName, one.contentType, request.ctx.files.open(one.fileHash))
}
