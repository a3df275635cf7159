import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import type { PlaceDraft, PlaceId, PlaceWithParts } from '../model.ts'
import { readParts } from '../rules/define-place.ts'
import { listPlaces } from '../store/places.ts'
import type { PlacesTables } from '../tables.ts'
import { changePlace, definePlace, removePlace } from './define-place.ts'

const db = await openTestDatabase()
const actor: Actor = { kind: 'person', personId: newId() }
const contextOf = () => db.context(actor, newId())
const draft = (name: string, facts: Partial<PlaceDraft> = {}): PlaceDraft => ({
  name,
  kind: 'city',
  parentId: null,
  parts: readParts('PR1, E07000123').parts,
  ...facts,
})
const made = async (ctx: ReturnType<typeof contextOf>, place: PlaceDraft): Promise<PlaceId> => {
  const decision = await definePlace(ctx, place)
  if (!decision.ok) throw new Error(decision.refusal)
  return decision.value
}
const own = async (ctx: ReturnType<typeof contextOf>) => {
  const places = await inReading<PlacesTables, PlaceWithParts[]>(ctx, (reader) =>
    listPlaces(reader, ctx.authorityId),
  )
  return places.filter((place) => place.authorityId === ctx.authorityId)
}
const audited = (authorityId: string | null) =>
  db.query('select name, subject from platform.audit_entry where authority_id = $1 order by number', [
    authorityId,
  ])

describe('definePlace', () => {
  test('stores the place with its parts and an audit entry', async () => {
    const ctx = contextOf()
    const id = await made(ctx, draft('Preston'))
    expect(await own(ctx)).toEqual([
      {
        id,
        authorityId: ctx.authorityId,
        name: 'Preston',
        slug: 'preston',
        kind: 'city',
        parentId: null,
        version: 1,
        parts: [
          { kind: 'area-code', code: 'E07000123' },
          { kind: 'district', code: 'PR1' },
        ],
      },
    ])
    expect(await audited(ctx.authorityId)).toEqual([{ name: 'PLACE_DEFINED', subject: id }])
  })

  test('a refused place leaves nothing behind', async () => {
    const ctx = contextOf()
    expect(await definePlace(ctx, draft('Preston', { parentId: newId() }))).toMatchObject({
      refusal: 'parent-unknown',
    })
    expect(await own(ctx)).toEqual([])
    expect(await audited(ctx.authorityId)).toEqual([])
  })

  test('shared places come from the operator, whom a visitor without a session is not', async () => {
    const operator = db.context({ kind: 'command' }, null)
    expect((await definePlace(operator, draft('Shared'))).ok).toBe(true)
    const nobody = db.context({ kind: 'nobody' }, null)
    expect(await definePlace(nobody, draft('Forged'))).toMatchObject({
      refusal: 'shared-place-by-operator-only',
    })
  })

  test('two people who define a place of one name at once get one place and one refusal', async () => {
    const ctx = contextOf()
    const both = await Promise.all([definePlace(ctx, draft('Twin')), definePlace(ctx, draft('Twin'))])
    expect(both.filter((decision) => decision.ok)).toHaveLength(1)
    expect(both).toContainEqual(expect.objectContaining({ refusal: 'place-name-taken' }))
  })
})

describe('changePlace', () => {
  test('changes name, parts and what it lies in', async () => {
    const ctx = contextOf()
    const outer = await made(ctx, draft('Lancashire', { parts: readParts('E10000017').parts }))
    const inner = await made(ctx, draft('Preston'))
    await changePlace(
      ctx,
      inner,
      1,
      draft('Preston City', { parentId: outer, parts: readParts('PR2').parts }),
    )
    expect((await own(ctx)).find((place) => place.id === inner)).toMatchObject({
      name: 'Preston City',
      parentId: outer,
      version: 2,
      parts: [{ kind: 'district', code: 'PR2' }],
    })
  })

  test('refuses a circle, also one that two people would close together', async () => {
    const ctx = contextOf()
    const a = await made(ctx, draft('A'))
    const b = await made(ctx, draft('B'))
    const both = await Promise.all([
      changePlace(ctx, a, 1, draft('A', { parentId: b })),
      changePlace(ctx, b, 1, draft('B', { parentId: a })),
    ])
    expect(both.map((decision) => (decision.ok ? 'ok' : decision.refusal)).sort()).toEqual([
      'ok',
      'parent-lies-inside',
    ])
  })

  test('says so where somebody else changed it meanwhile', async () => {
    const ctx = contextOf()
    const id = await made(ctx, draft('Preston'))
    await changePlace(ctx, id, 1, draft('Preston'))
    await expect(changePlace(ctx, id, 1, draft('Other'))).rejects.toThrow('Somebody else changed this place')
  })

  test('refuses the places of others', async () => {
    const id = await made(contextOf(), draft('Theirs'))
    expect(await changePlace(contextOf(), id, 1, draft('Ours'))).toMatchObject({
      refusal: 'place-of-another-authority',
    })
  })
})

describe('removePlace', () => {
  test('removes a place and its parts, but not one that others lie in', async () => {
    const ctx = contextOf()
    const outer = await made(ctx, draft('Outer'))
    const inner = await made(ctx, draft('Inner', { parentId: outer }))
    expect(await removePlace(ctx, outer)).toMatchObject({ refusal: 'place-has-places-inside' })
    expect((await removePlace(ctx, inner)).ok).toBe(true)
    expect((await removePlace(ctx, outer)).ok).toBe(true)
    expect(await own(ctx)).toEqual([])
    expect(
      await db.query('select 1 from places.place_part where place_id = any($1)', [[outer, inner]]),
    ).toEqual([])
  })

  test('refuses the places of others and the shared ones', async () => {
    const theirs = await made(contextOf(), draft('Their own'))
    expect(await removePlace(contextOf(), theirs)).toMatchObject({ refusal: 'place-of-another-authority' })
    const shared = await made(db.context({ kind: 'command' }, null), draft('All share'))
    expect(await removePlace(contextOf(), shared)).toMatchObject({ refusal: 'shared-place-by-operator-only' })
  })
})
