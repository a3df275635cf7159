import { h } from 'preact'
import { z } from 'zod'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { listOf, optionalText, textField } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { changeDraft } from '../actions/drafts.ts'
import { refusalSentence } from '../messages/words.ts'
import { QUESTION_KINDS, TENDER_LIMITS, type TenderQuestion } from '../model.ts'
import { numbered } from '../rules/content-from-ask.ts'
import { EditQuestionView, ListQuestionsView } from './edit-question.view.tsx'
import { backTo, mayWrite, type SeenTender, seeTender } from './tender-request.ts'

const QuestionForm = z.object({
  seen: z.coerce.number().int(),
  text: textField('the question', TENDER_LIMITS.text),
  help: optionalText('the help text', TENDER_LIMITS.text),
  kind: z.enum(QUESTION_KINDS, { error: 'Choose how it is answered' }),
  criterion: z.string().default(''),
  wordLimit: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine(
      (text) =>
        text === '' || (/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) <= TENDER_LIMITS.words),
      `Enter a number of words from 1 to ${TENDER_LIMITS.words}, or leave it empty`,
    ),
  marks: z.unknown(),
})

const NEW: TenderQuestion = {
  code: 'new',
  lots: [],
  criterion: null,
  text: '',
  help: '',
  kind: 'words',
  wordLimit: 500,
  isRequired: true,
  isCondition: false,
}

const questionOf = ({ content }: SeenTender, code: string | undefined): TenderQuestion => {
  const found = code === 'new' ? NEW : content.questions.find((question) => question.code === code)
  if (!found) throw new NotFound('There is no such question here.')
  return found
}

export const getList = async (request: PageRequest): Promise<Answer> => {
  const seen = await seeTender(request)
  const body = h(ListQuestionsView, { seen, mayWrite: mayWrite(request, seen) })
  return page('Questions', body, { backLink: backTo(seen) })
}

const show = (request: PageRequest, seen: SeenTender, errors: readonly FieldError[]): Answer => {
  const stored = questionOf(seen, request.params.code)
  const { form } = request
  const isTyped = errors.length > 0
  const marks = listOf(form, 'marks')
  const question = isTyped
    ? {
        ...stored,
        text: typed(form, 'text'),
        help: typed(form, 'help'),
        kind: typed(form, 'kind') as TenderQuestion['kind'],
        criterion: typed(form, 'criterion') || null,
        lots: listOf(form, 'lots'),
        isRequired: marks.includes('required'),
        isCondition: marks.includes('condition'),
      }
    : stored
  const body = h(EditQuestionView, {
    seen,
    question,
    errors,
    wordLimit: isTyped ? typed(form, 'wordLimit') : String(stored.wordLimit ?? ''),
  })
  return page(stored.code === 'new' ? 'A new question' : `Question ${stored.code}`, body, {
    status: isTyped ? 400 : 200,
    hasErrors: isTyped,
    backLink: { href: `${seen.at}/questions`, text: 'Questions' },
  })
}

export const get = async (request: PageRequest): Promise<Answer> =>
  show(request, await seeTender(request), [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const tender = await seeTender(request)
  const { code } = questionOf(tender, request.params.code)
  const form = readForm(QuestionForm, request.form)
  if (!form.ok) return show(request, tender, form.errors)
  const { seen, text, help, kind, criterion, wordLimit } = form.value
  const marks = listOf(request.form, 'marks')
  const question: TenderQuestion = {
    code,
    text,
    help,
    kind,
    criterion: criterion === '' ? null : criterion,
    lots: listOf(request.form, 'lots'),
    wordLimit: wordLimit === '' || kind !== 'words' ? null : Number(wordLimit),
    isRequired: marks.includes('required'),
    isCondition: marks.includes('condition'),
  }
  const saved = await changeDraft(request.ctx, tender.tender.id, {
    seen,
    change: (content) => ({
      ...content,
      questions:
        code === 'new'
          ? numbered([...content.questions, question])
          : content.questions.map((one) => (one.code === code ? question : one)),
    }),
  })
  return saved.ok
    ? redirect(`${tender.at}/questions`)
    : show(request, tender, [{ field: '', message: refusalSentence(saved) }])
}

export const postRemove = async (request: PageRequest): Promise<Answer> => {
  const tender = await seeTender(request)
  const { code } = questionOf(tender, request.params.code)
  const removed = await changeDraft(request.ctx, tender.tender.id, {
    seen: Number(typed(request.form, 'seen')) || 0,
    change: (content) => ({
      ...content,
      questions: numbered(content.questions.filter((question) => question.code !== code)),
    }),
  })
  return removed.ok
    ? redirect(`${tender.at}/questions`)
    : show(request, tender, [{ field: '', message: refusalSentence(removed) }])
}
