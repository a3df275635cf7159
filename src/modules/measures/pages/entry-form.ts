import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import type { Revised } from '../actions/adapt-framework.ts'
import type { EntryTexts } from '../framework/edit-entry.ts'
import { ROW_COLUMNS } from '../framework/framework-row.ts'
import { faultSentence } from '../messages/fault-words.ts'
import { refusalWords } from '../messages/refusal-words.ts'
import type { EntryKind, LocalFramework } from '../model/adaptation.ts'
import { findEntry } from '../rules/adapt.ts'
import { fieldOf } from '../rules/entry-fields.ts'

/** What a form says of a theme, outcome or measure; what the form does not hold stays as it is. */
export const textsIn = (form: PageRequest['form']): EntryTexts =>
  Object.fromEntries(
    ROW_COLUMNS.filter((column) => column in form && column !== 'kind' && column !== 'code').map((column) => [
      column,
      typed(form, column),
    ]),
  )

/** Each refusal beside the field it is about. */
export const errorsOf = (outcome: Exclude<Revised, { ok: true }>): FieldError[] => {
  if ('faults' in outcome)
    return outcome.faults.map((fault) => ({ field: fault.column, message: faultSentence(fault) }))
  const field =
    outcome.refusal === 'because-missing' ? 'because' : outcome.refusal === 'code-taken' ? 'code' : ''
  return [{ field, message: refusalWords(outcome.refusal, outcome.facts) }]
}

export type Difference = { readonly field: string; readonly was: unknown; readonly ours: unknown }

/** What an entry has otherwise here than its origin, part by part; empty for what was added or is as published. */
export const differencesOf = (
  { version, changes }: Pick<LocalFramework, 'version' | 'changes'>,
  kind: EntryKind,
  code: string,
): Difference[] => {
  const origin = findEntry(version.framework, kind, code)
  const change = changes.find((each) => each.kind === kind && each.code === code)
  if (!origin || !change) return []
  return Object.entries(change.fields).map(([field, ours]) => ({
    field,
    was: fieldOf(origin, field),
    ours,
  }))
}
