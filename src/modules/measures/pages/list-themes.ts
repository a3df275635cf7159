import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readTableState, type TableState } from '../../../platform/views/views.ts'
import type { Change, LocalFramework } from '../model/adaptation.ts'
import type { Outcome, Theme } from '../model.ts'
import { frameworkPath, seeFramework, themesPath } from '../seen.ts'
import type { GroupKind } from './change-theme.ts'
import { type Difference, differencesOf } from './entry-form.ts'
import { ListThemesView } from './list-themes.view.tsx'
import { switchedOff } from './show-framework.ts'

export type ThemeLine = {
  readonly kind: GroupKind
  readonly code: string
  readonly name: string
  /** The theme of an outcome, by its name; empty for a theme. */
  readonly under: string
  readonly words: readonly string[]
  readonly measures: number
  readonly change: Change | undefined
  readonly differences: readonly Difference[]
}

const lineOf = (
  local: LocalFramework,
  kind: GroupKind,
  entry: Theme | Outcome,
  more: Pick<ThemeLine, 'under' | 'words' | 'measures'>,
): ThemeLine => ({
  kind,
  code: entry.code,
  name: entry.name,
  ...more,
  change: local.changes.find((each) => each.kind === kind && each.code === entry.code),
  differences: differencesOf(local, kind, entry.code),
})

/** Each theme, with its outcomes after it. */
const linesOf = (local: LocalFramework): ThemeLine[] => {
  const { themes, outcomes, measures } = local.framework
  const counts = new Map<string, number>()
  for (const { outcome } of measures) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const byTheme = Map.groupBy(outcomes, ({ theme }) => theme)
  return themes.flatMap((theme) => {
    const own = (byTheme.get(theme.code) ?? []).map((outcome) =>
      lineOf(local, 'outcome', outcome, {
        under: theme.name,
        words: outcome.words,
        measures: counts.get(outcome.code) ?? 0,
      }),
    )
    const all = own.reduce((sum, line) => sum + line.measures, 0)
    return [lineOf(local, 'theme', theme, { under: '', words: [], measures: all }), ...own]
  })
}

const SORTS: Readonly<Record<string, (a: ThemeLine, b: ThemeLine) => number>> = {
  name: (a, b) => a.name.localeCompare(b.name),
  under: (a, b) => a.under.localeCompare(b.under),
  measures: (a, b) => a.measures - b.measures,
}

const sorted = (lines: ThemeLine[], { sort, direction }: TableState): ThemeLine[] => {
  const compare = sort === undefined ? undefined : SORTS[sort]
  if (!compare) return lines
  return lines.sort((a, b) => (direction === 'descending' ? compare(b, a) : compare(a, b)))
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const { params, query, visitor } = request
  const local = await seeFramework(request, params.code ?? '')
  const state = readTableState(query, { sortable: Object.keys(SORTS) })
  const theme = local.framework.themes.find(({ code }) => code === query.theme)
  const lines = sorted(linesOf(local), state).filter(
    ({ kind, code, under }) => !theme || (kind === 'theme' ? code === theme.code : under === theme.name),
  )
  const from = (state.page - 1) * state.pageSize
  const body = h(ListThemesView, {
    local,
    theme: theme?.code ?? '',
    lines: lines.slice(from, from + state.pageSize),
    paging: { path: themesPath(local.framework.id), query, state, total: lines.length },
    switchedOff: switchedOff(local),
    mayManage: visitor.permissions.has('measures.manage'),
  })
  const backLink = { href: frameworkPath(local.framework.id), text: local.framework.title }
  return page('Themes and outcomes', body, { width: 'wide', backLink })
}
