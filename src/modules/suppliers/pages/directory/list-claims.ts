import { h } from 'preact'
import type { Reader } from '../../../../platform/database.ts'
import { type Answer, page } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { readTableState } from '../../../../platform/views/views.ts'
import { countOpenClaims, listOpenClaims } from '../../store/directory/claims.ts'
import type { SupplierTables } from '../../tables.ts'
import { ListClaimsView } from './list-claims.view.tsx'
import { CLAIMS_PATH, MODERATION_PATH } from './paths.ts'

export const get = async ({ ctx, query }: PageRequest): Promise<Answer> => {
  const state = readTableState(query, { sortable: [] })
  const { claims, total } = await inReading(ctx, async (db: Reader<SupplierTables>) => ({
    claims: await listOpenClaims(db, state.pageSize, (state.page - 1) * state.pageSize),
    total: await countOpenClaims(db),
  }))
  return page(
    'Claims that wait',
    h(ListClaimsView, { claims, paging: { path: CLAIMS_PATH, query, state, total } }),
    { width: 'wide', backLink: { href: MODERATION_PATH, text: 'Moderate the directory' } },
  )
}
