import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import { type Answer as PageAnswer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import type { Answer } from '../law/answer.ts'
import { explainPurchase } from '../law-of-purchase.ts'
import { readLocalAnswers } from '../local-rules-of-purchase.ts'
import { TOPIC_NAMES } from '../messages/law-words.ts'
import type { LocalAnswer } from '../model/local-rule.ts'
import { purchasePath } from '../paths.ts'
import { mayEdit } from '../rules/purchase.ts'
import type { ProcurementTables } from '../tables.ts'
import { type AnswerGroup, PurchaseLawView } from './purchase-law.view.tsx'
import { mayManage, purchaseOfRequest } from './purchase-request.ts'

const SHOWN = ['relevant', 'all'] as const

/** The answers by topic, topics in the order in which a purchase meets them. */
export const groupAnswers = (answers: readonly Answer[]): AnswerGroup[] =>
  [...Map.groupBy(answers, ({ topic }) => topic)].map(([topic, group]) => ({
    id: topic,
    title: TOPIC_NAMES[topic],
    answers: group,
  }))

export const get = async (request: PageRequest): Promise<PageAnswer> => {
  const purchase = await purchaseOfRequest(request)
  const law = explainPurchase(purchase)
  const show = SHOWN.find((each) => each === request.query.show) ?? 'relevant'
  const relevant = law.answers.filter(({ applies }) => applies !== false)
  const local = await inReading<ProcurementTables, LocalAnswer[]>(request.ctx, (db) =>
    readLocalAnswers(db, purchase, today(request.ctx)),
  )
  const view = {
    purchase,
    law,
    local: show === 'all' ? local : local.filter(({ applies }) => applies !== false),
    show,
    groups: groupAnswers(show === 'all' ? law.answers : relevant),
    hidden: law.answers.length - relevant.length,
    mayAnswer: mayManage(request) && mayEdit(purchase),
  }
  return page(`What the law says: ${purchase.title}`, h(PurchaseLawView, view), {
    backLink: { href: purchasePath(purchase.id), text: purchase.title },
    width: 'wide',
  })
}
