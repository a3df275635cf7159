import { h } from 'preact'
import type { Reader } from '../../../../platform/database.ts'
import { NotFound } from '../../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { isId } from '../../../../platform/ids.ts'
import { inReading } from '../../../../platform/reading.ts'
import { askForCode } from '../../actions/directory/codes.ts'
import type { Listing } from '../../model/directory.ts'
import { findListing } from '../../store/directory/listings.ts'
import type { SupplierTables } from '../../tables.ts'
import { codePath, DIRECTORY_PATH, entryPath } from './paths.ts'
import { KeepEntryView, ShowEntryView } from './show-entry.view.tsx'

const idOf = ({ params }: PageRequest): string => {
  if (!isId(params.entryId ?? '')) throw new NotFound('There is no such entry.')
  return params.entryId ?? ''
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const listing = await inReading<SupplierTables, Listing | undefined>(
    request.ctx,
    (db: Reader<SupplierTables>) => findListing(db, idOf(request)),
  )
  if (!listing) throw new NotFound('There is no such entry in the directory.')
  const canModerate = request.visitor.permissions.has('suppliers.moderate')
  return page(listing.content.name, h(ShowEntryView, { listing, canModerate }), {
    backLink: { href: DIRECTORY_PATH, text: 'Supplier directory' },
  })
}

/** The same for an entry that is listed, waits or was refused: the letters lead here. */
export const getKeep = async (request: PageRequest): Promise<Answer> =>
  page('Change an entry', h(KeepEntryView, { entryId: idOf(request) }), {
    backLink: { href: entryPath(idOf(request)), text: 'Back' },
  })

export const postKeep = async (request: PageRequest): Promise<Answer> =>
  redirect(codePath(await askForCode(request.ctx, idOf(request))))
