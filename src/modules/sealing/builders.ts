import type { Member, OrganisationId, PersonId } from '#identity'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { createOpeningKey } from './actions/keys.ts'

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
  for (const { id } of people) {
    const officer = db.context({ kind: 'person', personId: id }, authorityId)
    const made = await createOpeningKey(officer, GOOD_PASSPHRASE, GOOD_PASSPHRASE, CHEAP)
    if (!made.ok) throw new Error(`refused: ${made.refusal}`)
  }
  return people.map(({ id }) => id)
}
