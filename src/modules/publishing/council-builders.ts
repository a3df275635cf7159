import { createOrganisation } from '#identity'
import { must } from '../../platform/testing/must.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'

/** A contracting authority. */
export const anAuthority = async (db: TestDatabase, name: string) =>
  must(
    await createOrganisation(db.context({ kind: 'command' }, null), {
      name,
      kind: 'council',
      isAuthority: true,
    }),
  )
