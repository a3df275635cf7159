import { findDirectoryListing, type Listing, type SupplierTables } from '#suppliers'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import type { Invitee } from './rules/invitations.ts'

const inviteeOf = ({ entryId, content }: Listing): Invitee[] =>
  content.contactEmail === ''
    ? []
    : [{ supplierName: content.name, email: content.contactEmail.toLowerCase(), entryId }]

/** Those of these entries of the directory that show an address to write to. */
export const readDirectoryInvitees = async (
  ctx: Context,
  entryIds: readonly string[],
): Promise<Invitee[]> => {
  const listings = await inReading(ctx, (db: Reader<SupplierTables>) =>
    Promise.all(entryIds.map((id) => findDirectoryListing(db, id as Listing['entryId']))),
  )
  return listings.flatMap((listing) => (listing ? inviteeOf(listing) : []))
}
