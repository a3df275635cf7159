import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { explainPurchase } from '../law-of-purchase.ts'
import { purchasePath } from '../paths.ts'
import { readTimetable } from '../timetable-of-purchase.ts'
import { purchaseOfRequest } from './purchase-request.ts'
import { PurchaseTimetableView } from './purchase-timetable.view.tsx'

export const get = async (request: PageRequest): Promise<Answer> => {
  const purchase = await purchaseOfRequest(request)
  const view = {
    purchase,
    entries: readTimetable(purchase),
    questions: explainPurchase(purchase).questions,
  }
  return page(`Timetable: ${purchase.title}`, h(PurchaseTimetableView, view), {
    backLink: { href: purchasePath(purchase.id), text: purchase.title },
    width: 'wide',
  })
}
