import { readTableState, type TableState } from '../../../../platform/views/views.ts'
import { ENTRY_STATES } from '../../model/directory.ts'
import {
  ENTRY_ORDERS,
  type EntryOrder,
  type EntryPage,
  type EntrySearch,
} from '../../store/directory/entries.ts'

type Query = Readonly<Record<string, string | undefined>>

/** Which entries the address asks for; without a word, those that wait. */
export const readEntrySearch = (query: Query): EntrySearch => ({
  state: query.state === 'all' ? null : (ENTRY_STATES.find((state) => state === query.state) ?? 'waiting'),
  words: (query.search ?? '').replaceAll('\0', '').trim().slice(0, 200) || null,
})

export const readEntryTable = (query: Query): TableState =>
  readTableState(query, { sortable: [...ENTRY_ORDERS], defaultSort: 'proposed' })

export const entryPageOf = ({ sort, direction, page, pageSize }: TableState): EntryPage => ({
  order: sort as EntryOrder,
  isDescending: direction === 'descending',
  limit: pageSize,
  offset: (page - 1) * pageSize,
})
