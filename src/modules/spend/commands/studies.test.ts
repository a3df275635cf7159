import { beforeAll, describe, expect, test } from 'vitest'
import type { CommandInput } from '../../../platform/command.ts'
import { runTestCommand } from '../../../platform/testing/run-test-command.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { aPlacedAuthority, importText, type PlacedAuthority, paymentRows } from '../builders.ts'
import { commands } from '../commands.ts'

const db = await openTestDatabase(['send-mail'])
let mine: PlacedAuthority
const MINE = 'Northmere'

beforeAll(async () => {
  mine = await aPlacedAuthority(db, MINE)
  await importText(
    db,
    mine,
    paymentRows([
      ['01/04/2026', 'Thornwick Care', '6000.00'],
      ['01/05/2026', 'Callerby Roads', '4000.00'],
    ]),
  )
})

const run = (name: string, args: readonly string[] = [], options: CommandInput['options'] = {}, input = '') =>
  runTestCommand(commands, db.services, name, {
    args,
    options: { organisation: MINE, ...options },
    input,
  })
const SURVEY = 'What you do for us'
const STUDY = 'Our pound'

describe('goldthread survey', () => {
  test('drafts, changes the questions, takes addresses, sends, reminds and closes as the pages do', async () => {
    expect((await run('survey list')).lines[0]).toContain('No survey yet')
    const drafted = await run('survey draft', [], { title: SURVEY, closes: '2026-12-31', invite: '2' })
    expect(drafted.answer).toMatchObject({ title: SURVEY })
    const asked = '[{"text":"How many bicycles?","kind":"number","hint":""}]'
    expect((await run('survey questions', [SURVEY], {}, asked)).lines).toEqual(['1 question asked.'])
    const addressed = await run('survey addresses', [SURVEY], {}, 'Thornwick Care; a@thornwick.example\n')
    expect(addressed.answer).toEqual({ addresses: 1, invited: 2 })
    expect((await run('survey send', [SURVEY])).lines).toEqual(['1 letter on the way.'])
    expect((await run('survey remind', [SURVEY])).answer).toMatchObject({ letters: 1 })
    const shown = await run('survey show', [SURVEY])
    expect(shown.lines.slice(1)).toEqual([
      '  ? How many bicycles?',
      '  Reminded           Thornwick Care  a@thornwick.example',
      '  No address         Callerby Roads',
    ])
    const results = await run('survey results', [SURVEY])
    expect([results.exit, results.answer]).toEqual([
      1,
      expect.objectContaining({ response: { answered: 0, invited: 2, pence: 0, penceInvited: 1_000_000 } }),
    ])
    expect((await run('survey close', [SURVEY])).lines).toEqual(['The survey is closed.'])
    expect((await run('survey list')).lines[0]).toContain('(closed, last day 31 December 2026)')
    const names = await db.query("select name from platform.audit_entry where name like 'SURVEY_%'")
    expect(names).toHaveLength(6)
  })

  test.each<[string, string, readonly string[], CommandInput['options'], string, string]>([
    ['no title', 'survey draft', [], { closes: '2026-12-31' }, '', 'Give it a title'],
    [
      'a day that is none',
      'survey draft',
      [],
      { title: 'T', closes: '31/12/2026' },
      '',
      '--closes is the last day',
    ],
    ['a day gone by', 'survey draft', [], { title: 'T', closes: '2026-01-01' }, '', 'last day after today'],
    [
      'a month that is none',
      'survey draft',
      [],
      { title: 'T', closes: '2026-12-31', from: 'May' },
      '',
      '--from is a month',
    ],
    [
      'too many',
      'survey draft',
      [],
      { title: 'T', closes: '2026-12-31', invite: '1e9' },
      '',
      'from 1 to 1000',
    ],
    ['an unknown survey', 'survey send', ['Nothing'], {}, '', 'There is no survey "Nothing"'],
    ['a survey that is closed', 'survey send', [SURVEY], {}, '', 'not open'],
    [
      'questions of a survey that is out',
      'survey questions',
      [SURVEY],
      {},
      '[{"text":"x"}]',
      'is out already',
    ],
    ['no JSON', 'survey questions', [SURVEY], {}, '{', 'is not JSON'],
    ['JSON that is no list', 'survey questions', [SURVEY], {}, '{}', 'a JSON list'],
    ['an address of nobody', 'survey addresses', [SURVEY], {}, 'Nobody; a@b.example', 'Nothing was changed'],
    ['no organisation', 'survey list', [], { organisation: '' }, '', 'Name the organisation'],
  ])('refuses %s with a sentence', async (_what, name, args, options, input, sentence) => {
    await expect(run(name, args, options, input)).rejects.toMatchObject({
      name: 'Unusable',
      message: expect.stringContaining(sentence),
    })
  })
})

