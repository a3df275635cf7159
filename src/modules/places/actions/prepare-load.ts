import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import { openDataFile } from '../loading/opened-file.ts'
import { readBoundaries } from '../loading/read-boundaries.ts'
import { readPostcodes } from '../loading/read-postcodes.ts'
import { readTable } from '../loading/read-table.ts'
import { attributionOf } from '../messages.ts'
import type { LoadKind, LoadRefusal } from '../model.ts'
import { mergeAreas } from '../rules/area-book.ts'
import { readAreas } from '../rules/area-columns.ts'
import { readDeprivation } from '../rules/deprivation-columns.ts'
import { decideSwap, editionOfFileName } from '../rules/load-rules.ts'
import { listLoadedAreas, readRegisterCodes, saveAreas, saveDeprivation } from '../store/areas.ts'
import { saveBoundaries } from '../store/boundaries.ts'
import { countPostcodes, insertChunk, swapLookup } from '../store/postcodes.ts'
import type { PlacesTables } from '../tables.ts'

/** A file to load, and what whoever loads it says of it. */
export type LoadRequest = {
  readonly path: string
  readonly fileName: string
  readonly edition?: string | undefined
  readonly source?: string | undefined
  readonly licence?: string | undefined
  /** The file is meant to hold a part of the country only. */
  readonly isPartial?: boolean
}

export type LoadProgress = {
  readonly bytesRead: number
  readonly bytesTotal: number
  readonly rowsRead: number
}

/** All of a file, read and checked; nothing is stored until `store` runs in the transaction that swaps it in. */
type PreparedLoad = {
  readonly edition: string
  readonly source: string
  readonly licence: string
  readonly rowsRead: number
  readonly rowsKept: number
  readonly rowsRefused: number
  readonly store: (tx: Writer<PlacesTables>, loadId: string) => Promise<void>
}

type Prepare = (
  ctx: Context,
  request: LoadRequest,
  tell: (progress: LoadProgress) => Promise<void>,
) => Promise<Decision<PreparedLoad, LoadRefusal>>

const described = (request: LoadRequest, about: { source: string; licence: string }) => ({
  edition: request.edition ?? editionOfFileName(request.fileName),
  source: request.source ?? about.source,
  licence: request.licence ?? about.licence,
})

const preparePostcodes: Prepare = async (ctx, request, tell) => {
  const opened = await openDataFile(request.path, request.fileName, /\.(csv|txt)$/i)
  try {
    const read = await readPostcodes(opened, (rowsRead) =>
      tell({ bytesRead: opened.bytesRead(), bytesTotal: opened.bytesTotal, rowsRead }),
    )
    const found = read.chunks.reduce((sum, chunk) => sum + chunk.postcodes, 0)
    const current = await inReading<PlacesTables, number>(ctx, countPostcodes)
    const swap = decideSwap(found, current, request.isPartial === true)
    if (!swap.ok) return swap
    const about = described(request, attributionOf(read.layout))
    const store = async (tx: Writer<PlacesTables>, loadId: string) => {
      for (const chunk of read.chunks) await insertChunk(tx, loadId, chunk)
      await swapLookup(tx, loadId)
    }
    const { rowsRead, rowsRefused } = read
    return accept({ ...about, rowsRead, rowsKept: found, rowsRefused, store })
  } finally {
    await opened.close()
  }
}

const prepareAreas: Prepare = async (_ctx, request) => {
  const table = await readTable(request.path, request.fileName)
  const read = readAreas(table.header, table.rows)
  if (!read || read.areas.length === 0) {
    throw new Unusable(
      'This file has no official areas. It needs the columns code and name (and parent, successor), or those of an ONS look-up such as LAD25CD, LAD25NM.',
    )
  }
  const store = async (tx: Writer<PlacesTables>, loadId: string) => {
    const known = new Map((await listLoadedAreas(tx)).map((area) => [area.code, area]))
    await saveAreas(tx, loadId, mergeAreas(known, read.areas))
  }
  return accept({
    ...described(request, attributionOf(read.isOnsLookUp ? 'official areas' : 'other list')),
    rowsRead: table.rows.length,
    rowsKept: read.areas.length,
    rowsRefused: read.refused,
    store,
  })
}

const prepareBoundaries: Prepare = async (_ctx, request) => {
  const boundaries = await readBoundaries(request.path, request.fileName)
  // The file tells names and holders of its areas too.
  const areas = boundaries.map(({ areaCode, name, parentCodes }) => ({
    code: areaCode,
    name,
    parentCodes,
    successorCode: null,
    validFrom: null,
    validUntil: null,
    registerCode: null,
  }))
  const store = async (tx: Writer<PlacesTables>, loadId: string) => {
    await saveBoundaries(tx, loadId, boundaries)
    const known = new Map((await listLoadedAreas(tx)).map((area) => [area.code, area]))
    await saveAreas(tx, loadId, mergeAreas(known, areas))
  }
  const about = described(request, attributionOf('boundaries'))
  return accept({ ...about, rowsRead: boundaries.length, rowsKept: boundaries.length, rowsRefused: 0, store })
}

const prepareDeprivation: Prepare = async (ctx, request) => {
  const table = await readTable(request.path, request.fileName)
  const registerCodes = await inReading<PlacesTables, Map<string, string>>(ctx, readRegisterCodes)
  const read = readDeprivation(table.header, table.rows, registerCodes)
  if (!read || read.rows.length === 0) {
    throw new Unusable(
      'This file has no deprivation by area. It needs a column of official area codes and columns named score, rank or decile. Files that use three-letter codes of local authorities need the register of authorities loaded first.',
    )
  }
  const about = described(request, attributionOf('deprivation'))
  if (about.edition === '') return refuse('edition-needed')
  const store = (tx: Writer<PlacesTables>, loadId: string) =>
    saveDeprivation(tx, loadId, about.edition, read.rows)
  return accept({
    ...about,
    rowsRead: table.rows.length,
    rowsKept: read.rows.length,
    rowsRefused: read.refused,
    store,
  })
}

export const PREPARE: Readonly<Record<LoadKind, Prepare>> = {
  postcodes: preparePostcodes,
  areas: prepareAreas,
  boundaries: prepareBoundaries,
  deprivation: prepareDeprivation,
}
