import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readTableState, type TableState } from '../../../platform/views/views.ts'
import { frameworkTable } from '../framework/export-framework.ts'
import type { Change, LocalFramework } from '../model/adaptation.ts'
import { BASES, type Framework, type Measure } from '../model.ts'
import { findEntry } from '../rules/adapt.ts'
import { exact } from '../rules/exact.ts'
import { frameworkPath, seeFramework } from '../seen.ts'
import { ShowFrameworkView, type SwitchedOffEntry } from './show-framework.view.tsx'

export type MeasureLine = {
  readonly measure: Measure
  readonly outcome: string
  readonly theme: string
  readonly act: Change['act'] | null
}
export type Filter = { readonly text: string; readonly theme: string; readonly basis: string }

const SORTS: Readonly<Record<string, (a: MeasureLine, b: MeasureLine) => number>> = {
  name: (a, b) => a.measure.name.localeCompare(b.measure.name),
  outcome: (a, b) => a.outcome.localeCompare(b.outcome),
  basis: (a, b) => a.measure.basis.localeCompare(b.measure.basis),
  value: (a, b) => exact(a.measure.proxy?.value ?? '-1').comparedTo(b.measure.proxy?.value ?? '-1'),
}

const linesOf = ({ framework, changes }: LocalFramework): MeasureLine[] => {
  const outcomes = new Map(framework.outcomes.map((outcome) => [outcome.code, outcome]))
  const acts = new Map(changes.filter(({ kind }) => kind === 'measure').map(({ code, act }) => [code, act]))
  return framework.measures.map((measure) => ({
    measure,
    outcome: outcomes.get(measure.outcome)?.name ?? measure.outcome,
    theme: outcomes.get(measure.outcome)?.theme ?? '',
    act: acts.get(measure.code) ?? null,
  }))
}

const fits =
  ({ text, theme, basis }: Filter) =>
  ({ measure, theme: mine }: MeasureLine): boolean =>
    (theme === '' || mine === theme) &&
    (basis === '' || measure.basis === basis) &&
    `${measure.name} ${measure.code} ${measure.counts}`.toLowerCase().includes(text.toLowerCase())

const filterOf = (query: PageRequest['query'], { themes }: Framework): Filter => ({
  text: (query.text ?? '').trim().slice(0, 100),
  theme: themes.some(({ code }) => code === query.theme) ? (query.theme ?? '') : '',
  basis: BASES.find((basis) => basis === query.basis) ?? '',
})

const sorted = (lines: MeasureLine[], { sort, direction }: TableState): MeasureLine[] => {
  const compare = sort === undefined ? undefined : SORTS[sort]
  if (!compare) return lines
  return lines.sort((a, b) => (direction === 'descending' ? compare(b, a) : compare(a, b)))
}

/** What was switched off here, by name, so that it can be switched on again. */
export const switchedOff = ({ version, changes }: LocalFramework): SwitchedOffEntry[] =>
  changes
    .filter(({ act }) => act === 'off')
    .map(({ kind, code }) => {
      const name = findEntry(version.framework, kind, code)?.name ?? code
      return { kind, code, name }
    })

export const get = async (request: PageRequest): Promise<Answer> => {
  const { params, query, visitor } = request
  const local = await seeFramework(request, params.code ?? '', query.version ?? null)
  const filter = filterOf(query, local.framework)
  const state = readTableState(query, { sortable: Object.keys(SORTS) })
  const lines = sorted(linesOf(local).filter(fits(filter)), state)
  const from = (state.page - 1) * state.pageSize
  const path = frameworkPath(local.framework.id)
  const body = h(ShowFrameworkView, {
    local,
    filter,
    lines: lines.slice(from, from + state.pageSize),
    paging: { path, query, state, total: lines.length },
    switchedOff: switchedOff(local),
    mayManage: visitor.permissions.has('measures.manage') && query.version === undefined,
    isPublished: query.version !== undefined,
  })
  return page(local.framework.title, body, {
    width: 'wide',
    backLink: { href: '/measures', text: 'Measures' },
  })
}

/** `/measures/frameworks/:code/all.csv` and its sisters: the columns that an import takes. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const { framework, version } = await seeFramework(request, request.params.code ?? '')
  if (version.terms === 'restricted')
    throw new NotFound('The licence of this framework does not let it be exported.')
  return exportTable(format, frameworkTable(framework))
}
