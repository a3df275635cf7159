import { h } from 'preact'
import { z } from 'zod'
import { readDecimal } from '../../../kernel/exact.ts'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import { today } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { recordControlTest } from '../actions/appraisals.ts'
import { LIMBS, PROVISIONS } from '../control-tests.ts'
import { APPRAISAL_LIMITS, type LimbAnswer, TEST_KINDS, type TestKind } from '../model/appraisal.ts'
import { purchaseIdOf, shortText } from './ask-request.ts'
import { ControlTestView } from './control-test.view.tsx'
import { appraisalPath, seeAppraisal } from './show-appraisal.ts'

const kindOf = ({ params }: PageRequest): TestKind => {
  const kind = TEST_KINDS.find((one) => one === params.kind)
  if (!kind) throw new NotFound('There is no such test.')
  return kind
}

const formAt = (latest: string) =>
  z.object({
    body: shortText('with whom the contract is made', APPRAISAL_LIMITS.name),
    testedOn: z
      .string()
      .trim()
      .refine((text) => parsePlainDate(text) !== undefined, 'Enter the day of the test, such as 2026-11-02')
      .refine((text) => text <= latest, 'Enter a day that is not in the future'),
    outsidePercent: z
      .string()
      .trim()
      .default('')
      .refine((text) => {
        const value = readDecimal(text.replace(/\s?%$/, ''))
        return text === '' || (value?.gte(0) && value.lte(100) && value.decimalPlaces() <= 2)
      }, 'Enter a share from 0 to 100, such as 12.5, or leave it empty')
      .transform((text) => readDecimal(text.replace(/\s?%$/, ''))?.toFixed() ?? null),
  })

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const kind = kindOf(request)
  const { purchase } = await seeAppraisal(request)
  const isForm = errors.length > 0
  const text = (name: string) =>
    isForm
      ? typed(request.form, name)
      : name === 'testedOn'
        ? today(request.ctx)
        : name === 'body'
          ? (request.query.body ?? '').slice(0, APPRAISAL_LIMITS.name)
          : ''
  const title = kind === 'vertical' ? 'Test a body you control' : 'Test an arrangement between authorities'
  const view = { title, kind, limbs: LIMBS[kind], provision: PROVISIONS[kind], text, errors }
  return page(title, h(ControlTestView, view), {
    status: isForm ? 400 : 200,
    hasErrors: isForm,
    backLink: { href: appraisalPath(purchase.id), text: 'How it is delivered' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const answersOf = (form: PageRequest['form'], kind: TestKind): LimbAnswer[] =>
  LIMBS[kind].map(({ id }) => {
    const said = typed(form, `holds-${id}`)
    return {
      limb: id,
      holds: said === 'yes' ? true : said === 'no' ? false : null,
      evidence: typed(form, `evidence-${id}`).trim().slice(0, APPRAISAL_LIMITS.text),
    }
  })

export const post = async (request: PageRequest): Promise<Answer> => {
  const kind = kindOf(request)
  const form = readForm(formAt(today(request.ctx)), request.form)
  if (!form.ok) return show(request, form.errors)
  const id = purchaseIdOf(request)
  await recordControlTest(request.ctx, id, { kind, ...form.value, answers: answersOf(request.form, kind) })
  return redirect(appraisalPath(id))
}
