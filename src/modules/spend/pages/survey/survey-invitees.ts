import { NotFound } from '../../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../../platform/export-table.ts'
import type { Answer } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { listHref, readTableState, type TablePaging } from '../../../../platform/views/views.ts'
import type { Invitee, Survey } from '../../model/survey.ts'
import { listConfirmedGroups } from '../../store/groups.ts'
import { getSurvey, listInvitees } from '../../store/survey.ts'
import { PROGRESS, type Progress, progressOf, surveyPeriod } from '../../survey-words.ts'
import type { SpendTables } from '../../tables.ts'
import { surveyPath } from './paths.ts'
import { surveyIdOf } from './survey-id.ts'

const PAGE_SIZE = 50
const SORTS = ['name', 'pence', 'state'] as const

export type SurveyAndInvitees = {
  readonly survey: Survey
  readonly invitees: readonly Invitee[]
  /** Keys of the groups that there are now: one that was asked may have been taken apart since. */
  readonly groups: ReadonlySet<string>
}
export type InviteeFilter = { readonly words: string; readonly progress: Progress | null }

export const readInvitees = (request: PageRequest): Promise<SurveyAndInvitees> =>
  inReading<SpendTables, SurveyAndInvitees>(request.ctx, async (db) => {
    const id = surveyIdOf(request)
    return {
      survey: await getSurvey(db, id),
      invitees: await listInvitees(db, id),
      groups: new Set((await listConfirmedGroups(db)).map(({ key }) => key)),
    }
  })

const filterOf = ({ query }: PageRequest): InviteeFilter => ({
  words: (query.q ?? '').trim().slice(0, 100),
  progress: PROGRESS.find((each) => each === query.progress) ?? null,
})

const isChosen = (invitee: Invitee, { words, progress }: InviteeFilter): boolean =>
  invitee.name.toLowerCase().includes(words.toLowerCase()) &&
  (progress === null || progressOf(invitee) === progress)

const COMPARE = {
  name: (a: Invitee, b: Invitee) => a.name.localeCompare(b.name, 'en-GB'),
  pence: (a: Invitee, b: Invitee) => a.pence - b.pence,
  state: (a: Invitee, b: Invitee) => PROGRESS.indexOf(progressOf(a)) - PROGRESS.indexOf(progressOf(b)),
}

/** The invited suppliers that the filter leaves, in the order asked for: one page of them, and all. */
export const pickInvitees = (
  request: PageRequest,
  { survey, invitees }: SurveyAndInvitees,
): { rows: readonly Invitee[]; all: readonly Invitee[]; filter: InviteeFilter; paging: TablePaging } => {
  const state = readTableState(request.query, {
    sortable: [...SORTS],
    defaultSort: 'pence',
    defaultDirection: 'descending',
    pageSize: PAGE_SIZE,
  })
  const filter = filterOf(request)
  const turn = state.direction === 'descending' ? -1 : 1
  const compare = COMPARE[state.sort as (typeof SORTS)[number]]
  const all = invitees.filter((invitee) => isChosen(invitee, filter)).toSorted((a, b) => turn * compare(a, b))
  const from = (state.page - 1) * PAGE_SIZE
  return {
    all,
    rows: all.slice(from, from + PAGE_SIZE),
    filter,
    paging: { path: surveyPath(survey.id), query: request.query, state, total: all.length },
  }
}

export const inviteeExports = ({ query }: PageRequest, survey: Survey) =>
  (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
    format,
    href: listHref(`${surveyPath(survey.id)}/suppliers.${format.toLowerCase()}`, query, {
      page: undefined,
      done: undefined,
    }),
  }))

/** `suppliers.csv` and its sisters: the suppliers that the page lists, without their addresses. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const found = await readInvitees(request)
  return exportTable<Invitee>(format, {
    name: 'survey-suppliers',
    basis: `${found.survey.title}; ${surveyPeriod(found.survey)}; payees of one supplier and companies of one group together`,
    columns: [
      { header: 'supplier', value: ({ name }) => name },
      { header: 'how far', value: progressOf },
      { header: 'paid', value: ({ pence }) => pence, kind: 'pence' },
      { header: 'reminders', value: ({ reminders }) => reminders, kind: 'number' },
    ],
    rows: pickInvitees(request, found).all,
  })
}
