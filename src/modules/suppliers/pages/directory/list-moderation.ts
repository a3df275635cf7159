import { h } from 'preact'
import type { Reader } from '../../../../platform/database.ts'
import { NotFound } from '../../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../../platform/export-table.ts'
import { type Answer, page } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { listHref } from '../../../../platform/views/views.ts'
import { stateTag } from '../../messages/directory.ts'
import type { DirectoryEntry } from '../../model/directory.ts'
import { countOpenClaims } from '../../store/directory/claims.ts'
import { countEntries, EVERY_ENTRY, listEntries } from '../../store/directory/entries.ts'
import type { SupplierTables } from '../../tables.ts'
import { ListModerationView } from './list-moderation.view.tsx'
import { entryPageOf, readEntrySearch, readEntryTable } from './moderation-query.ts'
import { DIRECTORY_PATH, MODERATION_PATH } from './paths.ts'

export const get = async ({ ctx, query }: PageRequest): Promise<Answer> => {
  const search = readEntrySearch(query)
  const state = readEntryTable(query)
  const { total, ...view } = await inReading(ctx, async (db: Reader<SupplierTables>) => ({
    entries: await listEntries(db, search, entryPageOf(state)),
    total: await countEntries(db, search),
    claims: await countOpenClaims(db),
  }))
  const { sort: _sort, page: _page, ...narrowedBy } = query
  const body = h(ListModerationView, {
    ...view,
    search,
    paging: { path: MODERATION_PATH, query, state, total },
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: listHref(`${MODERATION_PATH}.${format.toLowerCase()}`, narrowedBy, {}),
    })),
  })
  return page('Moderate the directory', body, {
    width: 'wide',
    backLink: { href: DIRECTORY_PATH, text: 'Supplier directory' },
  })
}

/** `/directory/moderation.csv` and its sisters: what the filter leaves, with who keeps each entry. */
export const getExport = async ({ ctx, params, query }: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const rows = await inReading(ctx, (db: Reader<SupplierTables>) =>
    listEntries(db, readEntrySearch(query), EVERY_ENTRY),
  )
  return exportTable<DirectoryEntry>(format, {
    name: 'directory-entries',
    basis: 'Entries of the directory with who keeps them; for moderators',
    columns: [
      { header: 'name', value: ({ proposal, name }) => proposal?.name ?? name },
      { header: 'state', value: ({ state }) => stateTag(state).text },
      { header: 'scheme', value: ({ scheme }) => scheme },
      { header: 'number', value: ({ number }) => number },
      { header: 'kept by', value: ({ keeperEmail }) => keeperEmail },
      { header: 'last written', value: ({ proposedAt }) => proposedAt?.toISOString().slice(0, 10) ?? null },
      { header: 'reason sent back', value: ({ refusal }) => refusal },
    ],
    rows,
  })
}
