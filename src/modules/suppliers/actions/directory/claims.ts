import { accept, type Decision, refuse } from '../../../../kernel/decision.ts'
import { recordAudit } from '../../../../platform/audit.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Writer } from '../../../../platform/database.ts'
import { newId } from '../../../../platform/ids.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import type { Claim, DirectoryEntryId, DirectoryRefusal } from '../../model/directory.ts'
import type { Scheme } from '../../model.ts'
import {
  findRegisteredContact,
  insertClaim,
  lockOpenClaim,
  setClaimDecided,
} from '../../store/directory/claims.ts'
import { actForEntry, findEntryOfNumber, insertEntry } from '../../store/directory/entries.ts'
import { findRegisterEntriesByNumber } from '../../store/entries.ts'
import type { SupplierTables } from '../../tables.ts'
import { sendCode } from './codes.ts'

type Tx = Writer<SupplierTables>

export type ClaimDraft = {
  readonly scheme: Scheme | null
  readonly number: string | null
  readonly name: string
  readonly postcode: string | null
  readonly email: string
}

const makeEntry = async (
  tx: Tx,
  ctx: Context,
  draft: ClaimDraft,
  keeperEmail: string,
): Promise<DirectoryEntryId> => {
  const id: DirectoryEntryId = newId()
  await actForEntry(tx, id)
  const { scheme, number, name } = draft
  await insertEntry(tx, { id, scheme, number, name, keeperEmail }, ctx.clock.now())
  return id
}

/** The name in the register, which nobody who claims an entry can choose. */
const registeredName = async (tx: Tx, scheme: Scheme, number: string): Promise<string | undefined> => {
  const [found] = await findRegisterEntriesByNumber(tx, { scheme, numbers: [number] })
  return found?.name
}

/** By number: to the entry's keeper where there is one, else to the address that the register publishes. */
const claimByNumber = async (tx: Tx, ctx: Context, draft: ClaimDraft, codeId: string): Promise<boolean> => {
  const { scheme, number } = draft
  if (!scheme || !number) return false
  const known = await findEntryOfNumber(tx, scheme, number)
  if (known) {
    await sendCode(tx, ctx, known, codeId)
    return true
  }
  const contact = await findRegisteredContact(tx, scheme, number)
  if (!contact) return false
  const name = (await registeredName(tx, scheme, number)) ?? draft.name
  const entryId = await makeEntry(tx, ctx, { ...draft, name: name.slice(0, 200) }, contact)
  await sendCode(tx, ctx, entryId, codeId)
  return true
}

/**
 * Claims an entry for a supplier. The code goes to the address in the register, never to one that the claimer gives;
 * where no register has one, a moderator asks the supplier first. The answer is the same in every case.
 */
export const claimEntry = async (ctx: Context, draft: ClaimDraft): Promise<string> => {
  const codeId = newId()
  await inTransaction<SupplierTables, void>(ctx, async (tx) => {
    if (await claimByNumber(tx, ctx, draft, codeId)) return
    const claim: Claim = { ...draft, id: newId(), claimedAt: ctx.clock.now() }
    await insertClaim(tx, claim)
    await recordAudit(tx, ctx, { name: 'DIRECTORY_ENTRY_CLAIMED', subject: claim.id })
  })
  return codeId
}

/** A moderator says that the claimer speaks for the supplier: an entry is made, and a code goes to the claimer's address. */
export const confirmClaim = async (
  ctx: Context,
  claimId: string,
): Promise<Decision<DirectoryEntryId, DirectoryRefusal>> =>
  inTransaction(ctx, async (tx: Tx) => {
    const claim = await lockOpenClaim(tx, claimId)
    if (!claim) return refuse('claim-decided')
    if (claim.scheme && claim.number && (await findEntryOfNumber(tx, claim.scheme, claim.number)))
      return refuse('already-kept')
    await setClaimDecided(tx, claimId, 'confirmed', null, ctx.clock.now())
    const entryId = await makeEntry(tx, ctx, claim, claim.email)
    await recordAudit(tx, ctx, {
      name: 'DIRECTORY_CLAIM_CONFIRMED',
      subject: claimId,
      facts: { entry: entryId, name: claim.name },
    })
    await sendCode(tx, ctx, entryId, newId())
    return accept(entryId)
  })

export const refuseClaim = async (
  ctx: Context,
  claimId: string,
  reason: string,
): Promise<Decision<string, DirectoryRefusal>> =>
  inTransaction(ctx, async (tx: Tx) => {
    if (reason.trim() === '') return refuse('reason-needed')
    const claim = await lockOpenClaim(tx, claimId)
    if (!claim) return refuse('claim-decided')
    await setClaimDecided(tx, claimId, 'refused', reason, ctx.clock.now())
    await recordAudit(tx, ctx, {
      name: 'DIRECTORY_CLAIM_REFUSED',
      subject: claimId,
      facts: { name: claim.name, reason },
    })
    return accept(claimId)
  })
