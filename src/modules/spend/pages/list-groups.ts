import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import type { SupplierGroup } from '../model/groups.ts'
import { readDeciders } from '../review.ts'
import { countSuggestions, type GroupSuggestion, listGroups, listSuggestions } from '../store/groups.ts'
import type { SpendTables } from '../tables.ts'
import { ListGroupsView } from './list-groups.view.tsx'

const PAGE_SIZE = 20

type Found = {
  readonly groups: SupplierGroup[]
  readonly suggestions: GroupSuggestion[]
  readonly total: number
}

export const get = async ({ ctx, query }: PageRequest): Promise<Answer> => {
  const state = readTableState(query, { sortable: [], pageSize: PAGE_SIZE })
  const { groups, suggestions, total } = await inReading<SpendTables, Found>(ctx, async (db) => ({
    groups: await listGroups(db),
    suggestions: await listSuggestions(db, PAGE_SIZE, (state.page - 1) * PAGE_SIZE),
    total: await countSuggestions(db),
  }))
  const nameOf = await readDeciders(ctx)
  const body = h(ListGroupsView, {
    groups: groups.map((group) => ({ ...group, by: nameOf(group.madeBy) })),
    suggestions,
    paging: { path: '/spend/suppliers/groups', query, state, total },
  })
  return page('Groups of companies', body, {
    width: 'wide',
    backLink: { href: '/spend/suppliers', text: 'Suppliers' },
  })
}
