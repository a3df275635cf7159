import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { publishAppraisal } from '../actions/appraisals.ts'
import { testsOf } from '../control-tests.ts'
import { APPRAISAL_REFUSALS, appraisalFaultSentence } from '../messages/appraisal-words.ts'
import { EMPTY_APPRAISAL } from '../model/appraisal.ts'
import { purchasePath } from '../paths.ts'
import { checkAppraisal } from '../rules/appraisal/check-appraisal.ts'
import { findAppraisal, listControlTests, listSummaries } from '../store/appraisals.ts'
import { getPurchase } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { purchaseIdOf } from './ask-request.ts'
import { rankingShown } from './ranking-shown.ts'
import { ShowAppraisalView } from './show-appraisal.view.tsx'

export const appraisalPath = (purchaseId: string, part?: string): string =>
  purchasePath(purchaseId, part === undefined ? 'delivery-model' : `delivery-model/${part}`)
export const summaryPath = (purchaseId: string): string => `/delivery-models/${purchaseId}`

export const seeAppraisal = (request: PageRequest) =>
  inReading(request.ctx, async (db: Reader<ProcurementTables>) => {
    const id = purchaseIdOf(request)
    const purchase = await getPurchase(db, id)
    const appraisal = await findAppraisal(db, id)
    return {
      purchase,
      appraisal: appraisal ?? null,
      content: appraisal?.content ?? EMPTY_APPRAISAL,
      tests: testsOf(await listControlTests(db, id), today(request.ctx)),
      summaries: await listSummaries(db, id),
    }
  })

const show = async (request: PageRequest, errors: readonly FieldError[] = []): Promise<Answer> => {
  const { purchase, appraisal, content, tests, summaries } = await seeAppraisal(request)
  const faults = checkAppraisal(content).map(appraisalFaultSentence)
  const { permissions } = request.visitor
  const view = {
    title: purchase.title,
    at: appraisalPath(purchase.id),
    appraisal,
    content,
    ...rankingShown(content),
    faults,
    tests,
    summary: summaries[0] ? { href: summaryPath(purchase.id), on: summaries[0].publishedOn } : null,
    mayEdit: permissions.has('procurement.manage'),
    mayPublish:
      permissions.has('procurement.approve') && appraisal?.status === 'draft' && faults.length === 0,
    errors,
  }
  return page(`How it is delivered: ${purchase.title}`, h(ShowAppraisalView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink: { href: purchasePath(purchase.id), text: purchase.title },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request)

export const postPublish = async (request: PageRequest): Promise<Answer> => {
  const id = purchaseIdOf(request)
  const published = await publishAppraisal(request.ctx, id, Number(typed(request.form, 'seen')) || 0)
  return published.ok
    ? redirect(appraisalPath(id))
    : show(request, [{ field: '', message: APPRAISAL_REFUSALS[published.refusal] }])
}
