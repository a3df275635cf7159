import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { asThere, NOTHING_SEEN, type Standing, seenIn } from '../../../platform/http/seen-form.ts'
import { markOfAll } from '../../../platform/seen.ts'
import { addEntry, changeEntry, switchOff } from '../actions/adapt-framework.ts'
import { type EntryTexts, textsOf } from '../framework/edit-entry.ts'
import { entryParts } from '../framework/entry-parts.ts'
import { refusalWords } from '../messages/refusal-words.ts'
import type { EntryKind, LocalFramework } from '../model/adaptation.ts'
import type { Outcome, Theme } from '../model.ts'
import { findEntry } from '../rules/adapt.ts'
import { seeFramework, themesPath } from '../seen.ts'
import { ChangeThemeView } from './change-theme.view.tsx'
import { afterRefusal, differencesOf, errorsOf, textsIn } from './entry-form.ts'

export type GroupKind = Exclude<EntryKind, 'measure'>
type Form = { readonly texts: EntryTexts; readonly because: string; readonly offBecause: string }

const TITLES: Readonly<Record<GroupKind, { readonly add: string; readonly change: string }>> = {
  theme: { add: 'Add a theme of your own', change: 'Change a theme' },
  outcome: { add: 'Add an outcome of your own', change: 'Change an outcome' },
}

const seen = async (request: PageRequest, kind: GroupKind) => {
  const local = await seeFramework(request, request.params.code ?? '')
  const entry = findEntry(local.framework, kind, request.params.entry ?? '')
  if (!entry) throw new NotFound(`There is no such ${kind} in this framework.`)
  return { local, entry: entry as Theme | Outcome }
}

/** How many outcomes and measures stand under it and would go with it. */
const beneath = ({ framework }: LocalFramework, kind: GroupKind, code: string) => {
  const outcomes = kind === 'theme' ? framework.outcomes.filter(({ theme }) => theme === code) : []
  const codes = new Set(kind === 'theme' ? outcomes.map((each) => each.code) : [code])
  return {
    outcomes: outcomes.length,
    measures: framework.measures.filter(({ outcome }) => codes.has(outcome)).length,
  }
}

const show = (
  local: LocalFramework,
  kind: GroupKind,
  entry: Theme | Outcome | null,
  form: Form,
  errors: readonly FieldError[],
  standing: Standing = entry ? asThere(entryParts(entry)) : NOTHING_SEEN,
): Answer => {
  const { framework, changes } = local
  const code = entry?.code ?? ''
  const title = TITLES[kind][entry ? 'change' : 'add']
  const body = h(ChangeThemeView, {
    ...form,
    local,
    kind,
    entry,
    title,
    change: entry ? changes.find((each) => each.kind === kind && each.code === code) : undefined,
    differences: entry ? differencesOf(local, kind, code) : [],
    beneath: beneath(local, kind, code),
    errors,
    standing,
  })
  const backLink = { href: themesPath(framework.id), text: 'Themes and outcomes' }
  return page(title, body, { status: errors.length > 0 ? 400 : 200, hasErrors: errors.length > 0, backLink })
}

const NOTHING: Form = { texts: {}, because: '', offBecause: '' }

/** The forms that make a theme, or an outcome, the organisation’s own. */
const formsOf = (kind: GroupKind) => ({
  get: async (request: PageRequest): Promise<Answer> => {
    const { local, entry } = await seen(request, kind)
    return show(local, kind, entry, { ...NOTHING, texts: textsOf(entry) }, [])
  },
  post: async (request: PageRequest): Promise<Answer> => {
    const { local, entry } = await seen(request, kind)
    const [texts, because] = [textsIn(request.form), typed(request.form, 'because')]
    const edit = { kind, code: entry.code, texts, because, seen: markOfAll(seenIn(request.form)) }
    const outcome = await changeEntry(request.ctx, local.framework.id, edit)
    if (outcome.ok) return redirect(themesPath(local.framework.id))
    const now = (await seen(request, kind)).entry
    const again = afterRefusal(request.form, { outcome, there: entryParts(now), texts })
    const form = { texts: { ...textsOf(now), ...again.texts }, because, offBecause: '' }
    return show(local, kind, entry, form, again.errors, again.standing)
  },
  postOff: async (request: PageRequest): Promise<Answer> => {
    const { local, entry } = await seen(request, kind)
    const offBecause = typed(request.form, 'off-because')
    const named = { kind, code: entry.code, because: offBecause }
    const outcome = await switchOff(request.ctx, local.framework.id, named)
    if (outcome.ok) return redirect(themesPath(local.framework.id))
    const message = refusalWords(outcome.refusal, outcome.facts)
    const form = { texts: textsOf(entry), because: '', offBecause }
    return show(local, kind, entry, form, [{ field: 'off-because', message }])
  },
  getNew: async (request: PageRequest): Promise<Answer> => {
    const local = await seeFramework(request, request.params.code ?? '')
    return show(local, kind, null, NOTHING, [])
  },
  postNew: async (request: PageRequest): Promise<Answer> => {
    const local = await seeFramework(request, request.params.code ?? '')
    const { form } = request
    const [texts, because] = [textsIn(form), typed(form, 'because')]
    const code = typed(form, 'code').trim()
    const outcome = await addEntry(request.ctx, local.framework.id, { kind, code, texts, because })
    if (outcome.ok) return redirect(themesPath(local.framework.id))
    return show(local, kind, null, { texts: { ...texts, code }, because, offBecause: '' }, errorsOf(outcome))
  },
})

export const theme = formsOf('theme')
export const outcome = formsOf('outcome')
