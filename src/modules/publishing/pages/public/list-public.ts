import { h } from 'preact'
import { type Answer, page } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { totalPublic } from '../../store/public-site.ts'
import { readPublic, readPublishers } from '../open-data/request.ts'
import { ListPublicView } from './list-public.view.tsx'

/** Who shows here what it bought. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const rows = await readPublic(request, async (db) => {
    const publishers = await readPublishers(db)
    return Promise.all(
      publishers.map(async ({ authorityId, organisation: { name, slug } }) => ({
        name,
        slug,
        totals: await totalPublic(db, authorityId),
      })),
    )
  })
  return page('What public money buys', h(ListPublicView, { rows }), {
    isCached: true,
    description:
      'What councils and other public bodies bought, from whom, for how much, and what came of it.',
  })
}
