import { h } from 'preact'
import { type IdentityTables, listOrganisations, type Organisation } from '#identity'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import type { Purchase } from '../model/purchase.ts'
import { publicPurchases, totalPurchases } from '../rules/pipeline.ts'
import { wholeValue } from '../rules/purchase-value.ts'
import { listPurchases } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { totalsBasis } from './basis.ts'
import { placeNames } from './place-names.ts'
import { type PublicBuyer, PublicPipelineView, type PublicPurchase } from './public-pipeline.view.tsx'

/** The fields that leave the building, and no others. */
const shownOf = async (ctx: PageRequest['ctx'], purchase: Purchase): Promise<PublicPurchase> => ({
  title: purchase.title,
  purpose: purchase.purpose,
  kind: purchase.kind,
  stage: purchase.stage,
  category: purchase.category,
  department: purchase.department,
  places: await placeNames(ctx, purchase.placeIds),
  wholePence: wholeValue(purchase),
  tenderOn: purchase.tenderOn,
  startsOn: purchase.startsOn,
  endsOn: purchase.endsOn,
})

const readBuyer = async (request: PageRequest, organisation: Organisation): Promise<PublicBuyer[]> => {
  const ctx = { ...request.ctx, authorityId: organisation.id }
  const found = publicPurchases(await inReading<ProcurementTables, Purchase[]>(ctx, listPurchases))
  if (found.length === 0) return []
  const sorted = found.sort((a, b) => ((a.tenderOn ?? '9999') < (b.tenderOn ?? '9999') ? -1 : 1))
  const rows: PublicPurchase[] = []
  for (const purchase of sorted) rows.push(await shownOf(ctx, purchase))
  return [
    { name: organisation.name, slug: organisation.slug, rows, basis: totalsBasis(totalPurchases(found)) },
  ]
}

/** What each authority means to buy, for anybody: only purchases marked public. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const organisations = await inReading<IdentityTables, Organisation[]>(request.ctx, (db) =>
    listOrganisations(db, { authorities: true }),
  )
  const buyers: PublicBuyer[] = []
  for (const organisation of organisations) buyers.push(...(await readBuyer(request, organisation)))
  return page('What councils mean to buy', h(PublicPipelineView, { buyers }), {
    width: 'wide',
    description: 'Purchases that are planned, with their value and dates, so that suppliers can prepare.',
  })
}
