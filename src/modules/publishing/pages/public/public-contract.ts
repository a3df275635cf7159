import { h } from 'preact'
import { today } from '../../../../platform/context.ts'
import { NotFound } from '../../../../platform/errors.ts'
import { type Answer, page } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { listReleases } from '../../store/log.ts'
import { findProcess } from '../../store/processes.ts'
import { findPublicRow, listExtras, listPromises } from '../../store/public-site.ts'
import { publisherAt, readPublic } from '../open-data/request.ts'
import { publicContractsPath, publicPath } from '../paths.ts'
import { contractFacts } from './contract-facts.ts'
import { PublicContractView } from './public-contract.view.tsx'
import { readStories } from './read-stories.ts'

const MOST_STORIES = 20

/** One purchase or contract as it was published, with the history of its releases. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const { slug = '', ocid = '' } = request.params
  const view = await readPublic(request, async (db) => {
    const { authorityId, organisation } = await publisherAt(db, slug)
    const row = await findPublicRow(db, authorityId, ocid)
    const process = await findProcess(db, authorityId, ocid)
    if (!row || !process) throw new NotFound('Nothing is published at this address.')
    return {
      slug,
      name: organisation.name,
      row,
      on: today(request.ctx),
      facts: contractFacts(process.compiled),
      promises: await listPromises(db, authorityId, ocid),
      extras: await listExtras(db, authorityId, ocid),
      stories: await readStories(db, authorityId, ocid, MOST_STORIES),
      history: (await listReleases(db, authorityId, ocid)).map(({ id, date, tag }) => ({
        id: String(id),
        date: String(date),
        tag: String(tag),
      })),
    }
  })
  return page(view.row.title, h(PublicContractView, view), {
    width: 'wide',
    isCached: true,
    breadcrumbs: [
      { text: view.name, href: publicPath(slug) },
      { text: 'Contracts and plans', href: publicContractsPath(slug) },
      { text: view.row.title },
    ],
    description: `${view.row.title}: what ${view.name} bought, from whom, for how much, and what came of it.`,
  })
}
