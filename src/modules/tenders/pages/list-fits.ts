import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { readFits } from '../read-fits.ts'
import { ListFitsView } from './list-fits.view.tsx'

const PAGE_SIZE = 20

/** Open opportunities for one supplier of the directory. Everything on it is public already. */
export const get = async ({ ctx, params, query }: PageRequest): Promise<Answer> => {
  const entryId = params.entryId ?? ''
  const { listing, fits } = await readFits(ctx, entryId)
  const state = readTableState(query, { sortable: [], pageSize: PAGE_SIZE })
  const from = (state.page - 1) * PAGE_SIZE
  const body = h(ListFitsView, {
    listing,
    rows: fits.slice(from, from + PAGE_SIZE),
    paging: { path: `/opportunities/for/${entryId}`, query, state, total: fits.length },
    apiHref: `/api/v1/directory/${entryId}/opportunities`,
  })
  return page(`Opportunities for ${listing.content.name}`, body, {
    width: 'wide',
    backLink: { href: `/directory/entries/${entryId}`, text: listing.content.name },
  })
}
