import { isList, isObject, type Json, type JsonObject } from '../model/json.ts'
import { type Found, READING_LIMITS, type UnreadableReason } from '../model/reading.ts'
import type { Piece } from './split-document.ts'

/** How deep brackets nest, without recursion, so that a hostile text cannot exhaust the stack. */
const depthOf = (text: string): number => {
  let depth = 0
  let deepest = 0
  let isInString = false
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (isInString) {
      if (code === 0x5c) i += 1
      else if (code === 0x22) isInString = false
    } else if (code === 0x22) isInString = true
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, ++depth)
    else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return deepest
}

const unusable = (where: string, reason: UnreadableReason, detail = ''): Found => ({
  ok: false,
  where,
  reason,
  detail,
})

const hasReleaseFields = (release: JsonObject): boolean =>
  release.ocid !== undefined || release.id !== undefined

/** The releases in a record: those it embeds; where it only links them, what it compiled from them. */
const releasesOfRecord = (record: JsonObject, where: string): Found[] => {
  const embedded = isList(record.releases)
    ? record.releases.filter(
        (release): release is JsonObject => isObject(release) && hasReleaseFields(release),
      )
    : []
  if (embedded.length > 0)
    return embedded.map((release, i) => ({ ok: true, where: `${where}/releases/${i}`, release }))
  if (isObject(record.compiledRelease))
    return [{ ok: true, where: `${where}/compiledRelease`, release: record.compiledRelease }]
  return [unusable(where, 'releases-elsewhere')]
}

const isRecord = (value: JsonObject): boolean =>
  value.compiledRelease !== undefined || (isList(value.releases) && value.ocid !== undefined)

/** A release, a record, or a package of either in one line. */
const releasesIn = (value: Json, where: string): Found[] => {
  if (!isObject(value)) return [unusable(where, 'not-an-object')]
  if (isRecord(value)) return releasesOfRecord(value, where)
  for (const list of ['releases', 'records'] as const) {
    const held = value[list]
    if (isList(held)) return held.flatMap((item, i) => releasesIn(item, `${where}/${list}/${i}`))
  }
  return [{ ok: true, where, release: value }]
}

export const parsePiece = ({ where, text }: Piece): Found[] => {
  if (text === null) return [unusable(where, 'too-large')]
  if (depthOf(text) > READING_LIMITS.maxDepth) return [unusable(where, 'too-deep')]
  try {
    return releasesIn(JSON.parse(text) as Json, where)
  } catch (error) {
    return [unusable(where, 'not-json', (error as Error).message)]
  }
}
