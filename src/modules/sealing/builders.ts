import type { Member, OrganisationId, PersonId } from '#identity'
import { newId } from '../../platform/ids.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { lock } from './passphrase.ts'
import { newKeyPair } from './seal.ts'
import { insertOfficerKey } from './store/keys.ts'
import type { SealingTables } from './tables.ts'

/** What every key of a test opens with. */
export const GOOD_PASSPHRASE = 'velvet harbour ninepins'
/** So cheap to work out that it would protect nothing. */
const CHEAP = 2

/** Opening keys for these people, made in a moment. */
export const giveOpeningKeys = async (
  db: TestDatabase,
  authorityId: OrganisationId,
  people: readonly Pick<Member, 'id' | 'name'>[],
): Promise<PersonId[]> => {
  for (const { id, name } of people) {
    const { identity, recipient } = await newKeyPair()
    const key = { id: newId(), personId: id, personName: name, recipient, createdAt: db.services.clock.now() }
    const lockedIdentity = await lock(identity, GOOD_PASSPHRASE, CHEAP)
    await inTransaction<SealingTables, void>(db.context({ kind: 'command' }, authorityId), (tx) =>
      insertOfficerKey(tx, authorityId, { ...key, lockedIdentity }),
    )
  }
  return people.map(({ id }) => id)
}
