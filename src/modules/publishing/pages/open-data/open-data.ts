import { h } from 'preact'
import { type Answer, page } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { listEditions } from '../../store/editions.ts'
import { endOfLog } from '../../store/log.ts'
import { totalPublic } from '../../store/public-site.ts'
import { OpenDataView } from './open-data.view.tsx'
import { readPublic, readPublishers } from './request.ts'

/** What there is, of whom, for which time, how to fetch it, and under which licence. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const view = await readPublic(request, async (db) => {
    const publishers = await readPublishers(db)
    const editions = await listEditions(db, null)
    const rows = []
    for (const { authorityId, organisation, ocidPrefix } of publishers)
      rows.push({
        name: organisation.name,
        slug: organisation.slug,
        ocidPrefix,
        totals: await totalPublic(db, authorityId),
        end: await endOfLog(db, authorityId),
        editions: editions.filter((edition) => edition.authorityId === authorityId),
      })
    return { publishers: rows, end: await endOfLog(db, null) }
  })
  return page('Open data', h(OpenDataView, { ...view, siteUrl: request.ctx.siteUrl }), {
    width: 'wide',
    isCached: true,
    description:
      'Purchases, contracts, payments and verified social value as open data: OCDS, 360Giving and CSV.',
  })
}
