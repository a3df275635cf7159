import { type OrganisationId, type PersonId, whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { OPENING_MINUTES, type Opening, type OpeningRefusal, type TenderKeyId } from '../model.ts'
import { unlock } from '../passphrase.ts'
import { decideCompletion } from '../rules/openings.ts'
import { joinShares, seal, unseal } from '../seal.ts'
import { findTenderKey, type HeldShare, listShares } from '../store/keys.ts'
import { findOpening, insertOpening, setOpeningComplete } from '../store/openings.ts'
import type { SealingTables } from '../tables.ts'

type Officer = {
  readonly authorityId: OrganisationId
  readonly personId: PersonId
  readonly personName: string
  readonly publicKey: string
  readonly others: readonly HeldShare[]
  readonly own: HeldShare
}

const readOfficer = (ctx: Context, keyId: TenderKeyId): Promise<Decision<Officer, OpeningRefusal>> =>
  inReading(ctx, async (db: Reader<SealingTables>) => {
    const { authorityId, personId, personName } = await whoActs(db, ctx)
    if (!personId) throw new Forbidden('Sign in first: bids are opened by people.')
    const key = await findTenderKey(db, authorityId, keyId)
    if (!key) throw new NotFound('There is no such key.')
    const shares = await listShares(db, authorityId, keyId)
    const own = shares.find((share) => share.personId === personId)
    if (!own) return refuse('no-share-held')
    // By the database's clock: that of this process may be wrong, or set.
    if (!key.isDue) return refuse('not-yet', { when: key.notBefore.toISOString() })
    const others = shares.filter((share) => share !== own)
    return accept({ authorityId, personId, personName, publicKey: key.publicKey, others, own })
  })

type Unlocked = { readonly identity: string; readonly share: Uint8Array }

const unlockShare = async (
  own: HeldShare,
  passphrase: string,
): Promise<Decision<Unlocked, OpeningRefusal>> => {
  const identity = await unlock(own.lockedIdentity, passphrase)
  if (identity === undefined) return refuse('wrong-passphrase')
  const share = await unseal(identity, own.content)
  return share ? accept({ identity, share }) : refuse('share-damaged')
}

/** The first officer hands their share on to the other holders, for half an hour. Nothing is opened yet. */
export const beginOpening = async (
  ctx: Context,
  keyId: TenderKeyId,
  passphrase: string,
): Promise<Decision<Pick<Opening, 'id' | 'expiresAt'>, OpeningRefusal>> => {
  const officer = await readOfficer(ctx, keyId)
  if (!officer.ok) return officer
  const { authorityId, personId, personName, others, own } = officer.value
  const unlocked = await unlockShare(own, passphrase)
  if (!unlocked.ok) return unlocked
  const handed = await seal(
    others.map(({ recipient }) => recipient),
    unlocked.value.share,
  )
  return inTransaction(ctx, async (tx: Writer<SealingTables>) => {
    const begunAt = ctx.clock.now()
    const expiresAt = new Date(begunAt.getTime() + OPENING_MINUTES * 60_000)
    const opening = { id: newId(), begunBy: personId, begunByName: personName, begunAt, expiresAt }
    await insertOpening(tx, authorityId, keyId, opening, handed)
    await recordAudit(tx, ctx, { name: 'OPENING_BEGUN', subject: keyId })
    return accept({ id: opening.id, expiresAt })
  })
}

/**
 * The second officer completes: both shares give the tender's identity, which lives only while `open` runs, in the
 * same transaction as the note that the opening is complete. `by` names both officers for the minutes.
 */
export const completeOpening = async <Tables, Result>(
  ctx: Context,
  keyId: TenderKeyId,
  passphrase: string,
  open: (
    tx: Writer<Tables>,
    identity: string,
    by: { readonly first: string; readonly second: string; readonly at: Date },
  ) => Promise<Result>,
): Promise<Decision<Result, OpeningRefusal>> => {
  const officer = await readOfficer(ctx, keyId)
  if (!officer.ok) return officer
  const { authorityId, personId, personName, publicKey, own } = officer.value
  const unlocked = await unlockShare(own, passphrase)
  if (!unlocked.ok) return unlocked
  return inTransaction(ctx, async (tx: Writer<SealingTables>) => {
    const at = ctx.clock.now()
    const begun = decideCompletion(await findOpening(tx, authorityId, keyId), personId, at)
    if (!begun.ok) return begun
    const { opening, handed } = begun.value
    const first = await unseal(unlocked.value.identity, handed)
    const identity = first && (await joinShares([first, unlocked.value.share], publicKey))
    if (!identity) return refuse('share-damaged')
    await setOpeningComplete(tx, authorityId, opening.id, { personId, name: personName, at })
    await recordAudit(tx, ctx, {
      name: 'OPENING_COMPLETED',
      subject: keyId,
      facts: { begunBy: opening.begunBy },
    })
    const by = { first: opening.begunByName, second: personName, at }
    return accept(await open(tx as unknown as Writer<Tables>, identity, by))
  })
}
