import { DOCUMENT_KINDS, STATUSES, type Status, type Version } from '../model.ts'

type Facts = { readonly documentId: string; readonly version: number; readonly status: Status }

/** The order people expect: what counts first, the corporate plan before the others, then by title. */
export const byStanding = (a: Version, b: Version): number =>
  Number(b.status === 'adopted') - Number(a.status === 'adopted') ||
  STATUSES.indexOf(b.status) - STATUSES.indexOf(a.status) ||
  DOCUMENT_KINDS.indexOf(a.kind) - DOCUMENT_KINDS.indexOf(b.kind) ||
  a.title.localeCompare(b.title, 'en-GB') ||
  a.version - b.version

/**
 * What counts of each document today: the adopted version, or, where none was ever adopted, the newest that is not
 * superseded. `versions` are newest first.
 */
export const currentOf = <Item extends Facts>(versions: readonly Item[]): Item[] =>
  [...Map.groupBy(versions, ({ documentId }) => documentId).values()].flatMap(
    (own) =>
      own.find(({ status }) => status === 'adopted') ??
      own.find(({ status }) => status !== 'superseded') ??
      [],
  )
