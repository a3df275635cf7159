import { type MultiplierSheet, type MultiplierSheetKind, SHEET_KINDS } from '../../model/multiplier.ts'

/** Which sheets somebody looks for; null where they do not say. */
export type SheetSearch = {
  readonly words: string | null
  readonly kind: MultiplierSheetKind | null
  readonly isAnswered: boolean | null
}

export const SHEET_ORDERS = ['name', 'kind', 'paid', 'answered'] as const
export type SheetOrder = (typeof SHEET_ORDERS)[number]

/** What an address or a command line asks for; what makes no sense is as if it were not there. */
export const readSheetSearch = (
  query: Readonly<Record<'search' | 'kind' | 'answered', string | undefined>>,
): SheetSearch => ({
  words: (query.search ?? '').trim().slice(0, 200).toLowerCase() || null,
  kind: SHEET_KINDS.find((kind) => kind === query.kind) ?? null,
  isAnswered: query.answered === 'yes' ? true : query.answered === 'no' ? false : null,
})

const COMPARE: Readonly<Record<SheetOrder, (a: MultiplierSheet, b: MultiplierSheet) => number>> = {
  name: (a, b) => a.name.localeCompare(b.name, 'en-GB'),
  kind: (a, b) => SHEET_KINDS.indexOf(a.kind) - SHEET_KINDS.indexOf(b.kind),
  paid: (a, b) => a.paidPence - b.paidPence,
  answered: (a, b) => Number(a.answeredAt !== null) - Number(b.answeredAt !== null),
}

/** The sheets that are looked for, in the order that is asked for; sheets that are level stay as they were. */
export const narrowSheets = (
  sheets: readonly MultiplierSheet[],
  { words, kind, isAnswered }: SheetSearch,
  order: SheetOrder,
  isDescending: boolean,
): MultiplierSheet[] =>
  sheets
    .filter(
      (sheet) =>
        (words === null || sheet.name.toLowerCase().includes(words)) &&
        (kind === null || sheet.kind === kind) &&
        (isAnswered === null || (sheet.answeredAt !== null) === isAnswered),
    )
    .toSorted((a, b) => (isDescending ? -1 : 1) * COMPARE[order](a, b))
