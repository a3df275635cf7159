import { describe, expect, test } from 'vitest'
import { makeCalendarAddress } from '../../modules/identity/actions/calendar-address.ts'
import { aMember, anAuthority } from '../../modules/identity/builders.ts'
import { openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { calendarPage, writeDeadlines } from './calendar.ts'

const db = await openTestDatabase()
const north = await anAuthority(db)
const lou = await aMember(db, north.id, 'evaluator', { name: 'Lou' })
const noted: (string | null)[] = []
const page = calendarPage([
  {
    permission: 'evaluation.read',
    list: async (ctx) => {
      noted.push(ctx.authorityId, ctx.actor.kind === 'person' ? ctx.actor.personId : null)
      return [{ id: 'a', when: '2026-12-01', what: 'Review; of, parks\nEND:VEVENT', href: '/contracts/a' }]
    },
  },
  {
    permission: 'contracts.read',
    list: async () => [{ id: 'b', when: '2026-12-02', what: 'Not for evaluators', href: '/contracts/b' }],
  },
])
const site = await openTestApp(db, { pages: [page] })

describe('the calendar of a person', () => {
  test('holds what their role may see, at their organisation, without signing in', async () => {
    const secret = await makeCalendarAddress(db.context({ kind: 'person', personId: lou.id }, north.id))
    const { text } = await site.client().get(`/my-calendar/${secret}.ics`)
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(text).toContain('SUMMARY:Review\\; of\\, parks\\nEND:VEVENT')
    expect(text).not.toContain('Not for evaluators')
    expect(noted).toEqual([north.id, lou.id])
  })

  test.each(['x.ics', `${'A'.repeat(43)}.ics`, 'A'.repeat(43), '%00.ics'])('is not at %s', async (file) =>
    expect(await site.client().get(`/my-calendar/${file}`)).toMatchObject({ status: 404 }),
  )

  test('has whole days for days and the moment for moments, each under an id that stays', () => {
    const at = new Date('2026-11-22T12:00:00Z')
    const text = writeDeadlines(
      [
        { id: 'day', when: '2026-12-01', what: 'A day', href: '/a' },
        { id: 'moment', when: new Date('2026-12-01T17:00:00Z'), what: 'A moment', href: '/b' },
      ],
      'https://goldthread.example',
      at,
    )
    expect(text).toContain('UID:day@goldthread')
    expect(text).toContain('DTSTART;VALUE=DATE:20261201')
    expect(text).toContain('DTSTART:20261201T170000Z')
    expect(text).toMatch(/URL[^\n]*:https:\/\/goldthread\.example\/b/)
  })
})
