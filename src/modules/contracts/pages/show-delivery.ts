import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, download, page, redirect } from '../../../platform/http/answer.ts'
import { idOf, optionalText } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readUpload } from '../../../platform/http/upload-content.ts'
import { inReading } from '../../../platform/reading.ts'
import { LARGEST_FILE } from '../../../platform/uploads/file-kinds.ts'
import { answerQuestion, judgeDelivery } from '../actions/deliveries.ts'
import { addEvidence } from '../actions/evidence.ts'
import { evidenceSentence, refusalSentence } from '../messages.ts'
import type { ContractsRefusal } from '../model.ts'
import { readDelivery } from '../read-delivery.ts'
import { VERDICTS } from '../rules/verify.ts'
import type { ContractsTables } from '../tables.ts'
import { contractPath, deliveryPath } from './paths.ts'
import { ShowDeliveryView } from './show-delivery.view.tsx'

const DONE: Readonly<Record<string, string>> = {
  reported: 'Reported. Add what shows that it was done.',
  judged: 'Decided.',
  answered: 'The answer is written down. The delivery waits for a decision again.',
  evidence: 'Added. What cameras and telephones write into pictures was taken out.',
}

const read = (request: PageRequest) =>
  inReading(request.ctx, (db: Reader<ContractsTables>) => readDelivery(db, idOf(request, 'deliveryId')))

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const found = await read(request)
  const { visitor, form, query } = request
  const done = errors.length === 0 ? DONE[query.done ?? ''] : undefined
  const body = h(ShowDeliveryView, {
    ...found,
    errors,
    mayVerify: visitor.permissions.has('contracts.verify'),
    mayManage: visitor.permissions.has('contracts.manage'),
    fields: {
      verdict: typed(form, 'verdict'),
      part: typed(form, 'part'),
      note: typed(form, 'note'),
      another: typed(form, 'another'),
      answer: typed(form, 'answer'),
    },
  })
  return page(found.delivery.title, body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: contractPath(found.contract.id), text: found.contract.title },
    notice: done ? { kind: 'success', text: done } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const JudgementForm = z.object({
  verdict: z.enum(VERDICTS, { error: 'Choose what you decide' }),
  part: z
    .string()
    .default('')
    .transform((text) => text.trim().replaceAll(',', ''))
    .refine(
      (text) => text === '' || /^\d{1,12}(\.\d{1,6})?$/.test(text),
      'Enter how much you accept, in digits',
    ),
  note: optionalText('a reason', 2000),
  another: z.literal('yes').optional(),
})
const FIELD_OF: Readonly<Partial<Record<ContractsRefusal, string>>> = {
  'reason-needed': 'note',
  'more-than-reported': 'part',
  'nothing-accepted': 'part',
  'maybe-counted': 'another',
}

export const postJudgement = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(JudgementForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const id = idOf(request, 'deliveryId')
  const { verdict, part, note, another } = form.value
  const judgement = { verdict, quantity: part || null, note, isAnother: another === 'yes' }
  const judged = await judgeDelivery(request.ctx, id, judgement)
  return judged.ok
    ? redirect(`${deliveryPath(id)}?done=judged`)
    : show(request, [{ field: FIELD_OF[judged.refusal] ?? '', message: refusalSentence(judged) }])
}

export const postAnswer = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(z.object({ answer: optionalText('the answer', 2000) }), request.form)
  if (!form.ok) return show(request, form.errors)
  const id = idOf(request, 'deliveryId')
  const kept = await answerQuestion(request.ctx, id, form.value.answer)
  return kept.ok
    ? redirect(`${deliveryPath(id)}?done=answered`)
    : show(request, [{ field: 'answer', message: refusalSentence(kept) }])
}

export const postEvidence = async (request: PageRequest): Promise<Answer> => {
  const { upload } = request
  const refused = (message: string) => show(request, [{ field: 'file', message }])
  if (!upload || upload.name === '') return refused('Choose a file')
  const content = await readUpload(upload, LARGEST_FILE)
  if (!content) return refused(evidenceSentence('too-large'))
  const id = idOf(request, 'deliveryId')
  const isAgreed = typed(request.form, 'agreed') === 'yes'
  const added = await addEvidence(request.ctx, id, { name: upload.name, content, isAgreed })
  return added.ok ? redirect(`${deliveryPath(id)}?done=evidence`) : refused(evidenceSentence(added.refusal))
}

/** A piece of evidence, always as a file to keep: nothing from outside is shown within our pages. */
export const getEvidence = async (request: PageRequest): Promise<Answer> => {
  const { evidence } = await read(request)
  const one = evidence.find(({ id }) => id === request.params.evidenceId)
  if (!one) throw new NotFound('There is no such evidence here.')
  return download(one.fileName, one.contentType, request.ctx.files.open(one.fileHash))
}
