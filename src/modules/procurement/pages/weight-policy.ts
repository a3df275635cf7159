import { h } from 'preact'
import { z } from 'zod'
import { readDecimal } from '../../../kernel/exact.ts'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { setWeightPolicy } from '../actions/asks.ts'
import { HOME_PATH } from '../paths.ts'
import { listWeightPolicies } from '../store/asks.ts'
import type { ProcurementTables } from '../tables.ts'
import { shortText } from './ask-request.ts'
import { WeightPolicyView } from './weight-policy.view.tsx'

export const WEIGHT_POLICY_PATH = '/procurement/weight-policy'

const PolicyForm = z.object({
  weight: z
    .string()
    .trim()
    .refine((text) => {
      const value = readDecimal(text)
      return value !== undefined && value.gte(0) && value.lte(100) && value.decimalPlaces() <= 2
    }, 'Enter points from 0 to 100, such as 20')
    .transform((text) => readDecimal(text)?.toFixed() ?? '0'),
  fromOn: z
    .string()
    .trim()
    .refine(
      (text) => parsePlainDate(text) !== undefined,
      'Enter the first day it applies, such as 2026-04-01',
    ),
  source: shortText('where the policy says so', 300),
})

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const policies = await inReading(request.ctx, (db: Reader<ProcurementTables>) => listWeightPolicies(db))
  const isForm = errors.length > 0
  const view = {
    policies,
    mayChange: request.visitor.permissions.has('procurement.rules'),
    typed: {
      weight: isForm ? typed(request.form, 'weight') : '',
      fromOn: isForm ? typed(request.form, 'fromOn') : today(request.ctx),
      source: isForm ? typed(request.form, 'source') : '',
    },
    errors,
  }
  return page('The weight of social value', h(WeightPolicyView, view), {
    status: isForm ? 400 : 200,
    hasErrors: isForm,
    backLink: { href: HOME_PATH, text: 'Purchases' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(PolicyForm, request.form)
  if (!form.ok) return show(request, form.errors)
  await setWeightPolicy(request.ctx, form.value)
  return redirect(WEIGHT_POLICY_PATH)
}
