/** A list with one taken out; unchanged where there is no such place. Places count from 1. */
export const withoutPlace = <Item>(items: readonly Item[], place: number): Item[] =>
  items.filter((_, at) => at !== place - 1)

/** A list with one put at a place, the rest moved down; at the end where the place is beyond it. */
export const withAtPlace = <Item>(items: readonly Item[], item: Item, place: number): Item[] =>
  items.toSpliced(Math.max(0, Math.min(items.length, place - 1)), 0, item)

/** A list with one moved up (-1) or down (1). */
export const movedBy = <Item>(items: readonly Item[], place: number, by: -1 | 1): Item[] => {
  const item = items[place - 1]
  return item === undefined ? [...items] : withAtPlace(withoutPlace(items, place), item, place + by)
}
