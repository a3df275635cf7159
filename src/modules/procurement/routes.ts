import type { PageRoute } from '../../platform/http/route.ts'
import * as answerLawFacts from './pages/answer-law-facts.ts'
import * as editPurchase from './pages/edit-purchase.ts'
import * as listPurchases from './pages/list-purchases.ts'
import * as newPurchase from './pages/new-purchase.ts'
import * as procurementHome from './pages/procurement-home.ts'
import * as publicPipeline from './pages/public-pipeline.ts'
import * as purchaseLaw from './pages/purchase-law.ts'
import * as showPurchase from './pages/show-purchase.ts'

const read = (path: string, page: string, audit: string, handle: PageRoute['handle']): PageRoute => ({
  method: 'GET',
  path,
  access: 'procurement.read',
  audit,
  page: `procurement/pages/${page}`,
  handle,
})

const manage = (
  method: PageRoute['method'],
  path: string,
  page: string,
  audit: string,
  handle: PageRoute['handle'],
): PageRoute => ({ ...read(path, page, audit, handle), method, access: 'procurement.manage' })

const purchase = '/procurement/purchases/:purchaseId'

const purchases: readonly PageRoute[] = [
  read('/procurement', 'procurement-home', 'PURCHASES_HOME_READ', procurementHome.get),
  read('/procurement/pipeline', 'list-purchases', 'PIPELINE_READ', listPurchases.get),
  read('/procurement/pipeline.:format', 'list-purchases', 'PIPELINE_EXPORTED', listPurchases.getExport),
  manage('GET', '/procurement/purchases/new', 'new-purchase', 'PURCHASE_FORM_READ', newPurchase.get),
  manage('POST', '/procurement/purchases/new', 'new-purchase', 'PURCHASE_CREATED', newPurchase.post),
  read(purchase, 'show-purchase', 'PURCHASE_READ', showPurchase.get),
  manage('POST', `${purchase}/stage`, 'show-purchase', 'PURCHASE_STAGE_MOVED', showPurchase.post),
  manage('GET', `${purchase}/edit`, 'edit-purchase', 'PURCHASE_FORM_READ', editPurchase.get),
  manage('POST', `${purchase}/edit`, 'edit-purchase', 'PURCHASE_CHANGED', editPurchase.post),
  {
    ...read('/opportunities/pipeline', 'public-pipeline', 'PUBLIC_PIPELINE_READ', publicPipeline.get),
    access: 'public',
    limitPerMinute: 120,
  },
]

const law: readonly PageRoute[] = [
  read(`${purchase}/law`, 'purchase-law', 'PURCHASE_LAW_READ', purchaseLaw.get),
  manage('GET', `${purchase}/law/facts`, 'answer-law-facts', 'LAW_FACTS_FORM_READ', answerLawFacts.get),
  manage('POST', `${purchase}/law/facts`, 'answer-law-facts', 'LAW_FACTS_ANSWERED', answerLawFacts.post),
]

export const pages: readonly PageRoute[] = [...purchases, ...law]