describe('goldthread multiplier', () => {
  test('begins a study, writes its sheets, takes them filled in, and says what a pound becomes', async () => {
    expect((await run('multiplier list')).lines[0]).toContain('No study yet')
    await run('multiplier begin', [], { title: STUDY, place: 'Northmere', suppliers: '2' })
    const sheets = await run('multiplier sheets', [STUDY])
    expect(sheets.lines.slice(0, 2)).toEqual([
      'kind,name,paid,income,to local staff,to local suppliers',
      'supplier,Thornwick Care,6000.00,,,',
    ])
    const filled = [
      sheets.lines[0],
      'supplier,Thornwick Care,6000.00,1000,400,320',
      'staff,Staff of these suppliers,,1000,,500',
      'second-supplier,Bell Foods,,1000,300,200',
    ].join('\n')
    expect((await run('multiplier fill', [STUDY], {}, filled)).lines).toEqual(['3 sheets taken.'])
    const shown = await run('multiplier show', [STUDY])
    expect(shown.answer).toMatchObject({ lm3: { low: 1.648, central: 2.08, high: 2.08 } })
    expect(shown.lines[0]).toBe('Our pound: a pound becomes £2.08, between £1.65 and £2.08')
    expect(shown.lines[1]).toContain('1 of 2 suppliers answered')
  })

  test('says which sheets it did not take, and exits with 1', async () => {
    const said = await run('multiplier fill', [STUDY], {}, 'h\nsupplier,Nobody,,10,1,1\n')
    expect([said.exit, said.answer]).toEqual([1, { filled: 0, refused: ['Nobody'] }])
    expect(said.warnings[0]).toContain('the study has no such supplier')
  })

  test.each<[string, string, readonly string[], CommandInput['options'], string, string]>([
    ['no place', 'multiplier begin', [], { title: 'T' }, '', 'Say what counts as local'],
    [
      'a period without payments',
      'multiplier begin',
      [],
      { title: 'T', place: 'P', to: '1999-01' },
      '',
      'No supplier was paid',
    ],
    ['an unknown study', 'multiplier show', ['Nothing'], {}, '', 'There is no study "Nothing"'],
    ['a PDF', 'multiplier fill', [STUDY], {}, '%PDF-1.7 "', 'This is no CSV file'],
    ['nothing', 'multiplier fill', [STUDY], {}, '', 'No row of this file has figures'],
    ['a huge file', 'multiplier fill', [STUDY], {}, 'x'.repeat(1_000_001), 'larger than a megabyte'],
  ])('refuses %s with a sentence', async (_what, name, args, options, input, sentence) => {
    await expect(run(name, args, options, input)).rejects.toMatchObject({
      name: 'Unusable',
      message: expect.stringContaining(sentence),
    })
  })

  test('is another authority’s to see nothing of', async () => {
    await aPlacedAuthority(db, 'Callerby')
    await expect(run('multiplier show', [STUDY], { organisation: 'Callerby' })).rejects.toThrow(
      'There is no study',
    )
  })
})

test('every command has an example and an account of its options', () => {
  for (const { name, examples, options } of commands) {
    expect(examples.length).toBeGreaterThan(0)
    expect(examples.every((example) => example.startsWith(name))).toBe(true)
    for (const option of Object.values(options)) expect(option.description).not.toBe('')
  }
})

describe('goldthread spend analyse', () => {
  test('shows any analysis as its page does, for an organisation by its short name too', async () => {
    const months = await run('spend analyse', ['months'], { organisation: ' Northmere', from: '2026-05' })
    expect(months.answer).toMatchObject({ title: 'Months', rows: [{ name: '2026-05', amount: 400_000 }] })
    const [organisation] = await db.query('select slug from identity.organisation where name = $1', [MINE])
    const tiers = await run('spend analyse', ['tiers'], { organisation: organisation?.slug as string })
    expect(tiers.lines.slice(0, 2)).toEqual([
      'Tiers of place and their range',
      '1 April to 31 May 2026; 2 payments in 1 file; place not known for 100%',
    ])
  })

  test.each([
    ['nonsense', {}, 'There is no analysis “nonsense”. It is one of: tiers'],
    ['__proto__', {}, 'There is no analysis'],
    ['tiers', { from: '2026-13' }, '“2026-13” is no month'],
    ['gaps', { growth: '-1' }, 'cannot be used'],
    ['network-map', {}, 'Say which network'],
  ])('refuses %s %j with a sentence', async (name, options, sentence) => {
    await expect(run('spend analyse', [name], options)).rejects.toThrow(sentence)
  })
})
