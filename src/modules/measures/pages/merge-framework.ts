import { h } from 'preact'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readMerge, takeInVersion } from '../actions/merge-framework.ts'
import { refusalWords } from '../messages/refusal-words.ts'
import type { Side } from '../rules/merge.ts'
import { frameworkPath, read } from '../seen.ts'
import { MergeFrameworkView, NothingNewerView } from './merge-framework.view.tsx'

const CHOICE = 'choose:'

const choicesIn = (form: PageRequest['form']): ReadonlyMap<string, Side> =>
  new Map(
    Object.keys(form)
      .filter((name) => name.startsWith(CHOICE))
      .flatMap((name): [string, Side][] => {
        const side = typed(form, name)
        return side === 'ours' || side === 'theirs' ? [[name.slice(CHOICE.length), side]] : []
      }),
  )

const show = async ({ ctx, params, form }: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const code = params.code ?? ''
  const choices = choicesIn(form)
  const offer = await read(ctx, (db) => readMerge(db, code, choices))
  const backLink = { href: frameworkPath(code), text: 'The framework' }
  if (!offer) return page('Nothing newer', h(NothingNewerView, { code }), { backLink })
  return page('Take in a new version', h(MergeFrameworkView, { offer, choices, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const code = request.params.code ?? ''
  const decision = await takeInVersion(request.ctx, code, choicesIn(request.form))
  if (decision.ok || decision.refusal === 'no-newer-version') return redirect(frameworkPath(code))
  return show(request, [{ field: 'clashes', message: refusalWords(decision.refusal, decision.facts) }])
}
