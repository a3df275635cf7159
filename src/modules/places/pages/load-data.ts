import { h } from 'preact'
import { Unusable } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest, Upload } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { queueLoad } from '../actions/load-file.ts'
import { LOAD_STATE_NAMES } from '../messages.ts'
import { LOAD_KINDS, type Load } from '../model.ts'
import { deriveLoadState, derivePercent } from '../rules/load-rules.ts'
import { listLoads } from '../store/loads.ts'
import type { PlacesTables } from '../tables.ts'
import { LoadDataView, type LoadRow } from './load-data.view.tsx'

const MOST_LOADS = 20

const rowOf = (load: Load, now: Date): LoadRow => {
  const state = deriveLoadState(load, now)
  return {
    id: load.id,
    kind: load.kind,
    fileName: load.fileName,
    edition: load.edition,
    state,
    stateName: LOAD_STATE_NAMES[state],
    isRunning: state === 'queued' || state === 'running',
    percent: derivePercent(load),
    rowsRead: load.rowsRead,
    rowsKept: load.rowsKept,
    message: load.message,
    askedAt: load.askedAt,
  }
}

const show = async ({ ctx }: PageRequest, kind: string, errors: readonly FieldError[]): Promise<Answer> => {
  const loads = await inReading<PlacesTables, Load[]>(ctx, (db) => listLoads(db, MOST_LOADS))
  const rows = loads.map((load) => rowOf(load, ctx.clock.now()))
  return page('Data about places', h(LoadDataView, { loads: rows, kind, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink: { href: '/places', text: 'Places' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, 'postcodes', [])

const storeUpload = async (ctx: PageRequest['ctx'], upload: Upload): Promise<string> => {
  const stored = await ctx.files.put(upload.content)
  if (!upload.wasCut() && stored.bytes > 0) return stored.hash
  await ctx.files.remove(stored.hash)
  throw new Unusable(
    stored.bytes === 0
      ? 'The file is empty. Check that it was saved, and choose it again'
      : 'The file is larger than this page takes. Load it on the command line with: goldthread places load-postcodes',
  )
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, form, upload } = request
  const kind = LOAD_KINDS.find((known) => known === typed(form, 'kind'))
  if (!kind) return show(request, '', [{ field: 'kind', message: 'Choose what the file holds' }])
  if (!upload || upload.name === '') return show(request, kind, [{ field: 'file', message: 'Choose a file' }])
  try {
    const fileHash = await storeUpload(ctx, upload)
    await queueLoad(ctx, {
      kind,
      fileName: upload.name,
      fileHash,
      edition: typed(form, 'edition').trim().slice(0, 20),
    })
    return redirect('/places/lookups')
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    return show(request, kind, [{ field: 'file', message: error.message }])
  }
}
