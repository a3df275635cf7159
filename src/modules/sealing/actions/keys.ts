import { type OrganisationId, whoActs } from '#identity'
import { accept, type Decision } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type {
  Holders,
  HoldersRefusal,
  OfficerKey,
  PassphraseRefusal,
  TenderKey,
  TenderKeyId,
} from '../model.ts'
import { lock } from '../passphrase.ts'
import { decideHolders, decidePassphrase } from '../rules/openings.ts'
import { newKeyPair, seal, splitIdentity } from '../seal.ts'
import {
  insertOfficerKey,
  insertTenderKey,
  listOfficerKeys,
  retireOfficerKeys,
  setNotBefore,
} from '../store/keys.ts'
import type { SealingTables } from '../tables.ts'

/**
 * Makes the acting officer's own key. Its identity is kept under the passphrase only, which is not kept at all. A key
 * they had before still opens what was given to it.
 */
export const createOpeningKey = async (
  ctx: Context,
  passphrase: string,
  again: string = passphrase,
  /** How long a guess takes; less than the usual is for tests and for demonstrations, whose passphrase is public. */
  work?: number,
): Promise<Decision<OfficerKey, PassphraseRefusal>> => {
  const chosen = decidePassphrase(passphrase, again)
  if (!chosen.ok) return chosen
  const { identity, recipient } = await newKeyPair()
  const lockedIdentity = await lock(identity, passphrase, work)
  return inTransaction(ctx, async (tx: Writer<SealingTables>) => {
    const { authorityId, personId, personName } = await whoActs(tx, ctx)
    if (!personId) throw new Forbidden('Sign in first: an opening key belongs to a person.')
    const createdAt = ctx.clock.now()
    const key = { id: newId(), personId, personName, recipient, createdAt }
    await retireOfficerKeys(tx, authorityId, personId, createdAt)
    await insertOfficerKey(tx, authorityId, { ...key, lockedIdentity })
    await recordAudit(tx, ctx, { name: 'OPENING_KEY_CREATED', subject: key.id, facts: { recipient } })
    return accept({ ...key, retiredAt: null })
  })
}

export type NewTenderKey = {
  readonly authorityId: OrganisationId
  /** The first two open, the third stands in. */
  readonly holders: Holders
  /** The deadline for bids. */
  readonly notBefore: Date
  readonly at: Date
}

/**
 * Makes the key that bids for a tender are sealed to. Its identity is split among three holders, any two of whom can
 * open, and forgotten before this returns. Part of the caller's transaction.
 */
export const makeTenderKey = async <Tables>(
  writer: Writer<Tables>,
  { authorityId, holders, notBefore, at }: NewTenderKey,
): Promise<Decision<{ readonly keyId: TenderKeyId; readonly publicKey: string }, HoldersRefusal>> => {
  const tx = writer as unknown as Writer<SealingTables>
  const keys = decideHolders(holders, await listOfficerKeys(tx, authorityId))
  if (!keys.ok) return keys
  const { identity, recipient: publicKey } = await newKeyPair()
  const shares = await splitIdentity(identity)
  const sealed = await Promise.all(
    keys.value.map(async (key, index) => ({
      number: index + 1,
      officerKeyId: key.id,
      personId: key.personId,
      duty: index < 2 ? ('opening' as const) : ('recovery' as const),
      content: await seal(key.recipient, shares[index] ?? new Uint8Array()),
    })),
  )
  const key: TenderKey = { id: newId(), publicKey, notBefore }
  await insertTenderKey(tx, authorityId, { ...key, createdAt: at }, sealed)
  return accept({ keyId: key.id, publicKey })
}

/** The deadline of a tender was moved: nobody opens before the new one. Throws where it is earlier than the old. */
export const postponeOpening = <Tables>(
  writer: Writer<Tables>,
  authorityId: OrganisationId,
  keyId: TenderKeyId,
  notBefore: Date,
): Promise<void> => setNotBefore(writer as unknown as Writer<SealingTables>, authorityId, keyId, notBefore)
