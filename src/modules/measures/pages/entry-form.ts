import type { Parts } from '../../../kernel/seen.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { afterOthers, asSent, MEANWHILE_FIELD, seenIn, withTheirs } from '../../../platform/http/seen-form.ts'
import type { Revised } from '../actions/adapt-framework.ts'
import type { EntryTexts } from '../framework/edit-entry.ts'
import { ROW_COLUMNS, type RowColumn } from '../framework/framework-row.ts'
import { columnName, faultSentence } from '../messages/fault-words.ts'
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

type Changed = {
  readonly outcome: Exclude<Revised, { ok: true }>
  readonly there: Parts
  readonly texts: EntryTexts
}

/**
 * How a form stands after it was refused. Where somebody else saved first, their texts stand beside what was typed, and in
 * the form where nothing else was typed; otherwise it is as it was sent.
 */
export const afterRefusal = (form: PageRequest['form'], { outcome, there, texts }: Changed) => {
  if (outcome.refusal !== 'changed-meanwhile')
    return { standing: asSent(form), texts, errors: errorsOf(outcome) }
  const mine: Parts = { ...there, ...texts }
  const { standing, others } = afterOthers({
    seen: seenIn(form),
    there,
    mine,
    by: String(outcome.facts?.['by'] ?? ''),
    inWords: (column) => ({
      name: columnName(column as RowColumn),
      theirs: there[column] ?? '',
      mine: mine[column] ?? '',
    }),
  })
  const message = refusalWords(outcome.refusal, outcome.facts)
  const merged: EntryTexts = withTheirs(texts, there as EntryTexts, others)
  return { standing, texts: merged, errors: [{ field: MEANWHILE_FIELD, message }] }
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
