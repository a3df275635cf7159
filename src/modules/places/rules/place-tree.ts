import type { Place } from '../model.ts'

export type Nested<Each extends Place> = { readonly place: Each; readonly depth: number }

/** Places in reading order: each followed by those inside it, in the order given. One whose outer place is not among them stands at the top. */
export const nestPlaces = <Each extends Place>(places: readonly Each[]): readonly Nested<Each>[] => {
  const ids = new Set(places.map((place) => place.id))
  const inner = Map.groupBy(places, (place) =>
    place.parentId !== null && ids.has(place.parentId) ? place.parentId : null,
  )
  const nested: Nested<Each>[] = []
  const visit = (parent: Place['id'] | null, depth: number): void => {
    for (const place of inner.get(parent) ?? []) {
      nested.push({ place, depth })
      visit(place.id, depth + 1)
    }
  }
  visit(null, 0)
  return nested
}
