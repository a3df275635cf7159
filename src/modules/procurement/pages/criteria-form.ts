import { z } from 'zod'
import { readDecimal } from '../../../kernel/exact.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { ASK_LIMITS, ASK_METHODS, type AwardCriterion, CRITERION_KINDS } from '../model/ask.ts'
import { openText } from './ask-request.ts'

const FIELDS = ['name', 'kind', 'weight', 'method', 'benchmark', 'question', 'wordLimit'] as const
export type CriterionField = (typeof FIELDS)[number]
export type TypedCriterion = Readonly<Record<CriterionField, string>>

const RowForm = z.object({
  name: openText('the name', ASK_LIMITS.name),
  kind: z.enum(CRITERION_KINDS, 'Choose what it scores'),
  weight: z
    .string()
    .trim()
    .refine((text) => {
      const value = readDecimal(text)
      return value !== undefined && value.gt(0) && value.lte(100)
    }, 'Enter points above 0 and up to 100'),
  method: z.enum(ASK_METHODS, 'Choose a method'),
  benchmark: z
    .string()
    .trim()
    .default('')
    .refine(
      (text) => text === '' || readDecimal(text)?.gt(0) === true,
      'Enter a figure above 0, such as 400000',
    )
    .transform((text) => (text === '' ? null : (readDecimal(text)?.toFixed() ?? null))),
  question: openText('the question', ASK_LIMITS.text),
  wordLimit: z
    .string()
    .trim()
    .default('')
    .refine(
      (text) => text === '' || /^[1-9]\d{0,4}$/.test(text),
      'Enter a whole number of words, such as 500',
    )
    .transform((text) => (text === '' ? null : Number(text))),
})

export const typedCriterion = (criterion: AwardCriterion | null): TypedCriterion => ({
  name: criterion?.name ?? '',
  kind: criterion?.kind ?? 'quality',
  weight: criterion?.weight ?? '',
  method: criterion?.method ?? 'scale',
  benchmark: criterion?.benchmark ?? '',
  question: criterion?.question ?? '',
  wordLimit: criterion?.wordLimit == null ? '' : String(criterion.wordLimit),
})

/** Rows as they were typed, for showing the form again. */
export const typedRows = (form: PageRequest['form']): TypedCriterion[] =>
  Array.from({ length: ASK_LIMITS.criteria }, (_, row) => row)
    .filter((row) => form[`name-${row}`] !== undefined)
    .map(
      (row) =>
        Object.fromEntries(FIELDS.map((field) => [field, typed(form, `${field}-${row}`)])) as TypedCriterion,
    )

/** Reads the rows that have a name; an empty row is left out, which is how a criterion is removed. */
export const readCriteria = (
  form: PageRequest['form'],
): { readonly criteria: readonly AwardCriterion[]; readonly errors: readonly FieldError[] } => {
  const errors: FieldError[] = []
  const criteria = typedRows(form).flatMap((row, index): AwardCriterion[] => {
    if (row.name.trim() === '') return []
    const read = readForm(RowForm, row)
    if (read.ok) return [read.value]
    errors.push(...read.errors.map(({ field, message }) => ({ field: `${field}-${index}`, message })))
    return []
  })
  return { criteria, errors }
}
