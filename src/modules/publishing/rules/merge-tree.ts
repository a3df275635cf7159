import { isList, isObject, type Json, type JsonObject, writtenOut } from '../model/json.ts'
import type { FieldPath, MergeRules, MergeWarning, Version } from '../model/merging.ts'

type ValueNode = { readonly kind: 'value'; readonly versions: Version[] }
type ObjectNode = { readonly kind: 'object'; readonly fields: Map<string, Node> }
/** Objects by their `id`; those without one are never the same as another. */
type Item = { readonly id: Json | undefined; readonly node: ObjectNode; isRemoved: boolean }
type ListNode = { readonly kind: 'list'; readonly items: Map<string, Item> }
type Node = ValueNode | ObjectNode | ListNode

export type MergeTree = ObjectNode
export const emptyTree = (): MergeTree => ({ kind: 'object', fields: new Map() })

/** The place where one release has a value and another has an object or a list. */
export type Clash = { readonly clash: string }

export type Merging = {
  readonly rules: MergeRules
  readonly version: Omit<Version, 'value'>
  readonly warnings: MergeWarning[]
}

const isSame = (a: Json, b: Json): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** Of two values in one release (objects that share an id) the later one is what it says. */
const record = (node: ValueNode, value: Json, { version }: Merging): void => {
  const { releaseID, releaseDate } = node.versions.at(-1) ?? {}
  if (releaseID === version.releaseID && releaseDate === version.releaseDate) node.versions.pop()
  const last = node.versions.at(-1)
  if (last === undefined || !isSame(last.value, value)) node.versions.push({ ...version, value })
}

/** A null takes away all that is under a field. */
const remove = (node: Node, merging: Merging): void => {
  if (node.kind === 'value') record(node, null, merging)
  else if (node.kind === 'object') for (const field of node.fields.values()) remove(field, merging)
  else
    for (const item of node.items.values()) {
      item.isRemoved = true
      remove(item.node, merging)
    }
}

type Kind = Node['kind']
const kindOf = (value: Json, path: FieldPath, rules: MergeRules): Kind | 'nothing' => {
  if (rules.isWholeList(path)) return 'value'
  if (isList(value)) {
    if (value.some((item) => !isObject(item))) return 'value'
    return value.length === 0 ? 'nothing' : 'list'
  }
  if (!isObject(value)) return 'value'
  return Object.keys(value).length === 0 ? 'nothing' : 'object'
}

const isNulled = (node: Node): boolean => node.kind === 'value' && node.versions.at(-1)?.value === null

const emptyNode = (kind: Kind): Node => {
  if (kind === 'value') return { kind, versions: [] }
  return kind === 'object' ? { kind, fields: new Map() } : { kind, items: new Map() }
}

/** Whole-number ids and the same digits as text name the same object; the first one's form is kept. */
const addItems = (list: ListNode, items: readonly Json[], path: FieldPath, merging: Merging): void => {
  const seen = new Set<string>()
  for (const [position, value] of items.entries()) {
    if (!isObject(value) || Object.keys(value).length === 0) continue
    const { id = null } = value
    const isNamed = id !== null && !isObject(id) && !isList(id)
    const key = isNamed
      ? `id:${writtenOut(id)}`
      : `none:${writtenOut(merging.version.releaseID)}:${list.items.size}:${position}`
    if (isNamed && seen.has(key))
      merging.warnings.push({ code: 'duplicate-id', path: path.join('/'), id: writtenOut(id) })
    seen.add(key)
    const item = list.items.get(key) ?? { id: isNamed ? id : undefined, node: emptyTree(), isRemoved: false }
    item.isRemoved = false
    list.items.set(key, item)
    const rest = Object.fromEntries(Object.entries(value).filter(([name]) => !isNamed || name !== 'id'))
    addFields(item.node, rest, path, merging)
  }
}

class ClashError extends Error {}

const addField = (parent: ObjectNode, key: string, value: Json, path: FieldPath, merging: Merging): void => {
  const kind = kindOf(value, path, merging.rules)
  if (merging.rules.isOmitted(path) || kind === 'nothing') return
  const held = parent.fields.get(key)
  if (value === null && held) return remove(held, merging)
  const isFresh = !held || (isNulled(held) && kind !== 'value')
  if (!isFresh && held.kind !== kind) throw new ClashError(path.join('/'))
  const node = isFresh ? emptyNode(kind) : held
  parent.fields.set(key, node)
  if (node.kind === 'value') record(node, value, merging)
  else if (node.kind === 'object') addFields(node, value as JsonObject, path, merging)
  else addItems(node, value as readonly Json[], path, merging)
}

const addFields = (node: ObjectNode, fields: JsonObject, path: FieldPath, merging: Merging): void => {
  for (const [key, value] of Object.entries(fields)) addField(node, key, value, [...path, key], merging)
}

/** Lays one release over the tree; returns where it cannot be, if so. */
export const addRelease = (tree: MergeTree, release: JsonObject, merging: Merging): Clash | null => {
  try {
    addFields(tree, release, [], merging)
    return null
  } catch (error) {
    if (error instanceof ClashError) return { clash: error.message }
    throw error
  }
}

/** `fromEntries` defines own fields, so a key such as `__proto__` stays a key. */
const objectOf = (entries: readonly (readonly [string, Json | undefined])[]): JsonObject | undefined => {
  const present = entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined)
  return present.length === 0 ? undefined : Object.fromEntries(present)
}

const project = (
  node: Node,
  valueOf: (node: ValueNode) => Json | undefined,
  keepsRemoved: boolean,
): Json | undefined => {
  if (node.kind === 'value') return valueOf(node)
  if (node.kind === 'object')
    return objectOf(
      [...node.fields].map(([key, field]) => [key, project(field, valueOf, keepsRemoved)] as const),
    )
  const items = [...node.items.values()]
    .filter((item) => keepsRemoved || !item.isRemoved)
    .map((item) => {
      const fields = project(item.node, valueOf, keepsRemoved)
      const own = isObject(fields) ? Object.entries(fields) : []
      return Object.fromEntries(item.id === undefined ? own : [['id', item.id], ...own])
    })
  return items.length === 0 ? undefined : items
}

/** What holds after the last release. */
export const latestOf = (tree: MergeTree): JsonObject =>
  (project(tree, ({ versions }) => versions.at(-1)?.value ?? undefined, false) ?? {}) as JsonObject

/** Every value each field had. */
export const historyOf = (tree: MergeTree): JsonObject =>
  (project(tree, ({ versions }) => versions, true) ?? {}) as JsonObject
