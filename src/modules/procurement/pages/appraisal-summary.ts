import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { listSummaries } from '../store/appraisals.ts'
import type { ProcurementTables } from '../tables.ts'
import { AppraisalSummaryView } from './appraisal-summary.view.tsx'
import { purchaseIdOf } from './ask-request.ts'
import { rankingShown } from './ranking-shown.ts'

/** What was published last of how a service is delivered; for everybody. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const summaries = await inReading(request.ctx, (db: Reader<ProcurementTables>) =>
    listSummaries(db, purchaseIdOf(request)),
  )
  const [summary] = summaries
  if (!summary) throw new NotFound('Nothing is published here.')
  const view = {
    summary,
    ...rankingShown(summary.content),
    chosen: summary.content.options.find(({ id }) => id === summary.content.chosenId)?.name ?? '',
  }
  return page(`How it is delivered: ${summary.title}`, h(AppraisalSummaryView, view), { width: 'wide' })
}
