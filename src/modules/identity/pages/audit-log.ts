import { h } from 'preact'
import { type AuditTables, listAudit } from '../../../platform/audit.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { listMembers } from '../store/people.ts'
import type { IdentityTables } from '../tables.ts'
import { type AuditLine, AuditLogView } from './audit-log.view.tsx'

const ENTRIES = 50

type AuditEntry = Awaited<ReturnType<typeof listAudit>>[number]

const ACTORS: Readonly<Record<string, string>> = {
  command: 'An operator',
  worker: 'A background job',
  nobody: 'Somebody not signed in',
}

/** `PAYMENT_FILE_IMPORTED` as `Payment file imported`. */
const inWords = (name: string): string => {
  const words = name.toLowerCase().replaceAll('_', ' ')
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(/\bapi\b/i, 'API')
}

/** An entry as people read it; a person who no longer works here is shown by their id. */
const auditLine = (entry: AuditEntry, names: ReadonlyMap<string, string>): AuditLine => {
  const id = entry.actor.replace(/^person:/, '')
  return {
    number: entry.number,
    occurredAt: entry.occurred_at,
    actor: names.get(id) ?? ACTORS[id] ?? `Somebody who no longer works here (${id})`,
    event: inWords(entry.name),
    subject: names.get(entry.subject) ?? entry.subject,
    facts: Object.entries(entry.facts)
      .filter(([, value]) => value !== null && value !== '')
      .map(([name, value]) => `${name}: ${value}`),
  }
}

const readBefore = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null

/** The newest entries of the acting authority, or those before a number. */
export const get = async ({ ctx, query }: PageRequest): Promise<Answer> => {
  const before = readBefore(query.before)
  const { entries, names } = await inReading(ctx, async (db: Reader<AuditTables & IdentityTables>) => ({
    entries: await listAudit(db as unknown as Reader<AuditTables>, ENTRIES + 1, before),
    names: new Map(
      (await listMembers(db as unknown as Reader<IdentityTables>, ctx.authorityId ?? '')).map(
        ({ id, name }) => [id, name],
      ),
    ),
  }))
  const shown = entries.slice(0, ENTRIES)
  const older = entries.length > ENTRIES ? (shown.at(-1)?.number ?? null) : null
  const lines = shown.map((entry) => auditLine(entry, names))
  return page('Audit log', h(AuditLogView, { lines, older, isNewest: before === null }), { width: 'wide' })
}
