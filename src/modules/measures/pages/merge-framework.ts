import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { keepChoices, readChoices, readMerge, takeInVersion } from '../actions/merge-framework.ts'
import { fieldText } from '../messages/field-words.ts'
import { refusalWords } from '../messages/refusal-words.ts'
import type { Side } from '../model/adaptation.ts'
import type { MergeItem } from '../rules/merge.ts'
import { frameworkPath, read } from '../seen.ts'
import { MergeFrameworkView, NothingNewerView } from './merge-framework.view.tsx'
import {
  MERGE_OUTCOMES,
  type MergeState,
  mergeHref,
  mergeLists,
  nameOf,
  partOf,
  readMergeState,
} from './merge-list.ts'

const CHOICE = 'choose:'
const mergePath = (code: string): string => `${frameworkPath(code)}/merge`

const choicesIn = (form: PageRequest['form']): ReadonlyMap<string, Side> =>
  new Map(
    Object.keys(form)
      .filter((name) => name.startsWith(CHOICE))
      .flatMap((name): [string, Side][] => {
        const side = typed(form, name)
        return side === 'ours' || side === 'theirs' ? [[name.slice(CHOICE.length), side]] : []
      }),
  )

const offerOf = ({ ctx, params }: PageRequest) =>
  read(ctx, async (db) => {
    const offer = await readMerge(db, params.code ?? '')
    return offer && { offer, choices: await readChoices(db, offer) }
  })

const show = async (
  request: PageRequest,
  state: MergeState,
  errors: readonly FieldError[],
): Promise<Answer> => {
  const code = request.params.code ?? ''
  const seen = await offerOf(request)
  const backLink = { href: frameworkPath(code), text: 'The framework' }
  if (!seen) return page('Nothing newer', h(NothingNewerView, { code }), { backLink })
  const lists = mergeLists(seen.offer.merged.items, seen.choices, state)
  return page('Take in a new version', h(MergeFrameworkView, { ...seen, state, lists, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, readMergeState(request.query), [])

/** The part of the lists that a button asks for: `page-2`, `clash-3`, or `show` for what was filled in. */
const stateAfter = (state: MergeState, go: string): MergeState => {
  const [list, number] = go.split('-')
  if (list === 'page') return { ...state, page: Number(number) || 1 }
  return list === 'clash' ? { ...state, clash: Number(number) || 1 } : { ...state, page: 1, clash: 1 }
}

/** Every button keeps the sides chosen on this page; only the last one takes the version in. */
export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, form, params } = request
  const code = params.code ?? ''
  const choices = await keepChoices(ctx, code, choicesIn(form))
  const state = readMergeState(form)
  const go = typed(form, 'go')
  if (go !== '') {
    const next = mergeHref(mergePath(code), stateAfter(state, go))
    return redirect(`${next}#${go.startsWith('page') ? 'others' : 'clashes'}`)
  }
  const decision = await takeInVersion(ctx, code, choices)
  if (decision.ok || decision.refusal === 'no-newer-version') return redirect(frameworkPath(code))
  const message = refusalWords(decision.refusal, decision.facts)
  return show(request, { ...state, find: '', show: 'open', clash: 1 }, [{ field: 'clashes', message }])
}

/** `…/merge.csv` and its sisters: everything that differs, with the sides chosen so far. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  const seen = format && (await offerOf(request))
  if (!format || !seen) throw new NotFound('There is nothing to take in, or no such export.')
  const { offer, choices } = seen
  const { framework } = offer.theirs
  if (offer.theirs.terms === 'restricted')
    throw new NotFound('The licence of this framework does not let it be exported.')
  return exportTable<MergeItem>(format, {
    name: `${framework.id}-${framework.version}-differences`,
    basis: `${framework.title}: what differs between ${offer.local.version.framework.version}, ${framework.version} and what is used here`,
    columns: [
      { header: 'key', value: ({ key }) => key },
      { header: 'what', value: nameOf },
      { header: 'part', value: partOf },
      { header: 'what happens', value: ({ outcome }) => MERGE_OUTCOMES[outcome] },
      { header: 'it was', value: ({ was }) => fieldText(was) },
      { header: 'ours', value: ({ ours }) => fieldText(ours) },
      { header: 'theirs', value: ({ theirs }) => fieldText(theirs) },
      { header: 'chosen', value: ({ key }) => choices.get(key) ?? '' },
    ],
    rows: offer.merged.items,
  })
}
