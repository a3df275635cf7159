import { z } from 'zod'
import type { Decision } from '../../../kernel/decision.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { amendTender } from '../actions/amend.ts'
import { beginTender, changeDraft } from '../actions/drafts.ts'
import { noteQuestion, publishAnswer } from '../actions/enquiries.ts'
import { cancelTender, extendDeadline, recordOutage } from '../actions/extend.ts'
import { publishTender } from '../actions/publish.ts'
import {
  amendBody,
  answerBody,
  type DraftBody,
  draftBody,
  extendBody,
  noteBody,
  outageBody,
  publishBody,
  reasonBody,
  tenderAnswer,
} from '../api-schemas.ts'
import { tenderJson } from '../describe-tender.ts'
import { checkSentence, refusalSentence } from '../messages/words.ts'
import type { TenderContent, TenderRefusal } from '../model.ts'
import { readPublication } from '../read-publication.ts'
import { listEnquiries } from '../store/enquiries.ts'
import { findTender, listTenders } from '../store/tenders.ts'
import { contentOf, findDraft } from '../store/versions.ts'
import type { TendersTables } from '../tables.ts'

type Request = Parameters<ApiRoute['handle']>[0]
type Write = (request: Request) => Promise<Decision<unknown, TenderRefusal>>

const idOf = ({ params }: Pick<Request, 'params'>): string => {
  const id = params.tenderId ?? ''
  if (!isId(id)) throw new NotFound('There is no such tender here.')
  return id
}

const refused = (decision: Extract<Decision<unknown, TenderRefusal>, { ok: false }>): Answer =>
  json(
    {
      type: 'about:blank',
      title: refusalSentence(decision),
      status: 422,
      code: decision.refusal,
      facts: decision.facts ?? {},
    },
    422,
  )

const showTender = async ({ ctx, params }: Pick<Request, 'ctx' | 'params'>, id = idOf({ params })) => {
  const now = ctx.clock.now()
  return inReading(ctx, async (db: Reader<TendersTables>) => {
    const tender = await findTender(db, id)
    if (!tender || tender.authorityId !== ctx.authorityId) throw new NotFound('There is no such tender here.')
    const draft = await findDraft(db, id)
    const content = draft?.content ?? (await contentOf(db, id))
    const { checks } = await readPublication(db, tender, content, now)
    const enquiries = await listEnquiries(db, id)
    return {
      ...tenderJson(tender, now),
      revision: draft?.revision ?? 0,
      content,
      checks: checks.map((check) => ({ ...check, words: checkSentence(check) })),
      enquiries: enquiries.map(({ id: enquiryId, text, askedAt, closedAt }) => ({
        id: enquiryId,
        text,
        askedAt: askedAt.toISOString(),
        closedAt: closedAt?.toISOString() ?? null,
      })),
    }
  })
}

const shownAnswer = tenderAnswer.extend({
  revision: z.number(),
  content: z.unknown(),
  checks: z.array(z.unknown()),
  enquiries: z.array(z.unknown()).describe('without who asked'),
})

/** A change of one tender that answers with the tender as it is afterwards. */
const change = (
  [method, path, access, audit]: readonly [ApiRoute['method'], string, ApiRoute['access'], string],
  summary: string,
  body: z.ZodType,
  write: Write,
): ApiRoute => ({
  method,
  path: `/api/v1/tenders/:tenderId${path}`,
  access,
  audit,
  page: `tenders/api/tenders#${path.slice(1)}`,
  summary,
  body,
  answer: shownAnswer,
  handle: async (request) => {
    await showTender(request)
    const decision = await write(request)
    return decision.ok ? json(await showTender(request)) : refused(decision)
  },
})

const applied =
  (body: DraftBody) =>
  (content: TenderContent): TenderContent => ({
    ...content,
    description: body.description ?? content.description,
    lots: body.lots ?? content.lots,
    questions: body.questions ?? content.questions,
    conditions: body.conditions ?? content.conditions,
    criteria: content.criteria.map((criterion) => ({
      ...criterion,
      weight: body.weights?.[criterion.name] ?? criterion.weight,
    })),
  })

const TEXTS = ['title', 'summary', 'category', 'placeName', 'deadline', 'questionDeadline'] as const

