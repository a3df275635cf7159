import { accept, type Decision, refuse } from '../../../../kernel/decision.ts'
import { recordAudit } from '../../../../platform/audit.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Writer } from '../../../../platform/database.ts'
import { newId } from '../../../../platform/ids.ts'
import { writeLetter } from '../../../../platform/mail.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { codeLetter } from '../../directory-letters.ts'
import { hashCode, hashKey, isCode, newCode, newKey } from '../../directory-secrets.ts'
import { CODE_HOURS, type DirectoryEntryId, KEY_HOURS } from '../../model/directory.ts'
import { canSendCode, decideTry, readCode } from '../../rules/directory/codes.ts'
import {
  findEntryOfCode,
  insertCode,
  insertKey,
  listCodeTimes,
  lockCode,
  setCodeTried,
} from '../../store/directory/claims.ts'
import { actForEntry, lockEntry } from '../../store/directory/entries.ts'
import type { SupplierTables } from '../../tables.ts'

type Tx = Writer<SupplierTables>
const HOUR = 3_600_000

/** Sends a code to the keeper of an entry, unless enough were sent today. The transaction acts for the entry after it. */
export const sendCode = async (
  tx: Tx,
  ctx: Context,
  entryId: DirectoryEntryId,
  codeId: string,
): Promise<void> => {
  await actForEntry(tx, entryId)
  const entry = await lockEntry(tx, entryId)
  const now = ctx.clock.now()
  if (!canSendCode(await listCodeTimes(tx, entryId), now)) return
  const code = newCode()
  const expiresAt = new Date(now.getTime() + CODE_HOURS * HOUR)
  await insertCode(tx, { id: codeId, entryId, codeHash: hashCode(codeId, code), expiresAt }, now)
  const mailId = await writeLetter(
    tx,
    codeLetter(ctx.siteUrl, entry.keeperEmail, entry, { id: codeId, code }),
  )
  await ctx.jobs.enqueue(tx, 'send-mail', { mailId })
  await recordAudit(tx, ctx, { name: 'DIRECTORY_CODE_SENT', subject: entryId })
}

/**
 * Asks for a code to change an entry. Returns the id of the code; it is made up, and leads nowhere, where no letter was
 * written, so that the answer tells nothing.
 */
export const askForCode = async (ctx: Context, entryId: DirectoryEntryId): Promise<string> => {
  const codeId = newId()
  await inTransaction<SupplierTables, void>(ctx, (tx) => sendCode(tx, ctx, entryId, codeId))
  return codeId
}

/** Exchanges a code, once, for the key to the entry's form. Each wrong try counts, also those made at the same moment. */
export const useCode = async (
  ctx: Context,
  codeId: string,
  typed: string,
): Promise<Decision<string, 'code-wrong' | 'code-used-up'>> =>
  inTransaction(ctx, async (tx: Tx) => {
    const entryId = await findEntryOfCode(tx, codeId)
    if (!entryId) return refuse('code-wrong')
    await actForEntry(tx, entryId)
    const now = ctx.clock.now()
    const decision = decideTry(await lockCode(tx, codeId), now)
    if (!decision.ok) return decision
    const code = readCode(typed)
    const isRight = code !== undefined && isCode(codeId, code, decision.value.codeHash)
    await setCodeTried(tx, decision.value, isRight ? now : null)
    if (!isRight) return refuse('code-wrong')
    const key = newKey()
    await insertKey(tx, entryId, hashKey(key), new Date(now.getTime() + KEY_HOURS * HOUR))
    await recordAudit(tx, ctx, { name: 'DIRECTORY_CODE_USED', subject: entryId })
    return accept(key)
  })
