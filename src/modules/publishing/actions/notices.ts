import { actingAuthority, whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Notice, NoticeRefusal } from '../model/notice.ts'
import { composeNotice } from '../notices/compose.ts'
import { type SendResult, sendNotice } from '../platform-client.ts'
import { type DutiesFound, readDuties, readNoticeFacts } from '../read-notices.ts'
import {
  dropUnasked,
  lockNotice,
  markFailed,
  markSending,
  markSent,
  saveDuty,
  savePrepared,
} from '../store/notices.ts'
import type { PublishingTables } from '../tables.ts'
import { releasePackage } from '../writing/packages.ts'

type Outcome<Value = string> = Decision<Value, NoticeRefusal>
type Tx = Writer<PublishingTables>

/** A sending that has not come back after this was cut off with its process. */
const SENDING_MS = 120_000

export type NoticesLookedFor = Omit<DutiesFound, 'duties'> & { readonly due: number; readonly added: number }

/** Asks the law which notices are due, and keeps the list. Notices that were prepared or sent stay. */
export const lookForNotices = async (ctx: Context): Promise<NoticesLookedFor> => {
  const authorityId = actingAuthority(ctx)
  const { duties, asked, notAsked } = await inReading<PublishingTables, DutiesFound>(ctx, (db) =>
    readDuties(db, authorityId, today(ctx)),
  )
  return inTransaction<PublishingTables, NoticesLookedFor>(ctx, async (tx) => {
    const at = ctx.clock.now()
    let added = 0
    for (const duty of duties) if (await saveDuty(tx, authorityId, duty, at)) added += 1
    const dropped = await dropUnasked(tx, authorityId, at)
    if (added + dropped > 0)
      await recordAudit(tx, ctx, {
        name: 'NOTICES_LOOKED_FOR',
        subject: authorityId,
        facts: { added, dropped },
      })
    return { due: duties.length, added, asked, notAsked }
  })
}

/** Writes a notice's text and release from our records as they stand now. It can be prepared again until it is sent. */
export const prepareNotice = (
  ctx: Context,
  id: string,
  fills: Readonly<Record<string, string>> = {},
): Promise<Outcome<number>> =>
  inTransaction<PublishingTables, Outcome<number>>(ctx, async (tx) => {
    const notice = await lockNotice(tx, id)
    if (notice.state === 'sent') return refuse('notice-sent')
    if (isBeingSent(notice, ctx)) return refuse('notice-being-sent')
    const facts = await readNoticeFacts(tx, actingAuthority(ctx), notice, today(ctx))
    if (!facts) return refuse('publication-closed')
    const at = ctx.clock.now()
    const filled = { ...notice.filled, ...fills }
    const composed = composeNotice(facts, at.toISOString(), filled)
    const { personName } = await whoActs(tx, ctx)
    await savePrepared(tx, id, composed, { by: personName, at, filled })
    const told = { code: notice.code, gaps: composed.gaps.length }
    await recordAudit(tx, ctx, { name: 'NOTICE_PREPARED', subject: id, facts: told })
    return accept(composed.gaps.length)
  })

const isBeingSent = ({ sendingSince }: Notice, ctx: Context): boolean =>
  sendingSince !== null && ctx.clock.now().getTime() - sendingSince.getTime() < SENDING_MS

/** Notes that somebody has entered the notice on the platform, under the platform's reference. It never changes again. */
export const markSentByHand = (
  ctx: Context,
  id: string,
  { reference, sentOn }: { readonly reference: string; readonly sentOn: PlainDate },
): Promise<Outcome> =>
  inTransaction<PublishingTables, Outcome>(ctx, async (tx) => {
    const notice = await lockNotice(tx, id)
    if (notice.state === 'sent') return refuse('notice-sent')
    if (isBeingSent(notice, ctx)) return refuse('notice-being-sent')
    if (sentOn > today(ctx)) return refuse('sent-in-future')
    const { personName } = await whoActs(tx, ctx)
    const at = new Date(`${sentOn}T12:00:00Z`)
    await markSent(tx, id, { at, by: personName, how: 'hand', reference })
    await recordAudit(tx, ctx, {
      name: 'NOTICE_SENT_BY_HAND',
      subject: id,
      facts: { code: notice.code, reference },
    })
    return accept(reference)
  })

const beginSending = (ctx: Context, id: string): Promise<Outcome<Notice>> =>
  inTransaction<PublishingTables, Outcome<Notice>>(ctx, async (tx) => {
    const notice = await lockNotice(tx, id)
    if (notice.state === 'sent') return refuse('notice-sent')
    if (notice.release === null) return refuse('notice-not-prepared')
    if (notice.gaps.length > 0) return refuse('notice-has-gaps')
    if (isBeingSent(notice, ctx)) return refuse('notice-being-sent')
    await markSending(tx, id, ctx.clock.now())
    await recordAudit(tx, ctx, { name: 'NOTICE_SENDING_BEGUN', subject: id, facts: { code: notice.code } })
    return accept(notice)
  })

const UNCLEAR = 'It may have arrived: look on the platform before you send it again.'

const endSending = (ctx: Context, notice: Notice, result: SendResult): Promise<Outcome> =>
  inTransaction<PublishingTables, Outcome>(ctx, async (tx: Tx) => {
    const { personName } = await whoActs(tx, ctx)
    const { id, code } = notice
    if (result.ok) {
      await markSent(tx, id, {
        at: ctx.clock.now(),
        by: personName,
        how: 'client',
        reference: result.reference,
      })
      const facts = { code, reference: result.reference }
      await recordAudit(tx, ctx, { name: 'NOTICE_SENT', subject: id, facts })
      return accept(result.reference)
    }
    const why = result.isUnclear ? `${result.why}. ${UNCLEAR}` : result.why
    await markFailed(tx, id, why)
    await recordAudit(tx, ctx, { name: 'NOTICE_NOT_SENT', subject: id, facts: { code, why } })
    return refuse('send-failed', { why })
  })

/** Sends a prepared notice without gaps to the platform. Not tried against the real service. */
export const sendToPlatform = async (ctx: Context, id: string): Promise<Outcome> => {
  const { noticePlatform } = ctx
  if (!noticePlatform) return refuse('client-not-set')
  const begun = await beginSending(ctx, id)
  if (!begun.ok) return begun
  const { release } = begun.value
  const bundle = releasePackage(release === null ? [] : [release], {
    uri: `${ctx.siteUrl}/publishing/notices/${id}`,
    publisher: { name: 'Goldthread' },
    publishedAt: ctx.clock.now().toISOString(),
  })
  const result = await sendNotice(noticePlatform, { id, package: bundle })
  return endSending(ctx, begun.value, result)
}
