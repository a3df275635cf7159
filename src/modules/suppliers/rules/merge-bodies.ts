import type { NameHit, RegisterEntry, RegisterKind } from '../model.ts'

/** Which register knows most of a body. */
const PRECEDENCE: Readonly<Record<RegisterKind, number>> = {
  'companies-house': 0,
  'charity-commission': 1,
  mutuals: 2,
  plain: 3,
}

const comesBefore = (one: RegisterEntry, other: RegisterEntry): boolean => {
  const rank = PRECEDENCE[one.registerKind] - PRECEDENCE[other.registerKind]
  return rank === 0 ? one.asOf > other.asOf : rank < 0
}

const identity = (entry: RegisterEntry): string => `${entry.scheme} ${entry.number}`

const bestOfEach = <Item>(
  items: readonly Item[],
  entryOf: (item: Item) => RegisterEntry,
  keyOf: (item: Item) => string,
): Item[] => {
  const best = new Map<string, Item>()
  for (const item of items) {
    const known = best.get(keyOf(item))
    if (known === undefined || comesBefore(entryOf(item), entryOf(known))) best.set(keyOf(item), item)
  }
  return [...best.values()]
}

/** One entry for each number of a scheme: of several registers, the one that knows most, and of those the newest. */
export const mergeBodies = (entries: readonly RegisterEntry[]): RegisterEntry[] =>
  bestOfEach(entries, (entry) => entry, identity)

/**
 * Bodies that bear a name. Once each; and where a charity or society is also listed as the company it is, the company
 * stands for it, so that one body does not look like two of the same name. A current name goes before a former one.
 */
export const mergeHits = (hits: readonly NameHit[]): NameHit[] => {
  const inOrder = [...hits].sort((one, other) => Number(one.isFormerName) - Number(other.isFormerName))
  const perName = new Map<string, NameHit[]>()
  for (const hit of inOrder) {
    const known = perName.get(hit.nameKey)
    if (known) known.push(hit)
    else perName.set(hit.nameKey, [hit])
  }
  return [...perName.values()].flatMap((same) => {
    const companies = new Set(
      same.filter(({ entry }) => entry.scheme === 'GB-COH').map(({ entry }) => entry.number),
    )
    const others = same.filter(
      ({ entry }) => entry.companyNumber === null || !companies.has(entry.companyNumber),
    )
    return bestOfEach(
      others,
      (hit) => hit.entry,
      (hit) => identity(hit.entry),
    )
  })
}
