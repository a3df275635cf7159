import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { CalendarOwner } from '../model/notes.ts'
import { permissionsOf } from '../rules/roles.ts'
import { hashSecret, newSecret } from '../secrets.ts'
import {
  deleteCalendarAddress,
  findCalendarOwner,
  insertCalendarAddress,
} from '../store/calendar-addresses.ts'
import { listStandings } from '../store/memberships.ts'
import type { IdentityTables } from '../tables.ts'
import { actingAuthority, actingPerson, asPerson } from './acting.ts'

const ownerOf = (ctx: Context): CalendarOwner => ({
  authorityId: actingAuthority(ctx),
  personId: actingPerson(ctx),
})

/** Makes the secret address of the acting person's calendar; an older one stops. The secret is shown once. */
export const makeCalendarAddress = (ctx: Context): Promise<string> =>
  inTransaction<IdentityTables, string>(ctx, async (tx) => {
    const owner = ownerOf(ctx)
    const { secret, hash } = newSecret()
    await deleteCalendarAddress(tx, owner)
    await insertCalendarAddress(tx, owner, hash, ctx.clock.now())
    await recordAudit(tx, ctx, { name: 'CALENDAR_ADDRESS_MADE', subject: owner.personId })
    return secret
  })

/** Ends the acting person's address. */
export const revokeCalendarAddress = (ctx: Context): Promise<void> =>
  inTransaction<IdentityTables, void>(ctx, async (tx) => {
    const owner = ownerOf(ctx)
    if (await deleteCalendarAddress(tx, owner))
      await recordAudit(tx, ctx, { name: 'CALENDAR_ADDRESS_REVOKED', subject: owner.personId })
  })

type CalendarReader = { readonly ctx: Context; readonly permissions: ReadonlySet<string> }

/** Who reads by a calendar's address, with what their roles there allow now; undefined where it opens nothing. */
export const openCalendar = async (ctx: Context, secret: string): Promise<CalendarReader | undefined> => {
  const found = await inReading<IdentityTables, CalendarOwner | undefined>(ctx, (db) =>
    findCalendarOwner(db, hashSecret(secret)),
  )
  if (!found) return undefined
  const theirs = asPerson(ctx, found.personId, found.authorityId)
  const standings = await inReading<IdentityTables, Awaited<ReturnType<typeof listStandings>>>(theirs, (db) =>
    listStandings(db, found.personId),
  )
  const roles = standings.flatMap(({ authorityId, role }) =>
    authorityId === found.authorityId && role !== null ? [role] : [],
  )
  return roles.length === 0 ? undefined : { ctx: theirs, permissions: permissionsOf(roles) }
}
