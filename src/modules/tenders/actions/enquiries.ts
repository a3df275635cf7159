import { actingAuthority, findOrganisation, type IdentityTables } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { writeLetter } from '../../../platform/mail.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { confirmQuestionLetter } from '../letters.ts'
import { hashLinkSecret, newLinkSecret } from '../link-secrets.ts'
import type { Tender, TenderRefusal, ToldBy } from '../model.ts'
import { isOpen } from '../rules/deadlines.ts'
import {
  closeEnquiry,
  confirmEnquiry,
  insertAnswer,
  insertEnquiry,
  listAnswers,
  listEnquiries,
} from '../store/enquiries.ts'
import { findPublicTender, lockTender } from '../store/tenders.ts'
import type { TendersTables } from '../tables.ts'
import { announce } from './announce.ts'

type Tables = TendersTables & IdentityTables
type Tx = Writer<Tables>

export type Asked = {
  readonly text: string
  readonly name: string
  /** Where a link proves that the asker can be reached; null for a supplier who is signed in. */
  readonly email: string | null
}

/** The supplier that is signed in; null for everybody else. */
const askingSupplier = async (tx: Tx, ctx: Context) => {
  const own = ctx.authorityId === null ? undefined : await findOrganisation(tx, ctx.authorityId)
  return own?.kind === 'supplier' ? own : null
}

const publicTender = async (tx: Tx, reference: string): Promise<Tender> => {
  const tender = await findPublicTender(tx, reference)
  if (!tender) throw new NotFound('There is no such opportunity.')
  return tender
}

/** Takes a question about a tender; `sent` where a letter asks for a proof of the address first. */
export const askQuestion = (
  ctx: Context,
  reference: string,
  asked: Asked,
): Promise<Decision<'asked' | 'sent', TenderRefusal>> =>
  inTransaction<Tables, Decision<'asked' | 'sent', TenderRefusal>>(ctx, async (tx) => {
    const tender = await publicTender(tx, reference)
    const now = ctx.clock.now()
    if (!isOpen(tender, now) || now >= tender.questionDeadline) return refuse('questions-closed')
    const supplier = await askingSupplier(tx, ctx)
    if (!supplier && asked.email === null) return refuse('too-many-letters')
    const secret = supplier ? null : newLinkSecret()
    await insertEnquiry(tx, {
      id: newId(),
      authorityId: tender.authorityId,
      tenderId: tender.id,
      askedFor: supplier?.id ?? null,
      askedName: supplier?.name ?? asked.name,
      askedEmail: supplier ? null : asked.email,
      text: asked.text,
      cameBy: 'site',
      askedAt: now,
      confirmedAt: supplier ? now : null,
      confirmHash: secret && hashLinkSecret(secret),
    })
    await recordAudit(tx, ctx, { name: 'QUESTION_ASKED', subject: tender.id, facts: { reference } })
    if (secret === null || asked.email === null) return accept('asked')
    const mailId = await writeLetter(tx, confirmQuestionLetter(ctx.siteUrl, asked.email, tender, secret))
    await ctx.jobs.enqueue(tx, 'send-mail', { mailId })
    return accept('sent')
  })

/** Proves by its letter where a question came from; gives the tender's id. Throws NotFound for an unknown or old link. */
export const confirmQuestion = (ctx: Context, secret: string): Promise<string> =>
  inTransaction<Tables, string>(ctx, async (tx) => {
    const tenderId = await confirmEnquiry(tx, hashLinkSecret(secret), ctx.clock.now())
    if (tenderId === null) throw new NotFound('This link is unknown, or older than two days.')
    await recordAudit(tx, ctx, { name: 'QUESTION_CONFIRMED', subject: tenderId })
    return tenderId
  })

/** Writes down a question that came to an officer outside the site; returns its id. */
export const noteQuestion = (
  ctx: Context,
  tenderId: string,
  asked: Pick<Asked, 'name' | 'text'> & { readonly cameBy: ToldBy },
): Promise<Decision<string, TenderRefusal>> =>
  inTransaction<TendersTables, Decision<string, TenderRefusal>>(ctx, async (tx) => {
    const authorityId = actingAuthority(ctx)
    const tender = await lockTender(tx, authorityId, tenderId)
    const now = ctx.clock.now()
    if (!isOpen(tender, now) || now >= tender.questionDeadline) return refuse('questions-closed')
    const id = newId()
    await insertEnquiry(tx, {
      id,
      authorityId,
      tenderId,
      askedFor: null,
      askedName: asked.name,
      askedEmail: null,
      text: asked.text,
      cameBy: asked.cameBy,
      askedAt: now,
      confirmedAt: now,
      confirmHash: null,
    })
    await recordAudit(tx, ctx, {
      name: 'QUESTION_NOTED',
      subject: tenderId,
      facts: { enquiryId: id, cameBy: asked.cameBy },
    })
    return accept(id)
  })

export type AnswerDraft = {
  /** The enquiry that it answers; null for something that officers tell by themselves. */
  readonly enquiryId: string | null
  /** The question in words that do not say who asked. */
  readonly question: string
  readonly answer: string
}

/** Publishes an answer to all at once; returns its number. */
export const publishAnswer = (
  ctx: Context,
  tenderId: string,
  draft: AnswerDraft,
): Promise<Decision<number, TenderRefusal>> =>
  inTransaction<TendersTables, Decision<number, TenderRefusal>>(ctx, async (tx) => {
    const authorityId = actingAuthority(ctx)
    const tender = await lockTender(tx, authorityId, tenderId)
    const now = ctx.clock.now()
    if (!isOpen(tender, now))
      return refuse(tender.status === 'published' ? 'deadline-passed' : 'not-published')
    const { enquiryId, question, answer } = draft
    if (enquiryId !== null) {
      const enquiry = (await listEnquiries(tx, tenderId)).find(({ id }) => id === enquiryId)
      if (!enquiry) throw new NotFound('There is no such question.')
      if (enquiry.closedAt !== null) return refuse('enquiry-closed')
      await closeEnquiry(tx, enquiryId, '', now)
    }
    const number = (await listAnswers(tx, tenderId)).length + 1
    await insertAnswer(tx, authorityId, tenderId, enquiryId, { number, question, answer, publishedAt: now })
    const facts = { reference: tender.reference, number }
    await recordAudit(tx, ctx, { name: 'QUESTION_ANSWERED', subject: tenderId, facts })
    await announce(tx, ctx, tenderId, 'answered')
    return accept(number)
  })

/** Closes a question without an answer to all, with the reason for it. */
export const dismissEnquiry = (
  ctx: Context,
  tenderId: string,
  enquiryId: string,
  because: string,
): Promise<Decision<null, TenderRefusal>> =>
  inTransaction<TendersTables, Decision<null, TenderRefusal>>(ctx, async (tx) => {
    await lockTender(tx, actingAuthority(ctx), tenderId)
    const enquiry = (await listEnquiries(tx, tenderId)).find(({ id }) => id === enquiryId)
    if (!enquiry) throw new NotFound('There is no such question.')
    if (enquiry.closedAt !== null) return refuse('enquiry-closed')
    if (because.trim() === '') return refuse('reason-missing')
    await closeEnquiry(tx, enquiryId, because, ctx.clock.now())
    await recordAudit(tx, ctx, {
      name: 'QUESTION_DISMISSED',
      subject: tenderId,
      facts: { enquiryId, because },
    })
    return accept(null)
  })
