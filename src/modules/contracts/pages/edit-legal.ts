import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, redirect } from '../../../platform/http/answer.ts'
import { idOf, optionalText, readDayFields, typedDay, typedOfDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { setLegalFacts } from '../actions/indicators.ts'
import { ARRANGEMENTS, SUBJECTS } from '../model/life.ts'
import { getContract } from '../store/contracts.ts'
import { readLegalFacts } from '../store/legal-facts.ts'
import type { ContractsTables } from '../tables.ts'
import { EditLegalView } from './edit-legal.view.tsx'
import { pounds, typedTexts } from './fields.ts'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'

const LegalForm = z.object({
  subject: z.enum(['', ...SUBJECTS]).default(''),
  lightTouch: z.enum(['', 'yes', 'no']).default(''),
  arrangement: z.enum(ARRANGEMENTS).default('contract'),
  most: pounds('the value with VAT'),
  termMonths: z
    .string()
    .default('')
    .transform((text, context) => {
      if (text.trim() === '') return null
      const months = Number(text)
      if (Number.isInteger(months) && months > 0 && months <= 1200) return months
      context.addIssue({
        code: 'custom',
        message: 'Enter the longest term in whole months, or leave it empty',
      })
      return z.NEVER
    }),
  noIndicatorsBecause: optionalText('why', 1000),
})
const NAMES = Object.keys(LegalForm.shape) as (keyof typeof LegalForm.shape)[]

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { ctx, form } = request
  const id = idOf(request, 'contractId')
  const { contract, legal } = await inReading(ctx, async (db: Reader<ContractsTables>) => ({
    contract: await getContract(db, id),
    legal: await readLegalFacts(db, id),
  }))
  const stored = {
    subject: legal.subject ?? '',
    lightTouch: legal.isLightTouch === null ? '' : legal.isLightTouch ? 'yes' : 'no',
    arrangement: legal.arrangement,
    most: legal.mostPence === null ? '' : String(legal.mostPence / 100),
    termMonths: String(legal.termMonths ?? ''),
    noIndicatorsBecause: legal.noIndicatorsBecause,
  }
  const isTyped = errors.length > 0
  const body = h(EditLegalView, {
    contract,
    errors,
    fields: isTyped ? typedTexts(form, NAMES) : stored,
    commencedOn: isTyped ? typedDay(form, 'commencedOn') : typedOfDay(legal.commencedOn),
    enteredOn: isTyped ? typedDay(form, 'enteredOn') : typedOfDay(legal.enteredOn),
  })
  return pageOfContract(request, body, errors, {
    title: 'What the law needs to know',
    back: { href: `${contractPath(id)}/indicators`, text: 'Indicators' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(LegalForm, request.form)
  const commenced = readDayFields(request.form, 'commencedOn', 'the day it commenced', false)
  const entered = readDayFields(request.form, 'enteredOn', 'the day it was entered into', false)
  if (!form.ok || !commenced.ok || !entered.ok)
    return show(
      request,
      [form, commenced, entered].flatMap((read) => (read.ok ? [] : read.errors)),
    )
  const { subject, lightTouch, arrangement, most, termMonths, noIndicatorsBecause } = form.value
  const id = idOf(request, 'contractId')
  await setLegalFacts(request.ctx, id, {
    subject: subject || null,
    isLightTouch: lightTouch === '' ? null : lightTouch === 'yes',
    arrangement,
    commencedOn: commenced.value,
    enteredOn: entered.value,
    mostPence: most,
    termMonths,
    noIndicatorsBecause,
  })
  return redirect(`${contractPath(id)}/indicators?done=legal`)
}
