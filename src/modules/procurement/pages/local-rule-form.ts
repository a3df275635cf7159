import { z } from 'zod'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { type FormResult, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readPounds } from '../law/input/read-values.ts'
import { DUTIES, type LocalRule, type LocalRuleDraft } from '../model/local-rule.ts'
import { PURCHASE_KINDS } from '../model/purchase.ts'
import { readTypedDay } from '../typed-day.ts'

const text = (max: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.trim())
    .refine((typed) => typed.length <= max, `Enter at most ${max} characters`)

const pounds = z
  .string()
  .default('')
  .transform((typed, check): number | null => {
    if (typed.trim() === '') return null
    const read = readPounds(typed)
    if (read.ok && read.value >= 0) return read.value
    check.addIssue('Enter an amount in pounds, such as 5,000 or 25,000.00')
    return z.NEVER
  })

const count = z
  .string()
  .default('')
  .refine((typed) => /^\d{0,2}$/.test(typed.trim()), 'Enter a whole number')
  .transform((typed) => (typed.trim() === '' ? null : Number(typed)))

const percent = z
  .string()
  .default('')
  .refine(
    (typed) => typed.trim() === '' || /^\d{1,3}(\.\d{1,2})?$/.test(typed.trim()),
    'Enter a number such as 10 or 12.5',
  )
  .transform((typed) => (typed.trim() === '' ? null : Number(typed)))

const ruleSchema = z.object({
  title: text(200).refine((typed) => typed !== '', 'Enter a title'),
  duty: z.enum(DUTIES, { error: 'Choose what the rule asks' }),
  from: pounds,
  below: pounds,
  kinds: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => PURCHASE_KINDS.filter((kind) => [given].flat().includes(kind))),
  quotes: count,
  localQuotes: count,
  weightPercent: percent,
  source: text(300),
  inForceFrom: z
    .string()
    .default('')
    .transform((typed, check): PlainDate => {
      const day = readTypedDay(typed)
      if (day !== undefined) return day
      check.addIssue('Enter the day from which it holds, such as 1/4/2027')
      return z.NEVER
    }),
})

export const readRuleForm = (form: PageRequest['form']): FormResult<LocalRuleDraft> => {
  const read = readForm(ruleSchema, form)
  if (!read.ok) return read
  const { from, below, ...rest } = read.value
  return { ok: true, value: { ...rest, fromPence: from, belowPence: below } }
}

const poundsText = (pence: number | null): string =>
  pence === null ? '' : (pence / 100).toFixed(2).replace(/\.00$/, '')

/** What the fields hold when a rule is opened for its next version. */
export const fieldsOfRule = (rule: LocalRule): PageRequest['form'] => ({
  title: rule.title,
  duty: rule.duty,
  from: poundsText(rule.fromPence),
  below: poundsText(rule.belowPence),
  kinds: [...rule.kinds],
  quotes: String(rule.quotes ?? ''),
  localQuotes: String(rule.localQuotes ?? ''),
  weightPercent: String(rule.weightPercent ?? ''),
  source: rule.source,
  inForceFrom: '',
})
