import { listOrganisations } from '#identity'
import type { Reader } from '../../platform/database.ts'
import type { SpendTables } from './tables.ts'

/** What the organisations that use the product are called, by their ids. */
export const organisationNames = async (db: Reader<SpendTables>): Promise<ReadonlyMap<string, string>> =>
  new Map((await listOrganisations(db as never)).map(({ id, name }) => [id as string, name]))
