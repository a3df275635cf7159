import { describe, expect, test } from 'vitest'
import type { Context } from '../../../platform/context.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { aControlTest } from '../appraisal-builders.ts'
import { aMember, anAuthority, aPurchase, auditOf } from '../builders.ts'
import { retestMoment } from '../rules/appraisal/retest-letters.ts'
import { recordControlTest } from './appraisals.ts'
import { moveStage } from './purchases.ts'
import { remindRetests } from './remind-retests.ts'

const db = await openTestDatabase(['send-mail'])
const council = await anAuthority(db, 'Ashby Council')
const other = await anAuthority(db, 'Bexley Moor Council')
const owner = await aMember(db, council.id, 'commissioner', 'Grace Hall')
const planner = await aMember(db, council.id, 'procurement-officer', 'Ivy Moss')
await aMember(db, council.id, 'councillor', 'Noor Khan')
const as = (personId: string): Context => db.context({ kind: 'person', personId }, council.id)
const on = (day: string) => ({ ...db.services, clock: { now: () => new Date(`${day}T09:00:00Z`) } })
const tested = (ctx: Context, purchaseId: string, body: string, testedOn = '2026-04-01') => {
  const { id: _id, purchaseId: _purchase, personId: _person, personName: _name, ...draft } = aControlTest()
  return recordControlTest(ctx, purchaseId, { ...draft, body, testedOn })
}
const letters = async (): Promise<string[]> => {
  const rows = await db.query(
    'select recipient, subject, body_text from platform.mail order by created_at, id',
  )
  return rows.map((row) => `${String(row.subject)} / ${String(row.recipient)} / ${String(row.body_text)}`)
}
const purchase = await aPurchase(as(owner.id), { stage: 'in-contract' })

describe('letters about yearly tests', () => {
  test.each([
    ['2027-03-01', '2027-03-31', null],
    ['2027-03-02', '2027-04-01', 'soon'],
    ['2027-04-01', '2027-05-01', 'soon'],
    ['2027-04-02', '2027-05-02', 'overdue'],
  ])('on %s, with a month until %s, tell %s of a test due on 1 April', (today, soonUntil, moment) => {
    expect(retestMoment({ stage: 'in-contract' }, '2027-04-01', { today, soonUntil })).toBe(moment)
    expect(retestMoment({ stage: 'ended' }, '2027-04-01', { today, soonUntil })).toBeNull()
  })

  test('go to whoever answered, once a month ahead and once overdue, however often the job runs', async () => {
    await tested(as(owner.id), purchase.id, 'Green Ltd')
    expect(await remindRetests(on('2027-02-28'))).toBe(0)
    expect(await remindRetests(on('2027-03-05'))).toBe(1)
    await Promise.all([remindRetests(on('2027-03-05')), remindRetests(on('2027-03-20'))])
    expect(await letters()).toHaveLength(1)
    expect((await letters())[0]).toMatch(
      /^A yearly test is due again by 1 April 2027 \/ [^ ]+ \/ Ashby Council relies[\s\S]*delivery-model\/tests\/vertical\?body=Green%20Ltd/,
    )
    await Promise.all([remindRetests(on('2027-04-02')), remindRetests(on('2027-04-02'))])
    expect(await remindRetests(on('2027-04-03'))).toBe(0)
    expect((await letters()).map((letter) => letter.split(' / ')[0])).toEqual([
      'A yearly test is due again by 1 April 2027',
      'A yearly test is overdue since 1 April 2027',
    ])
    expect((await auditOf(db, purchase.id)).filter((name) => name === 'CONTROL_TEST_REMINDED')).toHaveLength(
      2,
    )
  })

  test('stop once it is tested again, and go to those who plan where nobody else is left', async () => {
    await tested(as(planner.id), purchase.id, 'green ltd', '2027-03-30')
    expect(await remindRetests(on('2027-04-20'))).toBe(0)
    await tested(db.context({ kind: 'command' }, council.id), purchase.id, 'Blue Ltd')
    expect(await remindRetests(on('2027-03-10'))).toBe(2)
    const told = await db.query(
      'select person_id from identity.note order by created_at desc, id desc limit 2',
    )
    expect(told.map((row) => row.person_id).sort()).toEqual([owner.id, planner.id].sort())
  })

  test('are kept apart by authority, and silent about what is over', async () => {
    const theirs = db.context({ kind: 'command' }, other.id)
    await tested(theirs, (await aPurchase(theirs)).id, 'Red Ltd')
    const over = await aPurchase(as(owner.id), { stage: 'planning' })
    await tested(as(owner.id), over.id, 'Grey Ltd')
    await moveStage(as(owner.id), over.id, over.version, 'stopped')
    const before = (await letters()).length
    expect(await remindRetests(on('2027-03-15'))).toBe(0)
    expect(await letters()).toHaveLength(before)
  })
})
