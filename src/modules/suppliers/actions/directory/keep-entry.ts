import { accept, type Decision, refuse } from '../../../../kernel/decision.ts'
import { recordAudit } from '../../../../platform/audit.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Reader, Writer } from '../../../../platform/database.ts'
import { inReading } from '../../../../platform/reading.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { hashKey } from '../../directory-secrets.ts'
import type { DirectoryEntry, DirectoryEntryId, EntryContent, Listing } from '../../model/directory.ts'
import { deleteKeys, findEntryOfKey } from '../../store/directory/claims.ts'
import {
  actForEntry,
  getEntry,
  lockEntry,
  setHears,
  setProposal,
  setState,
} from '../../store/directory/entries.ts'
import { deleteListing, findListing } from '../../store/directory/listings.ts'
import type { SupplierTables } from '../../tables.ts'

type Tx = Writer<SupplierTables>
type Kept = { readonly entry: DirectoryEntry; readonly listing: Listing | undefined }

/** The entry that a key opens, with what is listed of it. */
export const readKeptEntry = (ctx: Context, key: string): Promise<Decision<Kept, 'key-unknown'>> =>
  inReading(ctx, async (db: Reader<SupplierTables>) => {
    const id = await findEntryOfKey(db, hashKey(key), ctx.clock.now())
    if (!id) return refuse('key-unknown')
    await actForEntry(db, id)
    return accept({ entry: await getEntry(db, id), listing: await findListing(db, id) })
  })

const asKeeper = <Value>(
  ctx: Context,
  key: string,
  work: (tx: Tx, id: DirectoryEntryId) => Promise<Value>,
): Promise<Decision<Value, 'key-unknown'>> =>
  inTransaction(ctx, async (tx: Tx) => {
    const id = await findEntryOfKey(tx, hashKey(key), ctx.clock.now())
    if (!id) return refuse('key-unknown')
    await actForEntry(tx, id)
    await lockEntry(tx, id)
    return accept(await work(tx, id))
  })

/**
 * Keeps what the keeper wrote, as a draft or for a moderator to read. What is listed stays listed as it was until a
 * moderator approves the change; whether the keeper hears of opportunities holds at once.
 */
export const saveEntry = (
  ctx: Context,
  key: string,
  content: EntryContent,
  state: 'draft' | 'waiting',
  hears?: boolean,
): Promise<Decision<DirectoryEntryId, 'key-unknown'>> =>
  asKeeper(ctx, key, async (tx, id) => {
    await setProposal(tx, id, content, state, ctx.clock.now())
    if (hears !== undefined) await setHears(tx, id, hears)
    await recordAudit(tx, ctx, {
      name: state === 'waiting' ? 'DIRECTORY_ENTRY_PROPOSED' : 'DIRECTORY_ENTRY_DRAFTED',
      subject: id,
      ...(hears === undefined ? {} : { facts: { hearsOfOpportunities: hears } }),
    })
    return id
  })

/** Takes the entry off the public directory. Its words stay with the keeper; the key is used up. */
export const withdrawEntry = (
  ctx: Context,
  key: string,
): Promise<Decision<DirectoryEntryId, 'key-unknown'>> =>
  asKeeper(ctx, key, async (tx, id) => {
    await deleteListing(tx, id)
    await setState(tx, id, 'draft')
    await deleteKeys(tx, id)
    await recordAudit(tx, ctx, { name: 'DIRECTORY_ENTRY_WITHDRAWN', subject: id })
    return id
  })
