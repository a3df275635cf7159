import { lastPage, listHref, type Query } from '../../../platform/views/table-state.ts'
import { fieldName } from '../messages/field-words.ts'
import type { Side } from '../model/adaptation.ts'
import type { MergeItem } from '../rules/merge.ts'

/** Measures go by their name; a theme or outcome says that it is one, as measures are often called alike. */
export const nameOf = ({ kind, name }: MergeItem): string => (kind === 'measure' ? name : `${name} (${kind})`)
export const partOf = ({ field }: MergeItem): string => (field === null ? 'The whole' : fieldName(field))

export const MERGE_OUTCOMES: Readonly<Record<MergeItem['outcome'], string>> = {
  new: 'New; comes in',
  gone: 'No longer in it; goes out',
  taken: 'Changed there; comes in',
  kept: 'Changed here only; stays as we have it',
  alike: 'The same on both sides now',
  clash: 'Changed on both sides',
}

const byName = (a: MergeItem, b: MergeItem): number =>
  nameOf(a).localeCompare(nameOf(b), 'en-GB') || partOf(a).localeCompare(partOf(b), 'en-GB')
const SORTS = {
  name: byName,
  part: (a: MergeItem, b: MergeItem) => partOf(a).localeCompare(partOf(b), 'en-GB') || byName(a, b),
  outcome: (a: MergeItem, b: MergeItem) =>
    MERGE_OUTCOMES[a.outcome].localeCompare(MERGE_OUTCOMES[b.outcome], 'en-GB') || byName(a, b),
} as const
export const MERGE_SORTS = { name: 'What it is', part: 'Part', outcome: 'What happens' } as const
type Sort = keyof typeof SORTS

/** Which part of the two lists a page shows. It lives in the address. */
export type MergeState = {
  readonly find: string
  /** Of what happens by itself: one outcome only. Of what is to be chosen: `open` for what has no side yet. */
  readonly show: string
  readonly sort: Sort
  readonly page: number
  readonly clash: number
}

const textOf = (query: Query, name: string): string => String(query[name] ?? '').slice(0, 100)
const pageIn = (text: string): number => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1)

export const readMergeState = (query: Query): MergeState => {
  const [show, sort] = [textOf(query, 'show'), textOf(query, 'sort')]
  return {
    find: textOf(query, 'find').trim(),
    show: show === 'open' || Object.hasOwn(MERGE_OUTCOMES, show) ? show : '',
    sort: Object.hasOwn(SORTS, sort) ? (sort as Sort) : 'name',
    page: pageIn(textOf(query, 'page')),
    clash: pageIn(textOf(query, 'clash')),
  }
}

export const mergeHref = (path: string, { find, show, sort, page, clash }: MergeState): string =>
  listHref(
    path,
    {},
    {
      find: find || undefined,
      show: show || undefined,
      sort: sort === 'name' ? undefined : sort,
      page: page > 1 ? String(page) : undefined,
      clash: clash > 1 ? String(clash) : undefined,
    },
  )

export const FEW = 20
type Part<Item> = {
  readonly rows: readonly Item[]
  readonly page: number
  readonly last: number
  readonly total: number
  readonly from: number
}
const partAt = (rows: readonly MergeItem[], wanted: number): Part<MergeItem> => {
  const last = lastPage(rows.length, FEW)
  const page = Math.min(wanted, last)
  const from = (page - 1) * FEW
  return { rows: rows.slice(from, from + FEW), page, last, total: rows.length, from }
}

/** The two lists of a merge as a page shows them: what is to be chosen, and what happens by itself. */
export const mergeLists = (
  items: readonly MergeItem[],
  choices: ReadonlyMap<string, Side>,
  state: MergeState,
) => {
  const clashes = items.filter(({ outcome }) => outcome === 'clash')
  const open = clashes.filter(({ key }) => !choices.has(key))
  const found = (item: MergeItem): boolean =>
    `${nameOf(item)} ${item.code} ${partOf(item)}`.toLowerCase().includes(state.find.toLowerCase())
  const shown = (state.show === 'open' ? open : clashes).filter(found).toSorted(SORTS[state.sort])
  const others = items
    .filter(({ outcome }) => outcome !== 'clash')
    .filter(({ outcome }) => !Object.hasOwn(MERGE_OUTCOMES, state.show) || outcome === state.show)
    .filter(found)
    .toSorted(SORTS[state.sort])
  return {
    isLong: clashes.length > FEW || items.length - clashes.length > FEW,
    toChoose: clashes.length,
    open: open.length,
    clashes: partAt(shown, state.clash),
    others: partAt(others, state.page),
  }
}
export type MergeLists = ReturnType<typeof mergeLists>