const writeDraft: Write = (request) => {
  const body = request.body as DraftBody
  const given = TEXTS.filter((name) => body[name] !== undefined).map((name) => [
    name,
    name === 'deadline' || name === 'questionDeadline' ? new Date(body[name] ?? '') : body[name],
  ])
  const text = given.length === 0 ? undefined : Object.fromEntries(given)
  return changeDraft(request.ctx, idOf(request), { seen: body.seen, text, change: applied(body) })
}

const MANAGE = 'tenders.manage'

const reads: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/tenders',
    access: 'tenders.read',
    audit: 'TENDERS_READ',
    page: 'tenders/api/tenders#list',
    summary: 'The tenders of the authority, drafts among them',
    answer: z.object({ tenders: z.array(tenderAnswer) }),
    handle: async ({ ctx }) => {
      const now = ctx.clock.now()
      const found = await inReading(ctx, (db: Reader<TendersTables>) =>
        listTenders(db, ctx.authorityId ?? ''),
      )
      return json({ tenders: found.map((tender) => tenderJson(tender, now)) })
    },
  },
  {
    method: 'GET',
    path: '/api/v1/tenders/:tenderId',
    access: 'tenders.read',
    audit: 'TENDER_READ',
    page: 'tenders/api/tenders#show',
    summary: 'One tender with its draft, the checks before publication, and questions that wait',
    answer: shownAnswer,
    handle: async (request) => json(await showTender(request)),
  },
  {
    method: 'POST',
    path: '/api/v1/tenders',
    access: MANAGE,
    audit: 'TENDER_BEGUN',
    page: 'tenders/api/tenders#begin',
    summary: 'Begin the tender of a purchase whose ask is ready',
    body: z.object({ purchaseId: z.uuid() }),
    answer: shownAnswer,
    handle: async (request) => {
      const begun = await beginTender(request.ctx, (request.body as { purchaseId: string }).purchaseId)
      return begun.ok ? json(await showTender(request, begun.value.id), 201) : refused(begun)
    },
  },
]

export const tenderRoutes: readonly ApiRoute[] = [
  ...reads,
  change(
    ['PUT', '/draft', MANAGE, 'TENDER_DRAFT_CHANGED'],
    'Change the draft, or that of the next version',
    draftBody,
    writeDraft,
  ),
  change(
    ['POST', '/publish', 'tenders.publish', 'TENDER_PUBLISHED'],
    'Publish version 1',
    publishBody,
    (request) => publishTender(request.ctx, idOf(request), request.body as z.infer<typeof publishBody>),
  ),
  change(
    ['POST', '/amend', MANAGE, 'TENDER_AMENDED'],
    'Publish the next version, with its reason',
    amendBody,
    (request) => {
      const body = request.body as z.infer<typeof amendBody>
      const deadline = body.deadline === null ? null : new Date(body.deadline)
      return amendTender(request.ctx, idOf(request), { ...body, deadline })
    },
  ),
  change(
    ['POST', '/extend', MANAGE, 'TENDER_EXTENDED'],
    'Give everybody more time',
    extendBody,
    (request) => {
      const body = request.body as z.infer<typeof extendBody>
      return extendDeadline(request.ctx, idOf(request), { ...body, to: new Date(body.to) })
    },
  ),
  change(
    ['POST', '/outages', MANAGE, 'OUTAGE_RECORDED'],
    'Write down that the site was away',
    outageBody,
    (request) => {
      const { from, to, what } = request.body as z.infer<typeof outageBody>
      return recordOutage(request.ctx, { fromAt: new Date(from), toAt: new Date(to), what })
    },
  ),
  change(
    ['POST', '/answers', MANAGE, 'QUESTION_ANSWERED'],
    'Publish an answer to everybody',
    answerBody,
    (request) => publishAnswer(request.ctx, idOf(request), request.body as z.infer<typeof answerBody>),
  ),
  change(
    ['POST', '/cancel', 'tenders.publish', 'TENDER_CANCELLED'],
    'Cancel, with a reason for all',
    reasonBody,
    (request) => cancelTender(request.ctx, idOf(request), (request.body as { reason: string }).reason),
  ),
  change(
    ['POST', '/enquiries', MANAGE, 'QUESTION_NOTED'],
    'Write down a question that was asked outside the site',
    noteBody,
    (request) => noteQuestion(request.ctx, idOf(request), request.body as z.infer<typeof noteBody>),
  ),
]
