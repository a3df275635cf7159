import { z } from 'zod'
import { optionalText, textField } from '../../platform/http/fields.ts'
import { DOCUMENT_KINDS, TEXT_LIMITS } from './model.ts'
import { readFigure } from './rules/decimal.ts'
import type { NodeKind } from './rules/thread.ts'

/** What people type into forms and programs send: the same words, of the same length, in both. */
export const documentFields = {
  kind: z.enum(DOCUMENT_KINDS, { error: 'Choose what kind of document it is' }),
  title: textField('the title', TEXT_LIMITS.documentTitle),
  summary: optionalText('a summary', TEXT_LIMITS.prose),
}
export const objectiveFields = {
  title: textField('the objective', TEXT_LIMITS.documentTitle),
  description: optionalText('a description', TEXT_LIMITS.prose),
}
export const priorityFields = {
  title: textField('a title', TEXT_LIMITS.priorityTitle),
  plainWords: textField('what it means in plain words', TEXT_LIMITS.plainWords),
  description: optionalText('a description', TEXT_LIMITS.prose),
  indicator: optionalText('an indicator', TEXT_LIMITS.indicator),
  unit: optionalText('a unit', TEXT_LIMITS.unit),
  direction: z.enum(['up', 'down'], { error: 'Say which way is better' }),
}
export const stepFields = { note: textField('an answer', TEXT_LIMITS.prose) }
export const roleFields = { name: textField('the name of the role', TEXT_LIMITS.ownerRole) }
export const holderFields = { personName: textField('the name of the person', 120) }
export const readingFields = {
  source: textField('where the figure is from', 300),
  note: optionalText('a note', 1000),
}

/** What people may put on the thread by hand; the rest is made where it belongs. */
export const HAND_KINDS = [
  'need',
  'project',
  'ask',
  'contract',
  'commitment',
  'delivery',
] as const satisfies NodeKind[]
export const threadFields = {
  kind: z.enum(HAND_KINDS, { error: 'Choose what it is' }),
  title: textField('what it is called', 200),
  note: optionalText('a note', 300),
}

export const NOT_A_FIGURE = 'Enter a number in digits, without the unit'
/** A figure as people write it, `1,250.5`, kept exactly as text. */
export const figureField = z
  .union([z.string().max(40), z.number().transform(String)], { error: NOT_A_FIGURE })
  .transform((text, context) => {
    const value = readFigure(text)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: NOT_A_FIGURE })
    return z.NEVER
  })
