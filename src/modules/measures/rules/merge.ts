import type { Change, Entry, EntryKind, Side } from '../model/adaptation.ts'
import { ENTRY_KINDS } from '../model/adaptation.ts'
import type { Framework } from '../model.ts'
import { adaptFramework, changeKey, entriesOf, findEntry } from './adapt.ts'
import { differingFields, entryWith, type Fields, fieldOf } from './entry-fields.ts'
import { isSame } from './same-value.ts'

/**
 * One thing that differs between the old version, the new one and what is used here. `clash` needs a choice; the others
 * say what happens by itself.
 */
export type MergeItem = {
  readonly key: string
  readonly kind: EntryKind
  readonly code: string
  readonly name: string
  /** Null where the whole entry is meant. */
  readonly field: string | null
  readonly outcome: 'new' | 'gone' | 'taken' | 'kept' | 'alike' | 'clash'
  readonly was: unknown
  readonly theirs: unknown
  readonly ours: unknown
}

export type Merged = {
  readonly items: readonly MergeItem[]
  /** What the authority does differently from the new version. */
  readonly changes: readonly Change[]
  /** Keys of clashes without a choice; while there is one, nothing is to be stored. */
  readonly open: readonly string[]
}

type Sides = {
  readonly base: Framework
  readonly changes: readonly Change[]
  readonly theirs: Framework
}
type Settled = {
  readonly items: readonly MergeItem[]
  readonly change: Change | null
  readonly open: readonly string[]
}

const itemOf = (
  about: Pick<MergeItem, 'kind' | 'code' | 'name' | 'field' | 'outcome'>,
  values: Partial<Pick<MergeItem, 'was' | 'theirs' | 'ours'>> = {},
): MergeItem => ({
  key: about.field === null ? `${about.kind}.${about.code}` : `${about.kind}.${about.code}.${about.field}`,
  was: null,
  theirs: null,
  ours: null,
  ...about,
  ...values,
})

type Choices = ReadonlyMap<string, Side>

/** Fields changed here: kept where the origin left them alone, dropped where it did the same, chosen where it did otherwise. */
const settleFields = (change: Change, base: Entry, theirs: Entry, choices: Choices): Settled => {
  const about = { kind: change.kind, code: change.code, name: theirs.name }
  const items = Object.entries(change.fields).map(([field, ours]) => {
    const [was, new_] = [fieldOf(base, field), fieldOf(theirs, field)]
    const outcome = isSame(new_, ours) ? 'alike' : isSame(new_, was) ? 'kept' : 'clash'
    return itemOf({ ...about, field, outcome }, { was, theirs: new_, ours })
  })
  const clashes = items.filter(({ outcome }) => outcome === 'clash')
  const stays = ({ key, outcome }: MergeItem): boolean =>
    outcome === 'kept' || (outcome === 'clash' && choices.get(key) !== 'theirs')
  const fields = Object.fromEntries(items.filter(stays).map(({ field, ours }) => [field, ours]))
  return {
    items,
    change: Object.keys(fields).length > 0 ? { ...change, fields } : null,
    open: clashes.map(({ key }) => key).filter((key) => !choices.has(key)),
  }
}

const wholeClash = (item: MergeItem, choices: Choices, ours: Change | null): Settled => ({
  items: [item],
  change: choices.get(item.key) === 'theirs' ? null : ours,
  open: choices.has(item.key) ? [] : [item.key],
})

/** Changed or switched off here, and no longer in the new version. */
const settleGone = (change: Change, base: Entry, choices: Choices): Settled => {
  const about = { kind: change.kind, code: change.code, name: base.name, field: null }
  if (change.act === 'off') return { items: [itemOf({ ...about, outcome: 'alike' })], change: null, open: [] }
  const { code: _code, ...fields } = entryWith(base, change.fields) as Entry & Fields
  return wholeClash(itemOf({ ...about, outcome: 'clash' }, { was: base, ours: fields }), choices, {
    ...change,
    act: 'add',
    fields,
  })
}

