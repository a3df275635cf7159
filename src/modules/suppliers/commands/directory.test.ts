import { beforeAll, describe, expect, test } from 'vitest'
import type { CommandInput } from '../../../platform/command.ts'
import { runTestCommand } from '../../../platform/testing/run-test-command.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { claimEntry } from '../actions/directory/claims.ts'
import { aProposal, aRegister } from '../builders.ts'
import { commands } from '../commands.ts'

const db = await openTestDatabase(['send-mail'])
const nobody = db.context({ kind: 'nobody' }, null)
const COUNCIL = '019a0c3e-7d41-7000-8000-5f2f6a1b2c3d'
const REGISTER = [
  'Charity Number,Charity Name,Postcode,Contact Email',
  '1100001,LANTERNHILL ADVICE CENTRE,NN31 1AA,office@lanternhill-advice.example',
  '1100002,BELLWHARF JOINERS,NN32 1AA,hello@bellwharf.example',
].join('\n')
const ids: string[] = []

beforeAll(async () => {
  await db.query(
    "insert into identity.organisation (id, name, slug, kind, is_authority) values ($1, 'Northmere', 'northmere', 'council', true)",
    [COUNCIL],
  )
  await aRegister(db, REGISTER, { kind: 'plain' })
  ids.push(
    await aProposal(db, '1100001', { name: '=Lanternhill Advice', kind: 'vcse', categories: ['85'] }),
    await aProposal(db, '1100002', { name: 'Bellwharf Joiners', kind: 'business', categories: ['45'] }),
  )
})

const run = (name: string, args: readonly string[] = [], options: CommandInput['options'] = {}) =>
  runTestCommand(commands, db.services, name, { args, options })
const asModerator = (name: string, args: readonly string[] = [], options: CommandInput['options'] = {}) =>
  run(name, args, { organisation: 'Northmere', ...options })
const writtenAt = async (id: string | undefined): Promise<string> =>
  String((await asModerator('directory proposal', [id ?? ''])).answer?.proposedAt)

describe('goldthread directory', () => {
  test('finds nothing before a moderator has read anything', async () => {
    expect(await run('directory search')).toMatchObject({ exit: 1, answer: { total: 0, suppliers: [] } })
    const { lines } = await asModerator('directory waiting')
    expect(lines).toEqual([
      `${ids[0]}  Waiting  =Lanternhill Advice`,
      `${ids[1]}  Waiting  Bellwharf Joiners`,
    ])
  })

  test('lists an entry as it was read, and not as it was rewritten', async () => {
    await expect(asModerator('directory approve', [ids[0] ?? ''])).rejects.toThrow('Read it again')
    for (const id of ids)
      expect(await asModerator('directory approve', [id], { 'read-at': await writtenAt(id) })).toMatchObject({
        exit: 0,
        answer: { done: 'listed', id },
      })
    expect((await asModerator('directory waiting')).lines).toEqual(['Nothing waits.'])
  })

  test('searches as the page does, and shows one', async () => {
    const names = async (args: readonly string[], options: CommandInput['options'] = {}) =>
      (
        (await run('directory search', args, options)).answer?.suppliers as { name: string }[] | undefined
      )?.map(({ name }) => name)
    expect(await names(['joiners'])).toEqual(['Bellwharf Joiners'])
    expect(await names([], { category: '85', district: 'nn31', vcse: true })).toEqual(['=Lanternhill Advice'])
    const shown = await run('directory show', [ids[1] ?? ''])
    expect(shown.answer).toMatchObject({ id: ids[1], kind: 'business', contact: null })
  })

  test('writes CSV that no spreadsheet runs, and social enterprises as services', async () => {
    const csv = (await run('directory export')).lines.join('\n')
    expect(csv.split('\r\n')[1]).toMatch(/^'=Lanternhill Advice,vcse,|^Bellwharf/)
    expect(csv).toContain("'=Lanternhill Advice")
    const services = await run('directory export', [], { 'open-referral': true })
    expect(services.answer).toMatchObject({ total_items: 1, contents: [{ name: '=Lanternhill Advice' }] })
  })

  test('takes an entry off with a reason, and decides on claims', async () => {
    await expect(asModerator('directory delist', [ids[0] ?? ''])).rejects.toThrow('Enter the reason')
    await asModerator('directory delist', [ids[0] ?? ''], { reason: 'Closed' })
    expect((await run('directory search')).answer?.total).toBe(1)
    const claimed = { scheme: null, number: null, postcode: null }
    await claimEntry(nobody, { ...claimed, name: 'Choir', email: 'singer@choir.example' })
    await claimEntry(nobody, { ...claimed, name: 'Band', email: 'drum@band.example' })
    const claims = (await asModerator('directory waiting')).answer?.claims as { id: string }[]
    const [choir, band] = claims.map(({ id }) => id)
    expect((await asModerator('directory confirm-claim', [choir ?? ''])).exit).toBe(0)
    await asModerator('directory refuse-claim', [band ?? ''], { reason: 'They do not know this address' })
    await expect(asModerator('directory confirm-claim', [band ?? ''])).rejects.toThrow(
      'decided on this claim',
    )
    const audited = await db.query(
      "select name from platform.audit_entry where name like 'DIRECTORY_%' and authority_id = $1",
      [COUNCIL],
    )
    expect(audited.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'DIRECTORY_ENTRY_APPROVED',
        'DIRECTORY_ENTRY_DELISTED',
        'DIRECTORY_CLAIM_REFUSED',
      ]),
    )
  })

  test.each<[string, string, readonly string[], CommandInput['options'], string]>([
    ['an unknown category', 'directory search', [], { category: '999' }, 'There is no category "999"'],
    ['no district', 'directory search', [], { district: 'London' }, 'no postcode district'],
    ['a page that is none', 'directory search', [], { page: '-1' }, '--page is a whole number'],
    ['an id of nothing', 'directory show', ['x'], {}, 'No supplier is listed as "x"'],
    [
      'an unknown state',
      'directory waiting',
      [],
      { organisation: 'Northmere', state: 'lost' },
      '--state is one of',
    ],
    ['no organisation', 'directory approve', [COUNCIL], {}, 'Name the organisation'],
    ['an unknown entry', 'directory approve', [COUNCIL], { organisation: 'Northmere' }, 'There is no entry'],
    [
      'a claim’s id that is none',
      'directory confirm-claim',
      ['x'],
      { organisation: 'Northmere' },
      'is no id of a claim',
    ],
  ])('refuses %s with a sentence', async (_what, name, args, options, sentence) => {
    await expect(run(name, args, options)).rejects.toMatchObject({
      name: 'Unusable',
      message: expect.stringContaining(sentence),
    })
  })
})
