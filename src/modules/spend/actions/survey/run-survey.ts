import { actingAuthority, findOrganisation, listOrganisations } from '#identity'
import { findListedContacts } from '#suppliers'
import { accept, type Decision, refuse } from '../../../../kernel/decision.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { recordAudit } from '../../../../platform/audit.ts'
import { actingAs, type Context, type Services, today } from '../../../../platform/context.ts'
import type { Writer } from '../../../../platform/database.ts'
import { newId } from '../../../../platform/ids.ts'
import { writeLetter } from '../../../../platform/mail.ts'
import { inReading } from '../../../../platform/reading.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import {
  DEFAULT_QUESTIONS,
  type Invitee,
  MOST_INVITED,
  type Question,
  REMINDERS,
  type Survey,
  type SurveyRefusal,
} from '../../model/survey.ts'
import { isOpen } from '../../rules/survey/answers.ts'
import { listCompaniesOf } from '../../store/groups.ts'
import {
  insertInvitees,
  insertSurvey,
  listInvitees,
  listSurveys,
  listTopSuppliers,
  lockSurvey,
  setEmail,
  setQuestions,
  setSurveyState,
  setWritten,
  sumPeriod,
} from '../../store/survey.ts'
import { surveyLetter } from '../../survey-letters.ts'
import { hashLink, newLink } from '../../survey-secrets.ts'
import type { SpendTables } from '../../tables.ts'

type Tx = Writer<SpendTables>

export type SurveyDraft = {
  readonly title: string
  readonly fromMonth: PlainDate | null
  readonly toMonth: PlainDate | null
  readonly invite: number
  readonly closesOn: PlainDate
}

/** Drafts a survey of the suppliers that were paid most, a group of companies as one, with the usual questions. Addresses shown in the directory are filled in. */
export const draftSurvey = (
  ctx: Context,
  draft: SurveyDraft,
): Promise<Decision<string, 'nobody-to-invite' | 'closes-too-soon'>> =>
  inTransaction(ctx, async (tx: Tx) => {
    if (draft.closesOn <= today(ctx)) return refuse('closes-too-soon')
    const top = await listTopSuppliers(tx, draft, Math.min(draft.invite, MOST_INVITED))
    if (top.length === 0) return refuse('nobody-to-invite')
    const contacts = await findListedContacts(
      tx as never,
      top.flatMap(({ keys }) => keys),
    )
    const id = newId()
    const survey: Survey = {
      ...draft,
      id,
      state: 'draft',
      questions: DEFAULT_QUESTIONS,
      penceAll: await sumPeriod(tx, draft),
    }
    const authorityId = actingAuthority(ctx)
    await insertSurvey(tx, authorityId, survey, ctx.clock.now())
    await insertInvitees(
      tx,
      authorityId,
      id,
      top.map(({ keys, ...supplier }) => ({
        ...supplier,
        id: newId(),
        // A group is written to once: at its largest company that shows an address.
        email: keys.map((key) => contacts.get(key)).find((email) => email !== undefined) ?? null,
      })),
    )
    await recordAudit(tx, ctx, {
      name: 'SURVEY_DRAFTED',
      subject: id,
      facts: { title: draft.title, invited: top.length },
    })
    return accept(id)
  })

/** Changes the questions of a draft. */
export const changeQuestions = (
  ctx: Context,
  id: string,
  questions: readonly Question[],
): Promise<Decision<string, 'not-a-draft' | 'no-question'>> =>
  inTransaction(ctx, async (tx: Tx) => {
    if (questions.length === 0) return refuse('no-question')
    if ((await lockSurvey(tx, id)).state !== 'draft') return refuse('not-a-draft')
    await setQuestions(tx, id, questions)
    await recordAudit(tx, ctx, {
      name: 'SURVEY_QUESTIONS_CHANGED',
      subject: id,
      facts: { questions: questions.length },
    })
    return accept(id)
  })

/** Sets where each supplier is written to; whoever is not in the list has no address after it. */
export const setAddresses = (
  ctx: Context,
  id: string,
  addresses: ReadonlyMap<string, string>,
): Promise<void> =>
  inTransaction(ctx, async (tx: Tx) => {
    await lockSurvey(tx, id)
    for (const invitee of await listInvitees(tx, id)) {
      const email = addresses.get(invitee.id) ?? null
      if (email !== invitee.email) await setEmail(tx, id, invitee.id, email)
    }
    await recordAudit(tx, ctx, {
      name: 'SURVEY_ADDRESSES_SET',
      subject: id,
      facts: { addresses: addresses.size },
    })
  })

