import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { createOrganisation } from '#identity'
import { actingAs } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { PublishingTables } from '../tables.ts'
import { appendRelease, endOfLog, readFeed, readLogFrom } from './log.ts'

const db = await openTestDatabase()

const authority = async (name: string): Promise<string> => {
  const made = await createOrganisation(db.context({ kind: 'command' }, null), {
    name,
    kind: 'council',
    isAuthority: true,
  })
  if (!made.ok) throw new Error(made.refusal)
  return made.value.id
}
const [north, south] = [await authority('North Council'), await authority('South Council')]
const as = (id: string) => actingAs(db.services, { kind: 'worker' }, id)
const nobody = db.context({ kind: 'nobody' }, null)

const write = (id: string, title: string, before: () => Promise<unknown> = async () => undefined) =>
  inTransaction<PublishingTables, void>(as(id), async (tx) => {
    const ocid = `ocds-abc123-${newId()}`
    const body = {
      ocid,
      id: `${ocid}-001`,
      date: '2026-11-22T09:00:00Z',
      tag: ['planning'],
      tender: { title },
    }
    await appendRelease(tx, id, { ocid, number: 1, tag: 'planning', at: new Date() }, body)
    await before()
  })
const feed = (after: number, limit = 1000) =>
  inReading<PublishingTables, Awaited<ReturnType<typeof readFeed>>>(nobody, (reader) =>
    readFeed(reader, null, after, limit),
  )

/** Follows a feed from its start until told to stop, by its cursor alone; gives the titles it saw. */
const follow = async (next: (after: number) => Promise<{ sequence: number }[]>, isOver: () => boolean) => {
  const seen: number[] = []
  for (let after = 0, last = false; !last; ) {
    last = isOver()
    for (const { sequence } of await next(after)) {
      seen.push(sequence)
      after = sequence
    }
    await pause(1)
  }
  return seen
}

const WRITERS = 24
/** Writers that begin one after the other and would commit in another order: the first takes the longest. */
const writeAtOnce = (one: (number: number, hold: () => Promise<unknown>) => Promise<unknown>) =>
  Promise.all(
    Array.from({ length: WRITERS }, async (_, number) => {
      await pause(number)
      await one(number, () => pause((number * 7) % 13))
    }),
  )

describe('the log of releases', () => {
  test('gives a reader with a cursor every release, though writers commit out of order', async () => {
    let isOver = false
    const reading = follow(feed, () => isOver)
    await writeAtOnce((number, hold) => write(number % 2 ? north : south, `No ${number}`, hold))
    isOver = true
    const seen = await reading
    expect(seen).toHaveLength(WRITERS)
    expect(seen).toEqual(Array.from({ length: WRITERS }, (_, at) => at + 1))
  })

  test('leaves no gap where a writer goes back', async () => {
    const { sequence } = await inReading<PublishingTables, { sequence: number }>(nobody, (reader) =>
      endOfLog(reader, null),
    )
    await expect(
      write(north, 'never', async () => {
        throw new Error('goes back')
      }),
    ).rejects.toThrow('goes back')
    await write(north, 'after it')
    expect((await feed(sequence)).map((release) => release.sequence)).toEqual([sequence + 1])
  })

  test('is a file in which every byte is where it was', async () => {
    const of = async (log: string | null) => {
      const end = await inReading<PublishingTables, { bytes: number; sequence: number }>(nobody, (reader) =>
        endOfLog(reader, log),
      )
      const from = async (byte: number) => {
        let text = ''
        const read = <Result>(work: (reader: any) => Promise<Result>) => inReading<any, Result>(nobody, work)
        for await (const part of readLogFrom(read, log, byte, end.sequence))
          text += Buffer.from(`${part.texts.join('\n')}\n`)
            .subarray(part.skip)
            .toString()
        return text
      }
      const whole = await from(0)
      expect(Buffer.byteLength(whole)).toBe(end.bytes)
      for (const byte of [1, 100, 777, end.bytes - 1])
        expect(await from(byte)).toBe(Buffer.from(whole).subarray(byte).toString())
      return whole
    }
    const [all, ofNorth, ofSouth] = [await of(null), await of(north), await of(south)]
    const lines = (text: string) => text.trimEnd().split('\n').sort()
    expect(lines(`${ofNorth}${ofSouth}`)).toEqual(lines(all))
  })

  test('is read by everybody, written for oneself only, and changed by nobody', async () => {
    expect((await feed(0)).length).toBeGreaterThan(0)
    await expect(
      inTransaction<PublishingTables, void>(as(north), (tx) =>
        appendRelease(tx, south, { ocid: 'x', number: 1, tag: 'planning', at: new Date() }, { id: 'x' }),
      ),
    ).rejects.toThrow('row-level security')
    for (const change of [`update publishing.release set tag = 'award'`, 'delete from publishing.release'])
      await expect(db.database.pool.query(change)).rejects.toThrow('permission denied')
    await expect(db.query(`update publishing.release set tag = 'award'`)).rejects.toThrow('never changed')
  })
})

test('the same readers and writers miss rows where an ordinary sequence numbers them', async () => {
  await db.query('create table public.plain_log (sequence bigserial primary key, title text)')
  let isOver = false
  const reader = new Client(db.owner)
  await reader.connect()
  const reading = follow(
    async (after) =>
      (
        await reader.query('select sequence::int from public.plain_log where sequence > $1 order by 1', [
          after,
        ])
      ).rows,
    () => isOver,
  )
  await writeAtOnce(async (number, hold) => {
    const client = new Client(db.owner)
    await client.connect()
    await client.query('begin')
    await client.query('insert into public.plain_log (title) values ($1)', [`No ${number}`])
    await hold()
    await pause(number === 0 ? 100 : 0)
    await client.query('commit')
    await client.end()
  })
  isOver = true
  const seen = await reading
  await reader.end()
  expect(seen.length).toBeLessThan(WRITERS)
})
