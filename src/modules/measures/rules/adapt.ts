import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { AdaptRefusal, Change, Entry, EntryKind } from '../model/adaptation.ts'
import type { Framework, Measure, Outcome, Theme } from '../model.ts'
import { differingFields, entryWith } from './entry-fields.ts'
import { isSame } from './same-value.ts'

export const entriesOf = (framework: Framework, kind: EntryKind): readonly Entry[] =>
  ({ theme: framework.themes, outcome: framework.outcomes, measure: framework.measures })[kind]

export const findEntry = (framework: Framework, kind: EntryKind, code: string): Entry | undefined =>
  entriesOf(framework, kind).find((entry) => entry.code === code)

export const changeKey = ({ kind, code }: Pick<Change, 'kind' | 'code'>): string => `${kind} ${code}`

const applyTo = <Kept extends Entry>(
  entries: readonly Kept[],
  kind: EntryKind,
  changes: readonly Change[],
): Kept[] => {
  const mine = new Map(changes.filter((change) => change.kind === kind).map((each) => [each.code, each]))
  if (mine.size === 0) return [...entries]
  const changed = entries.flatMap((entry) => {
    const change = mine.get(entry.code)
    if (!change || change.act === 'add') return [entry]
    return change.act === 'off' ? [] : [entryWith(entry, change.fields)]
  })
  const known = new Set(entries.map(({ code }) => code))
  const added = [...mine.values()]
    .filter(({ act, code }) => act === 'add' && !known.has(code))
    .map(({ code, fields }) => ({ ...fields, code }) as unknown as Kept)
  return [...changed, ...added]
}

/** A framework as an authority uses it: the origin with its changes. What is switched off takes what lies beneath along. */
export const adaptFramework = (origin: Framework, changes: readonly Change[]): Framework => {
  const themes = applyTo<Theme>(origin.themes, 'theme', changes)
  const themeCodes = new Set(themes.map(({ code }) => code))
  const outcomes = applyTo<Outcome>(origin.outcomes, 'outcome', changes).filter(({ theme }) =>
    themeCodes.has(theme),
  )
  const outcomeCodes = new Set(outcomes.map(({ code }) => code))
  const measures = applyTo<Measure>(origin.measures, 'measure', changes).filter(({ outcome }) =>
    outcomeCodes.has(outcome),
  )
  return { ...origin, themes, outcomes, measures }
}

/** A measure that was given pounds of the authority's own stands on the authority's word, not on the origin's status. */
const withOwnStatus = (origin: Entry, edited: Entry): Entry => {
  if (!('proxy' in edited) || !('proxy' in origin) || isSame(origin.proxy, edited.proxy)) return edited
  return { ...edited, status: edited.proxy === null ? 'report-only' : 'ready' }
}

type Edit = { readonly kind: EntryKind; readonly entry: Entry; readonly because: string }

/**
 * The change that makes an entry what somebody wrote, with the reason. Null where it is now as published, so that
 * nothing differs any more. Anything may be changed without anybody's leave; only a reason is asked for.
 */
export const decideChange = (
  origin: Framework,
  changes: readonly Change[],
  { kind, entry, because }: Edit,
): Decision<Change | null, AdaptRefusal> => {
  if (because.trim() === '') return refuse('because-missing')
  const said = { kind, code: entry.code, because: because.trim() }
  const published = findEntry(origin, kind, entry.code)
  const before = changes.find((change) => changeKey(change) === changeKey(said))
  if (!published) {
    if (before?.act !== 'add') return refuse('unknown-entry', { code: entry.code })
    const { code: _code, ...fields } = entry
    return accept({ ...said, act: 'add', fields })
  }
  const fields = differingFields(published, withOwnStatus(published, entry))
  if (Object.keys(fields).length === 0) return before ? accept(null) : refuse('nothing-changed')
  return accept({ ...said, act: 'change', fields })
}

/** A theme, outcome or measure of the authority's own, under a code that nothing else has. */
export const decideAddition = (
  origin: Framework,
  changes: readonly Change[],
  { kind, entry, because }: Edit,
): Decision<Change, AdaptRefusal> => {
  if (because.trim() === '') return refuse('because-missing')
  const isTaken =
    findEntry(origin, kind, entry.code) ??
    changes.find((each) => changeKey(each) === changeKey({ kind, code: entry.code }))
  if (isTaken) return refuse('code-taken', { code: entry.code })
  const { code, ...fields } = entry
  return accept({ kind, code, act: 'add', fields, because: because.trim() })
}

/** Switches an entry off. One's own addition is taken away instead: null. */
export const decideSwitchOff = (
  origin: Framework,
  changes: readonly Change[],
  { kind, code, because }: Pick<Change, 'kind' | 'code' | 'because'>,
): Decision<Change | null, AdaptRefusal> => {
  if (because.trim() === '') return refuse('because-missing')
  if (findEntry(origin, kind, code))
    return accept({ kind, code, act: 'off', fields: {}, because: because.trim() })
  const isOwn = changes.some(
    (change) => change.act === 'add' && changeKey(change) === changeKey({ kind, code }),
  )
  return isOwn ? accept(null) : refuse('unknown-entry', { code })
}
