/** The text of one JSON object, or null for one that is longer than any record of a register. */
export type ObjectText = string | null

const MOST_CHARACTERS = 1 << 20

/**
 * Cuts the top-level objects out of JSON that comes in pieces: an array of objects, or one object a line. Nothing
 * but the object that is being read is held. `end` gives back what was left open.
 */
export const createObjectSplitter = (): {
  readonly push: (piece: string) => ObjectText[]
  readonly end: () => ObjectText[]
} => {
  let held = ''
  let depth = 0
  let isText = false
  let isGuarded = false
  let isTooLong = false

  const push = (piece: string): ObjectText[] => {
    const found: ObjectText[] = []
    let from = depth > 0 ? 0 : -1
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at)
      if (isGuarded) isGuarded = false
      else if (isText) {
        if (code === 92) isGuarded = true
        else if (code === 34) isText = false
      } else if (code === 34) isText = depth > 0
      else if (code === 123) {
        if (depth === 0) from = at
        depth += 1
      } else if (code === 125 && depth > 0) {
        depth -= 1
        if (depth > 0) continue
        found.push(isTooLong ? null : held + piece.slice(from, at + 1))
        held = ''
        isTooLong = false
        from = -1
      }
    }
    if (from !== -1) held = isTooLong ? '' : held + piece.slice(from)
    if (held.length > MOST_CHARACTERS) {
      held = ''
      isTooLong = true
    }
    return found
  }
  return { push, end: () => (depth > 0 ? [isTooLong ? null : held] : []) }
}
