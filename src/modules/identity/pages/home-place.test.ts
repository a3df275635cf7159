import { expect, test } from 'vitest'
import { definePlace } from '#places'
import { newId } from '../../../platform/ids.ts'
import { must } from '../../../platform/testing/must.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { aMember, anAuthority } from '../builders.ts'
import type { OrganisationId } from '../model.ts'
import { openTestSite } from '../test-site.ts'

const db = await openTestDatabase()
const site = await openTestSite(db)
const [north, south] = [await anAuthority(db), await anAuthority(db)]
const aPlace = async (name: string, code: string, authorityId: OrganisationId | null) =>
  must(
    await definePlace(db.context({ kind: 'command' }, authorityId), {
      name,
      kind: 'other',
      parentId: null,
      parts: [{ kind: 'district', code }],
    }),
  )
const [mine, shared, theirs] = [
  await aPlace('Mine', 'PR1', north.id),
  await aPlace('Shared', 'PR2', null),
  await aPlace('Theirs', 'PR3', south.id),
]
const home = async () =>
  (await db.query('select home_place_id from identity.organisation where id = $1', [north.id]))[0]
    ?.home_place_id

test('an analyst chooses among the shared places and those of the organisation', async () => {
  const { id } = await aMember(db, north.id, 'analyst')
  const browser = await site.as({ personId: id, authorityId: north.id })
  const shown = await browser.get('/home-place')
  expect(shown.text).toMatch(/Mine.*Shared/)
  expect(shown.text).not.toContain('Theirs')
  for (const place of [theirs, newId(), '', '\0']) {
    const refused = await browser.submit({ place })
    expect(refused).toMatchObject({ status: 400, title: 'Error: Home place' })
  }
  await browser.submit({ place: shared })
  expect(await home()).toBe(shared)
  await browser.get('/home-place')
  await browser.submit({ place: mine })
  expect(await home()).toBe(mine)
})

test('a councillor does not choose', async () => {
  const { id } = await aMember(db, north.id, 'councillor')
  const browser = await site.as({ personId: id, authorityId: north.id })
  expect(await browser.get('/home-place')).toMatchObject({ status: 403 })
})
