import type { MergeRefusal, MergeWarning } from './model/merging.ts'
import type { Found, UnreadableReason } from './model/reading.ts'
import type { WriteRefusal } from './rules/write-release.ts'

const UNREADABLE: Readonly<Record<UnreadableReason, string>> = {
  'not-json': 'is not JSON that can be read',
  'too-large': 'is longer than 32 million characters and was passed over',
  'too-deep': 'nests more than 64 levels deep and was passed over',
  'not-an-object': 'is not a release: a release is a JSON object with "ocid", "id", "date" and "tag"',
  'releases-elsewhere': 'is a record that only links its releases; give the file that has them',
  'cut-off': 'comes before the JSON is complete: the file seems to be cut off; fetch it again',
  'nothing-there': 'holds nothing: give a release, a release package, a record package or JSON Lines',
}

/** What was wrong with a piece of a file: `feed.jsonl, line 3: …`. */
export const unreadableSentence = (file: string, found: Extract<Found, { ok: false }>): string => {
  const place = found.where === '' ? 'the whole' : found.where
  const detail = found.detail === '' ? '' : ` (${found.detail})`
  return `${file}, ${place}: ${UNREADABLE[found.reason]}${detail}.`
}

type Facts = Readonly<Record<string, string | number>> | undefined

const MERGE: Readonly<Record<MergeRefusal, (facts: NonNullable<Facts>) => string>> = {
  'no-releases': () => 'There is no release to compile.',
  'not-a-release': ({ number }) => `Release ${number} is not a JSON object.`,
  'no-ocid': ({ number }) =>
    `Release ${number} has no "ocid"; without it nobody knows which process it tells of.`,
  'no-date': ({ number }) =>
    `Release ${number} has no "date" that can be read; write it as 2026-11-22T09:30:00Z. Releases are compiled in order of date.`,
  'other-ocid': ({ number, ocid }) => `Release ${number} belongs to another process, ${ocid}.`,
  'inconsistent-type': ({ path, release }) =>
    `Release ${release} has another kind of value at ${path} than the releases before it (a text, say, where they have an object); one of them has to be put right.`,
}

export const mergeSentence = (refusal: MergeRefusal, facts: Facts): string => MERGE[refusal](facts ?? {})

export const mergeWarningSentence = ({ path, id }: MergeWarning): string =>
  `Two objects in one release share the id "${id}" in ${path}; they were joined. Give each its own id.`

const WRITE: Readonly<Record<WriteRefusal, (facts: NonNullable<Facts>) => string>> = {
  vanished: ({ path }) =>
    `Something that was published is no longer there: ${path}. Listed things never vanish from open data; give it a status instead.`,
  'not-later': ({ before }) =>
    `The release before it is dated ${before}; the clock of this machine may be wrong.`,
  'wrong-number': ({ number }) => `Release ${number} does not follow what was published before.`,
}

export const writeSentence = (refusal: WriteRefusal, facts: Facts): string => WRITE[refusal](facts ?? {})
