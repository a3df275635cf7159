import { actingAuthority, findOrganisation, type IdentityTables } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { writeLetter } from '../../../platform/mail.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { invitationLetter } from '../letters.ts'
import type { LifeRefusal } from '../model/life.ts'
import { getContract, lockContract } from '../store/contracts.ts'
import {
  endSupplierLink,
  findCode,
  insertCode,
  insertSupplierLink,
  listSupplierLinks,
  useCode,
} from '../store/supplier-links.ts'
import { CODE_DAYS, hashCode, newCode } from '../supplier-secrets.ts'
import type { ContractsTables } from '../tables.ts'
import { type BoundTo, changeBound } from './bound.ts'

const DAY = 86_400_000

/** Makes a code by which a supplier links its account to a contract, and writes it to an address; returns the code. */
export const inviteSupplier = (ctx: Context, contractId: string, email: string): Promise<string> =>
  inTransaction<ContractsTables, string>(ctx, async (tx) => {
    const authorityId = actingAuthority(ctx)
    const { title, reference } = await lockContract(tx, contractId)
    const code = newCode()
    const madeAt = ctx.clock.now()
    const expiresAt = new Date(madeAt.getTime() + CODE_DAYS * DAY)
    await insertCode(tx, authorityId, { id: newId(), contractId, email, madeAt, expiresAt }, hashCode(code))
    if (email !== '') {
      const authority = await findOrganisation(tx as unknown as Reader<IdentityTables>, authorityId)
      const authorityName = authority?.name ?? 'A council'
      const letter = invitationLetter(ctx.siteUrl, email, { authorityName, title, reference }, code)
      await ctx.jobs.enqueue(tx, 'send-mail', { mailId: await writeLetter(tx, letter) })
    }
    await recordAudit(tx, ctx, { name: 'SUPPLIER_INVITED', subject: contractId, facts: { email } })
    return code
  })

export type SupplierAccount = { readonly supplierId: string; readonly supplierName: string }

/** A supplier takes a code: from then on its people report on the contract. */
export const joinContract = async (
  ctx: Context,
  code: string,
  { supplierId, supplierName }: SupplierAccount,
): Promise<Decision<BoundTo, LifeRefusal>> => {
  const [hash, at] = [hashCode(code), ctx.clock.now()]
  const to = await inReading(ctx, (db: Reader<ContractsTables>) => findCode(db, hash, at))
  if (!to) return refuse('code-unknown')
  return changeBound<Decision<BoundTo, LifeRefusal>>(ctx, to, async (tx, acting) => {
    const email = await useCode(tx, hash, at)
    if (email === undefined) return refuse('code-unknown')
    const { contractId } = to
    const link = { contractId, supplierId, supplierName, email, how: 'code' as const }
    await insertSupplierLink(tx, to.authorityId, { ...link, linkedAt: at, endedAt: null })
    await recordAudit(tx, acting, { name: 'SUPPLIER_LINKED', subject: contractId, facts: { supplierName } })
    return accept(to)
  })
}

/** Ends that a supplier's account reports on a contract. What it reported stays. */
export const endLink = (ctx: Context, contractId: string, supplierId: string): Promise<void> =>
  inTransaction<ContractsTables, void>(ctx, async (tx) => {
    await getContract(tx, contractId)
    const link = (await listSupplierLinks(tx, contractId)).find((one) => one.supplierId === supplierId)
    if (!link || link.endedAt !== null) return
    await endSupplierLink(tx, contractId, supplierId, ctx.clock.now())
    const { supplierName } = link
    await recordAudit(tx, ctx, { name: 'SUPPLIER_LINK_ENDED', subject: contractId, facts: { supplierName } })
  })
