import { h } from 'preact'
import { actingAuthority } from '#identity'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { listSummaries } from '../store/decisions.ts'
import type { EvaluationTables } from '../tables.ts'
import { backTo, readIn } from './in-evaluation.ts'
import { evaluationPath } from './paths.ts'
import { ListOutcomesView, ListSummariesView, SummaryView } from './summaries.view.tsx'

export const list = async (request: PageRequest): Promise<Answer> => {
  const { evaluation, summaries } = await readIn(request, async (db, found) => ({
    evaluation: found,
    summaries: await listSummaries(db, { evaluationId: found.id }),
  }))
  return page('What bidders were told', h(ListSummariesView, { evaluation, summaries }), {
    backLink: backTo(evaluation),
  })
}

export const show = async (request: PageRequest): Promise<Answer> => {
  const { evaluation, summary } = await readIn(request, async (db, found) => ({
    evaluation: found,
    summary: (await listSummaries(db, { evaluationId: found.id })).find(
      ({ bidId }) => bidId === idOf(request, 'bidId'),
    ),
  }))
  if (!summary) throw new NotFound('There is no such summary here.')
  return page(`Assessment summary: ${summary.content.bidder}`, h(SummaryView, { summary }), {
    backLink: { href: evaluationPath(evaluation.id, 'summaries'), text: 'What bidders were told' },
  })
}

const ofSupplier = (request: PageRequest) => {
  const supplierId = actingAuthority(request.ctx)
  return inReading(request.ctx, (db: Reader<EvaluationTables>) => listSummaries(db, { supplierId }))
}

/** What a supplier was told, by all authorities. */
export const listOutcomes = async (request: PageRequest): Promise<Answer> =>
  page('Results of your bids', h(ListOutcomesView, { summaries: await ofSupplier(request) }))

export const showOutcome = async (request: PageRequest): Promise<Answer> => {
  const summary = (await ofSupplier(request)).find(({ bidId }) => bidId === idOf(request, 'bidId'))
  if (!summary) throw new NotFound('There is no such result for you.')
  return page(`Assessment summary: ${summary.content.title}`, h(SummaryView, { summary }), {
    backLink: { href: '/outcomes', text: 'Results of your bids' },
  })
}
