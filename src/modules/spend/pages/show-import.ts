import { h } from 'preact'
import { actingAuthority } from '#identity'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { chooseOverlap, undoImport } from '../actions/count-import.ts'
import { queueImport } from '../actions/hand-in-file.ts'
import { importReport } from '../import-report.ts'
import { refusalSentence } from '../messages.ts'
import { OVERLAP_CHOICES } from '../model.ts'
import { detectLayout, type SampleRow } from '../reading/reading.ts'
import { getImport, type ImportRecord } from '../store/imports.ts'
import type { SpendTables } from '../tables.ts'
import { ShowImportView } from './show-import.view.tsx'

/** The import that an address names, or NotFound. */
export const readImport = (request: PageRequest): Promise<ImportRecord> => {
  const id = request.params.importId ?? ''
  if (!isId(id)) throw new NotFound('There is no such payment file here.')
  return inReading<SpendTables, ImportRecord>(request.ctx, (db) => getImport(db, id))
}

const SHOW_SAMPLE: ReadonlySet<ImportRecord['status']> = new Set([
  'uploaded',
  'overlapping',
  'counted',
  'failed',
])

/** How the first rows were understood, read again from the stored file. */
export const readSample = async (
  request: PageRequest,
  record: ImportRecord,
): Promise<readonly SampleRow[]> => {
  if (!SHOW_SAMPLE.has(record.status)) return []
  const file = { path: request.ctx.files.localPath(record.file_hash), name: record.file_name }
  const detected = await detectLayout(file, record.correction ?? undefined)
  return detected.ok ? detected.sample : []
}

const show = async (request: PageRequest, record: ImportRecord, problem: string | null): Promise<Answer> => {
  const view = {
    record,
    report: importReport(record, request.visitor.authorityName ?? ''),
    sample: await readSample(request, record),
    problem,
    mayImport: request.visitor.permissions.has('spend.import'),
    mayManage: request.visitor.permissions.has('spend.manage'),
  }
  return page(record.file_name, h(ShowImportView, view), {
    status: problem === null ? 200 : 400,
    hasErrors: problem !== null,
    width: 'wide',
    backLink: { href: '/spend/imports', text: 'Payment files' },
  })
}

export const get = async (request: PageRequest): Promise<Answer> =>
  show(request, await readImport(request), null)

type Outcome = { readonly ok: true } | { readonly ok: false; readonly refusal: string }

/** Does something to an import and shows it again, with the reason where it was refused. */
const act =
  (
    work: (
      ctx: PageRequest['ctx'] & { authorityId: string },
      record: ImportRecord,
      request: PageRequest,
    ) => Promise<Outcome>,
    sentence: (refusal: string) => string,
  ) =>
  async (request: PageRequest): Promise<Answer> => {
    const authorityId = actingAuthority(request.ctx)
    const record = await readImport(request)
    const outcome = await work({ ...request.ctx, authorityId }, record, request)
    return outcome.ok
      ? redirect(`/spend/imports/${record.id}`)
      : show(request, await readImport(request), sentence(outcome.refusal))
  }

export const postRead = act(
  (ctx, record) => queueImport(ctx, record.id, null, null),
  () => 'This file is being read already.',
)

export const postUndo = act(
  (ctx, record) => undoImport(ctx, record.id),
  (refusal) => refusalSentence(refusal as never),
)

export const postChoice = act(
  async (ctx, record, request) => {
    const choice = OVERLAP_CHOICES.find((known) => known === request.form.choice)
    return choice ? chooseOverlap(ctx, record.id, choice) : { ok: false, refusal: 'choose-one' }
  },
  (refusal) =>
    refusal === 'choose-one'
      ? 'Choose what becomes of the shared payments'
      : refusalSentence(refusal as never),
)
