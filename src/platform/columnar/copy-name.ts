import { join } from 'node:path'

/** A copy is named by whose it is and by the stamp of what was copied: a new stamp, a new copy. Both are UUIDs. */
export type CopyKey = { readonly owner: string; readonly stamp: string }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The schema under which an open copy's tables are. */
export const schemaOf = ({ stamp }: CopyKey): string => `"copy_${stamp}"`

/** Where a copy lies. Refuses what is no UUID, so that no name becomes another path. */
export const pathOfCopy = (folder: string, { owner, stamp }: CopyKey): string => {
  if (!UUID.test(owner) || !UUID.test(stamp)) throw new TypeError('not the name of a copy')
  return join(folder, owner, `${stamp}.duckdb`)
}

export const incomingOf = (folder: string): string => join(folder, 'incoming')

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
