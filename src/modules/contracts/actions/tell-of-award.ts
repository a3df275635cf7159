import { type IdentityTables, listMembers, permissionsOf } from '#identity'
import { recordAudit } from '../../../platform/audit.ts'
import { actingAs, type Services } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { writeLetter } from '../../../platform/mail.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { awardLetter } from '../letters.ts'
import { listWaitingAwards } from '../read-awards.ts'
import type { ContractsTables } from '../tables.ts'

const TOLD = 'AWARD_TOLD_TO_MANAGERS'

const wasTold = async (tx: Writer<ContractsTables>, awardId: string): Promise<boolean> => {
  const entry = await (tx as unknown as Reader<{ 'platform.audit_entry': { name: string; subject: string } }>)
    .selectFrom('platform.audit_entry')
    .select('name')
    .where('name', '=', TOLD)
    .where('subject', '=', awardId)
    .executeTakeFirst()
  return entry !== undefined
}

/** Writes to contract managers that an award is final, once; to nobody where its contract is made already. */
export const tellOfAward = (services: Services, authorityId: string, awardId: string): Promise<number> => {
  const ctx = actingAs(services, { kind: 'worker' }, authorityId)
  return inTransaction<ContractsTables, number>(ctx, async (tx) => {
    const award = (await listWaitingAwards(tx)).find(({ id }) => id === awardId)
    if (!award || (await wasTold(tx, awardId))) return 0
    const members = await listMembers(tx as unknown as Reader<IdentityTables>, authorityId)
    const managers = members.filter(
      ({ roles, isDisabled }) => !isDisabled && permissionsOf(roles).has('contracts.verify'),
    )
    for (const { email } of managers) {
      const mailId = await writeLetter(tx, awardLetter(ctx.siteUrl, email, award))
      await ctx.jobs.enqueue(tx, 'send-mail', { mailId })
    }
    await recordAudit(tx, ctx, { name: TOLD, subject: awardId, facts: { letters: managers.length } })
    return managers.length
  })
}
