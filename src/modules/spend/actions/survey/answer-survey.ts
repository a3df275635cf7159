import { findOrganisation } from '#identity'
import { accept, type Decision, refuse } from '../../../../kernel/decision.ts'
import { recordAudit } from '../../../../platform/audit.ts'
import { type Context, today } from '../../../../platform/context.ts'
import type { Reader, Writer } from '../../../../platform/database.ts'
import { inReading } from '../../../../platform/reading.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import {
  type AnswerRefusal,
  type Answers,
  type Invitee,
  LONGEST_ANSWER,
  type Survey,
} from '../../model/survey.ts'
import { isOpen, keptAnswers } from '../../rules/survey/answers.ts'
import { listCompaniesOf } from '../../store/groups.ts'
import { findSurveyLink, getInvitee, getSurvey, type SurveyLink, setAnswers } from '../../store/survey.ts'
import { hashLink } from '../../survey-secrets.ts'
import type { SpendTables } from '../../tables.ts'

export type AskedSupplier = {
  readonly organisation: string
  readonly survey: Survey
  readonly invitee: Invitee
  /** The companies of a group that is asked as one. */
  readonly companies: readonly string[]
}

/** Whoever holds a link acts for that authority, in that survey, as that one supplier: nothing else is asked for them. */
const whoHolds = async (
  ctx: Context,
  secret: string,
): Promise<{ link: SurveyLink; ctx: Context } | undefined> => {
  const nobody: Context = { ...ctx, actor: { kind: 'nobody' }, authorityId: null }
  const link = await inReading<SpendTables, SurveyLink | undefined>(nobody, (db) =>
    findSurveyLink(db, hashLink(secret)),
  )
  return link && { link, ctx: { ...nobody, authorityId: link.authorityId } }
}

/** What a link leads to. A closed survey is still shown to whom it asked; a wrong link shows nothing. */
export const readAskedSupplier = async (
  ctx: Context,
  secret: string,
): Promise<Decision<AskedSupplier, 'link-unknown'>> => {
  const holder = await whoHolds(ctx, secret)
  if (!holder) return refuse('link-unknown')
  const { surveyId, inviteeId, authorityId } = holder.link
  return inReading(holder.ctx, async (db: Reader<SpendTables>) => {
    const invitee = await getInvitee(db, surveyId, inviteeId)
    return accept({
      organisation: (await findOrganisation(db as never, authorityId))?.name ?? '',
      survey: await getSurvey(db, surveyId),
      invitee,
      companies: await listCompaniesOf(db, invitee.supplierKey),
    })
  })
}

/** Keeps what was typed, also where it is not right yet; `isSent` hands it in. */
export const saveAnswers = async (
  ctx: Context,
  secret: string,
  typed: Answers,
  isSent: boolean,
): Promise<Decision<string, AnswerRefusal>> => {
  const holder = await whoHolds(ctx, secret)
  if (!holder) return refuse('link-unknown')
  const { surveyId, inviteeId } = holder.link
  return inTransaction(holder.ctx, async (tx: Writer<SpendTables>) => {
    const survey = await getSurvey(tx, surveyId)
    if (!isOpen(survey, today(ctx))) return refuse('survey-closed')
    const answers = keptAnswers(survey.questions, typed, LONGEST_ANSWER)
    await setAnswers(tx, surveyId, inviteeId, answers, ctx.clock.now(), isSent)
    await recordAudit(tx, holder.ctx, {
      name: isSent ? 'SURVEY_ANSWERED' : 'SURVEY_ANSWERS_SAVED',
      subject: surveyId,
      facts: { supplier: inviteeId },
    })
    return accept(inviteeId)
  })
}
