import type { AskContent, AskLine, AskLot, AwardCriterion } from '../../model/ask.ts'

export type AskChange = {
  readonly part: 'measure' | 'criterion' | 'lot' | 'text'
  readonly what: string
  readonly act: 'added' | 'removed' | 'changed'
  /** Field by field for what was changed. */
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[]
}

const show = (value: unknown): string => {
  if (value === null || value === '') return '–'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  return Array.isArray(value) ? `${value.length}` : String(value)
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

type Fields = Readonly<Record<string, unknown>>

const fieldsBetween = (before: Fields, after: Fields): AskChange['fields'] =>
  Object.keys(after)
    .filter((field) => !same(before[field], after[field]))
    .map((field) => ({ field, before: show(before[field]), after: show(after[field]) }))

const between = <Item extends Fields>(
  part: AskChange['part'],
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
  nameOf: (item: Item) => string,
): AskChange[] => {
  const old = new Map(before.map((item) => [keyOf(item), item]))
  const now = new Map(after.map((item) => [keyOf(item), item]))
  return [
    ...before
      .filter((item) => !now.has(keyOf(item)))
      .map((item): AskChange => ({ part, what: nameOf(item), act: 'removed', fields: [] })),
    ...after.flatMap((item): AskChange[] => {
      const was = old.get(keyOf(item))
      if (!was) return [{ part, what: nameOf(item), act: 'added', fields: [] }]
      const fields = fieldsBetween(was, item)
      return fields.length > 0 ? [{ part, what: nameOf(item), act: 'changed', fields }] : []
    }),
  ]
}

const TEXTS = [
  'introduction',
  'isForSmallSuppliers',
  'isVolumeGuaranteed',
  'weightReason',
  'lotsReason',
  'proportionReason',
] as const satisfies readonly (keyof AskContent)[]

/** What one revision says that the one before did not, part by part; empty where nothing was changed. */
export const compareAsks = (before: AskContent, after: AskContent): AskChange[] => [
  ...between<AskLine>(
    'measure',
    before.lines,
    after.lines,
    ({ framework, measure }) => `${framework} ${measure}`,
    ({ name }) => name,
  ),
  ...between<AwardCriterion>(
    'criterion',
    before.criteria,
    after.criteria,
    ({ name }) => name,
    ({ name }) => name,
  ),
  ...between<AskLot>(
    'lot',
    before.lots,
    after.lots,
    ({ name }) => name,
    ({ name }) => name,
  ),
  ...TEXTS.filter((field) => !same(before[field], after[field])).map(
    (field): AskChange => ({
      part: 'text',
      what: field,
      act: 'changed',
      fields: [{ field, before: show(before[field]), after: show(after[field]) }],
    }),
  ),
]