const settleAdded = (change: Change, theirs: Entry | undefined, choices: Choices): Settled => {
  const added = { ...change.fields, code: change.code } as unknown as Entry
  const about = { kind: change.kind, code: change.code, name: added.name, field: null }
  if (!theirs) return { items: [itemOf({ ...about, outcome: 'kept' })], change, open: [] }
  const fields = differingFields(theirs, added)
  if (Object.keys(fields).length === 0)
    return { items: [itemOf({ ...about, outcome: 'alike' })], change: null, open: [] }
  return wholeClash(itemOf({ ...about, outcome: 'clash' }, { theirs, ours: added }), choices, {
    ...change,
    act: 'change',
    fields,
  })
}

const settle = ({ base, theirs }: Sides, change: Change, choices: Choices): Settled => {
  const { kind, code } = change
  const [old, new_] = [findEntry(base, kind, code), findEntry(theirs, kind, code)]
  if (change.act === 'add' || !old) return settleAdded(change, new_, choices)
  if (!new_) return settleGone(change, old, choices)
  if (change.act === 'change') return settleFields(change, old, new_, choices)
  const about = { kind, code, name: new_.name, field: null, outcome: 'kept' as const }
  return { items: [itemOf(about)], change, open: [] }
}

/** What only the origin has done: it comes in by itself. */
const takenItems = ({ base, theirs, changes }: Sides): MergeItem[] => {
  const touched = new Map(changes.map((change) => [changeKey(change), change]))
  return ENTRY_KINDS.flatMap((kind) => {
    const added = entriesOf(theirs, kind).flatMap((entry) => {
      const old = findEntry(base, kind, entry.code)
      const change = touched.get(changeKey({ kind, code: entry.code }))
      const about = { kind, code: entry.code, name: entry.name }
      if (!old) return change ? [] : [itemOf({ ...about, field: null, outcome: 'new' }, { theirs: entry })]
      return Object.entries(differingFields(old, entry))
        .filter(([field]) => change?.act !== 'off' && !(change && field in change.fields))
        .map(([field, value]) =>
          itemOf({ ...about, field, outcome: 'taken' }, { was: fieldOf(old, field), theirs: value }),
        )
    })
    const gone = entriesOf(base, kind)
      .filter(({ code }) => !findEntry(theirs, kind, code) && !touched.has(changeKey({ kind, code })))
      .map(({ code, name }) => itemOf({ kind, code, name, field: null, outcome: 'gone' }))
    return [...added, ...gone]
  })
}

/** What is kept needs the outcome and theme it stands under; where the new version has dropped them, they stay as our own. */
const withParents = ({ base, theirs, changes: old }: Sides, changes: readonly Change[]): Change[] => {
  const ours = adaptFramework(base, old)
  const kept = [...changes]
  const keep = (kind: EntryKind, code: string, because: string): void => {
    const known = findEntry(theirs, kind, code) || kept.some((each) => changeKey(each) === `${kind} ${code}`)
    const entry = findEntry(ours, kind, code)
    if (known || !entry) return
    const { code: _code, ...fields } = entry
    kept.push({ kind, code, act: 'add', fields, because })
  }
  for (const { kind, fields, because } of changes)
    if (kind === 'measure' && typeof fields.outcome === 'string') keep('outcome', fields.outcome, because)
  for (const { kind, fields, because } of kept.slice())
    if (kind === 'outcome' && typeof fields.theme === 'string') keep('theme', fields.theme, because)
  return kept
}

/**
 * Takes a new version of the origin in under the authority's own changes: three sides (old, new, ours), field by
 * field. What only one side has changed goes through; what both have changed differently is a clash and asks for a choice.
 */
export const mergeFramework = (sides: Sides, choices: Choices = new Map()): Merged => {
  const settled = sides.changes.map((change) => settle(sides, change, choices))
  const changes = settled.map(({ change }) => change).filter((change) => change !== null)
  return {
    items: [...settled.flatMap(({ items }) => items), ...takenItems(sides)],
    changes: withParents(sides, changes),
    open: settled.flatMap(({ open }) => open),
  }
}
