import { describe, expect, test } from 'vitest'
import type { Actor } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { definePlace } from './actions/define-place.ts'
import type { PlaceId } from './model.ts'
import { readParts } from './rules/define-place.ts'
import { insertPlace } from './store/places.ts'
import type { PlacesTables } from './tables.ts'

const OURS = newId()
const THEIRS = newId()
const db = await openTestDatabase()
const person: Actor = { kind: 'person', personId: newId() }
const operator = db.context({ kind: 'command' }, null)
const us = db.context(person, OURS)
const them = db.context(person, THEIRS)
const draft = (name: string) => ({
  name,
  kind: 'town' as const,
  parentId: null,
  parts: readParts('PR1').parts,
  slug: name,
})

const make = async (ctx: typeof us, name: string): Promise<PlaceId> => {
  const decision = await definePlace(ctx, draft(name))
  if (!decision.ok) throw new Error(decision.refusal)
  return decision.value
}
const shared = await make(operator, 'shared')
const ours = await make(us, 'ours')
const theirs = await make(them, 'theirs')

describe('row-level security, without a where', () => {
  test('everybody reads every place', async () => {
    for (const ctx of [us, them, operator]) {
      const names = await inReading<PlacesTables, { name: string }[]>(ctx, (reader) =>
        reader.selectFrom('places.place').select('name').orderBy('name').execute(),
      )
      expect(names.map((row) => row.name)).toEqual(['ours', 'shared', 'theirs'])
    }
  })

  test('an authority changes and removes its own places only', async () => {
    const changed = await inTransaction<PlacesTables, bigint>(us, async (tx) => {
      const { numUpdatedRows } = await tx.updateTable('places.place').set({ name: 'ours' }).executeTakeFirst()
      return numUpdatedRows
    })
    expect(changed).toBe(1n)
    const removed = await inTransaction<PlacesTables, bigint>(us, async (tx) => {
      const { numDeletedRows } = await tx.deleteFrom('places.place_part').executeTakeFirst()
      await tx
        .insertInto('places.place_part')
        .values({ place_id: ours, kind: 'district', code: 'PR1' })
        .execute()
      return numDeletedRows
    })
    expect(removed).toBe(1n)
  })

  test('nobody makes a place for another authority, or adds parts to one', async () => {
    const forThem = inTransaction<PlacesTables, void>(us, (tx) =>
      insertPlace(tx, newId(), THEIRS, draft('forged')),
    )
    await expect(forThem).rejects.toThrow('row-level security')
    const addPart = inTransaction<PlacesTables, unknown>(us, (tx) =>
      tx.insertInto('places.place_part').values({ place_id: theirs, kind: 'district', code: 'M1' }).execute(),
    )
    await expect(addPart).rejects.toThrow('row-level security')
  })

  test('what all share is the operator’s: neither an authority nor a person of none writes it', async () => {
    for (const ctx of [us, db.context(person, null)]) {
      const place = inTransaction<PlacesTables, void>(ctx, (tx) =>
        insertPlace(tx, newId(), null, draft('forged')),
      )
      await expect(place).rejects.toThrow('row-level security')
      const part = inTransaction<PlacesTables, unknown>(ctx, (tx) =>
        tx
          .insertInto('places.place_part')
          .values({ place_id: shared, kind: 'district', code: 'M1' })
          .execute(),
      )
      await expect(part).rejects.toThrow('row-level security')
      for (const table of ['area', 'postcode_chunk', 'boundary', 'deprivation'] as const) {
        const emptied = await inTransaction<PlacesTables, bigint>(ctx, async (tx) => {
          const { numDeletedRows } = await tx.deleteFrom(`places.${table}`).executeTakeFirst()
          return numDeletedRows
        })
        expect(emptied).toBe(0n)
      }
    }
  })
})
