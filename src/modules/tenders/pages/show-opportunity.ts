import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, download, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatInstantExact } from '../../../platform/views/views.ts'
import { readOpportunity } from '../read-opportunity.ts'
import { stateOf } from '../rules/deadlines.ts'
import type { TendersTables } from '../tables.ts'
import { OpportunityChangesView } from './opportunity-changes.view.tsx'
import { OPPORTUNITIES, opportunityPath } from './paths.ts'
import { ShowOpportunityView } from './show-opportunity.view.tsx'

const DONE: Readonly<Record<string, string>> = {
  asked: 'Your question was sent. The answer will stand here for everybody.',
  sent: 'We have sent a link to your address. Your question goes out when you open it.',
  letters: 'We have sent a link to your address. Letters begin when you open it.',
}

const read = ({ ctx, params }: PageRequest) =>
  inReading(ctx, (db: Reader<TendersTables>) => readOpportunity(db, params.reference ?? ''))

export const get = async (request: PageRequest): Promise<Answer> => {
  const opportunity = await read(request)
  const now = request.ctx.clock.now()
  const { tender, buyer } = opportunity
  const done = DONE[request.query.done ?? '']
  const body = h(ShowOpportunityView, {
    ...opportunity,
    state: stateOf(tender, now),
    mayAsk: tender.status === 'published' && now < tender.questionDeadline,
    serverTime: formatInstantExact(now),
  })
  return page(tender.title, body, {
    backLink: { href: OPPORTUNITIES, text: 'Opportunities' },
    description: `${buyer.name} asks for bids: ${tender.summary}`.slice(0, 200),
    ...(done ? { notice: { kind: 'success' as const, text: done } } : {}),
  })
}

/** What each version changed, and why. */
export const getChanges = async (request: PageRequest): Promise<Answer> => {
  const { tender, versions, extensions, outages } = await read(request)
  return page(
    `Changes: ${tender.title}`,
    h(OpportunityChangesView, { tender, versions, extensions, outages }),
    {
      backLink: { href: opportunityPath(tender.reference), text: tender.title },
    },
  )
}

/** A document, always as a file to keep: nothing from outside is shown within our pages. */
export const getDocument = async (request: PageRequest): Promise<Answer> => {
  const { documents } = await read(request)
  const document = documents.find(({ id }) => id === request.params.documentId)
  if (!document) throw new NotFound('There is no such document here.')
  return download(document.fileName, document.contentType, request.ctx.files.open(document.fileHash))
}