const write = async (tx: Tx, ctx: Context, survey: Survey, invitee: Invitee): Promise<void> => {
  const authorityId = actingAuthority(ctx)
  const organisation = await findOrganisation(tx as never, authorityId)
  const secret = newLink()
  const from = {
    organisation: organisation?.name ?? 'The council',
    survey,
    supplier: invitee.name,
    companies: await listCompaniesOf(tx, invitee.supplierKey),
  }
  const letter = surveyLetter(ctx.siteUrl, invitee.email ?? '', from, secret, invitee.invitedAt !== null)
  const mailId = await writeLetter(tx, letter)
  await ctx.jobs.enqueue(tx, 'send-mail', { mailId })
  await setWritten(tx, authorityId, survey.id, invitee, hashLink(secret), ctx.clock.now())
}

/** Opens a draft and writes to everybody who has an address; or, in an open survey, to those who got no letter yet. */
export const openSurvey = (ctx: Context, id: string): Promise<Decision<number, SurveyRefusal>> =>
  inTransaction(ctx, async (tx: Tx) => {
    const survey = await lockSurvey(tx, id)
    if (survey.state === 'closed') return refuse('not-open')
    if (survey.closesOn <= today(ctx)) return refuse('closes-too-soon')
    const due = (await listInvitees(tx, id)).filter(({ email, invitedAt }) => email !== null && !invitedAt)
    if (due.length === 0) return refuse('nobody-to-invite')
    for (const invitee of due) await write(tx, ctx, survey, invitee)
    if (survey.state === 'draft') await setSurveyState(tx, id, 'open', ctx.clock.now())
    await recordAudit(tx, ctx, { name: 'SURVEY_SENT', subject: id, facts: { letters: due.length } })
    return accept(due.length)
  })

const DAY = 86_400_000
const isDue = (invitee: Invitee, now: Date): boolean => {
  const last = invitee.remindedAt ?? invitee.invitedAt
  return (
    last !== null &&
    invitee.reminders < REMINDERS.most &&
    now.getTime() - last.getTime() >= REMINDERS.afterDays * DAY
  )
}

/** Reminds those who were invited and have not answered: all of them, or only those for whom it is time. */
export const remindSuppliers = (
  ctx: Context,
  id: string,
  whom: 'all' | 'due',
): Promise<Decision<number, SurveyRefusal>> =>
  inTransaction(ctx, async (tx: Tx) => {
    const survey = await lockSurvey(tx, id)
    if (!isOpen(survey, today(ctx))) return refuse('not-open')
    const now = ctx.clock.now()
    const silent = (await listInvitees(tx, id)).filter(
      (invitee) =>
        invitee.invitedAt && invitee.email && !invitee.sentAt && (whom === 'all' || isDue(invitee, now)),
    )
    for (const invitee of silent) await write(tx, ctx, survey, invitee)
    if (silent.length > 0)
      await recordAudit(tx, ctx, { name: 'SURVEY_REMINDED', subject: id, facts: { letters: silent.length } })
    return accept(silent.length)
  })

export const closeSurvey = (ctx: Context, id: string): Promise<Decision<string, 'not-open'>> =>
  inTransaction(ctx, async (tx: Tx) => {
    if ((await lockSurvey(tx, id)).state !== 'open') return refuse('not-open')
    await setSurveyState(tx, id, 'closed', ctx.clock.now())
    await recordAudit(tx, ctx, { name: 'SURVEY_CLOSED', subject: id })
    return accept(id)
  })

/** Every day: reminders for which it is time, and surveys whose last day has passed are closed. */
export const tendSurveys = async (services: Services): Promise<void> => {
  const operator = actingAs(services, { kind: 'worker' }, null)
  const organisations = await inReading(operator, (db) => listOrganisations(db as never))
  for (const { id } of organisations.filter(({ isAuthority }) => isAuthority)) {
    const ctx = actingAs(services, { kind: 'worker' }, id)
    const surveys = await inReading<SpendTables, Survey[]>(ctx, listSurveys)
    for (const survey of surveys.filter(({ state }) => state === 'open')) {
      if (isOpen(survey, today(ctx))) await remindSuppliers(ctx, survey.id, 'due')
      else await closeSurvey(ctx, survey.id)
    }
  }
}
