import { h } from 'preact'
import { z } from 'zod'
import { readDecimal } from '../../../kernel/exact.ts'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, redirect } from '../../../platform/http/answer.ts'
import {
  idOf,
  optionalText,
  readDayFields,
  textField,
  typedDay,
  typedOfDay,
} from '../../../platform/http/fields.ts'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { addIndicator } from '../actions/indicators.ts'
import { addMonths } from '../rules/assessments.ts'
import { getContract } from '../store/contracts.ts'
import type { ContractsTables } from '../tables.ts'
import { EditIndicatorView } from './edit-indicator.view.tsx'
import { typedTexts } from './fields.ts'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'

/** A decimal, or null where it is empty. */
export const optionalDecimal = (what: string) =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      if (text.trim() === '') return null
      const value = readDecimal(text)
      if (value?.gte(0) && value.decimalPlaces() <= 6) return value.toFixed()
      context.addIssue({ code: 'custom', message: `Enter ${what} in digits, or leave it empty` })
      return z.NEVER
    })

const IndicatorForm = z.object({
  title: textField('what is judged', 300),
  howMeasured: textField('how it is measured', 1000),
  unit: optionalText('a unit', 60),
  target: optionalDecimal('what has to be reached'),
  direction: z.enum(['at-least', 'at-most']).default('at-least'),
  everyMonths: z.enum(['1', '3', '6', '12'], { error: 'Choose how often it is assessed' }),
  isSocial: z.literal('yes').optional(),
  isStatutory: z.literal('yes').optional(),
})
const NAMES = Object.keys(IndicatorForm.shape) as (keyof typeof IndicatorForm.shape)[]

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { ctx, form } = request
  const id = idOf(request, 'contractId')
  const contract = await inReading(ctx, (db: Reader<ContractsTables>) => getContract(db, id))
  const isTyped = errors.length > 0
  const body = h(EditIndicatorView, {
    contract,
    errors,
    fields: isTyped ? typedTexts(form, NAMES) : { everyMonths: '3', isStatutory: 'yes' },
    firstDueOn: isTyped ? typedDay(form, 'firstDueOn') : typedOfDay(addMonths(today(ctx), 3)),
  })
  return pageOfContract(request, body, errors, {
    title: 'Set an indicator',
    back: { href: `${contractPath(id)}/indicators`, text: 'Indicators' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(IndicatorForm, request.form)
  const due = readDayFields(request.form, 'firstDueOn', 'the day of the first assessment')
  if (!form.ok || !due.ok || due.value === null)
    return show(
      request,
      [form, due].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  const { everyMonths, isSocial, isStatutory, ...rest } = form.value
  const id = idOf(request, 'contractId')
  await addIndicator(request.ctx, id, {
    ...rest,
    everyMonths: Number(everyMonths),
    isSocial: isSocial === 'yes',
    isStatutory: isStatutory === 'yes',
    firstDueOn: due.value,
  })
  return redirect(`${contractPath(id)}/indicators?done=set`)
}
