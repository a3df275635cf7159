import { describe, expect, test } from 'vitest'
import type { CommandInput, ExitCode } from '../../platform/command.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { aCharity, aFile, charityText, companiesHouseCsv } from './builders.ts'
import { commands } from './commands.ts'

const db = await openTestDatabase(['load-register'])

const run = async (name: string, args: readonly string[], options: CommandInput['options'] = {}) => {
  const said = {
    lines: [] as string[],
    answers: [] as Record<string, unknown>[],
    exit: undefined as ExitCode | undefined,
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) throw new Error(`there is no command ${name}`)
  said.exit = await command.run({
    services: db.services,
    args,
    options,
    terminal: {
      isJson: false,
      print: (line) => void said.lines.push(line),
      answer: (value) => void said.answers.push(value as Record<string, unknown>),
      warn: () => undefined,
      progress: () => undefined,
      readInput: async () => '',
    },
  })
  return said
}
const COMPANIES = companiesHouseCsv([{ CompanyNumber: '00000001' }, { CompanyNumber: '' }])

describe('goldthread register', () => {
  test('list says how to begin', async () => {
    const { lines, answers } = await run('register list', [])
    expect(lines).toEqual(['No register is loaded. goldthread register import FILE loads one.'])
    expect(answers).toEqual([{ registers: [] }])
  })

  test('import recognises the register and its day, and tells what it read', async () => {
    const parts = [
      aFile(db, COMPANIES, 'BasicCompanyData-2026-11-01-part1_2.csv'),
      aFile(db, companiesHouseCsv([{ CompanyNumber: '00000002' }]), 'part2_2.csv'),
    ]
    const { exit, lines, answers } = await run(
      'register import',
      parts.map(({ path }) => path),
    )
    expect(exit).toBe(0)
    expect(lines).toEqual([
      'Companies House, as of 2026-11-01',
      '  3 rows = 2 entries + 1 not taken',
      '  ! 1 row: there is no number',
      '  goldthread register show "Companies House" lists the rows that were not taken',
    ])
    expect(answers[0]).toMatchObject({
      kind: 'companies-house',
      current: { asOf: '2026-11-01', rows: { read: 3, loaded: 2, rejected: 1 } },
    })
  })

  test('import takes kind, name and day from its options', async () => {
    const file = aFile(db, 'number,name\n00000003,A LTD\n')
    const options = {
      kind: 'plain',
      name: 'Approved suppliers',
      'as-of': '2026-04-01',
      source: 'Northmere',
      licence: 'OGL',
    }
    expect((await run('register import', [file.path], options)).answers[0]).toMatchObject({
      name: 'Approved suppliers',
      current: { asOf: '2026-04-01', source: 'Northmere', licence: 'OGL' },
    })
  })

  test.each<[string, string, CommandInput['options'], string]>([
    [
      'an unknown kind',
      COMPANIES,
      { kind: 'phone-book' },
      '--kind is one of: companies-house, charity-commission, mutuals, plain.',
    ],
    [
      'a day that does not exist',
      COMPANIES,
      { 'as-of': '2026-02-31' },
      '--as-of is a day such as 2026-11-01.',
    ],
    ['no day', charityText([aCharity()]), {}, 'Say which day the register stands for: --as-of 2026-11-01.'],
    ['a list without a name', 'number,name\n1,A\n', { 'as-of': '2026-01-01' }, 'Give the list a name'],
    [
      'a file of no register',
      'Date,Amount\n1,2\n',
      { 'as-of': '2026-01-01' },
      'has no header with a column for the company or charity number',
    ],
    [
      'the wrong kind',
      COMPANIES,
      { kind: 'mutuals', 'as-of': '2026-01-01' },
      'has no header with columns Society Name',
    ],
  ])('import of %s is refused with a sentence', async (_what, content, options, sentence) => {
    const imported = run('register import', [aFile(db, content).path], options)
    await expect(imported).rejects.toMatchObject({
      name: 'Unusable',
      message: expect.stringContaining(sentence),
    })
  })

  test('import of a file that is not there is refused with a sentence', async () => {
    await expect(run('register import', ['/nowhere/x.csv'])).rejects.toThrow('There is no file x.csv.')
  })

  test('list, show and remove find a register by its name or id', async () => {
    expect((await run('register list', [])).lines).toEqual([
      `${'Approved suppliers'.padEnd(32)} 1 entry as of 2026-04-01`,
      `${'Companies House'.padEnd(32)} 2 entries as of 2026-11-01`,
    ])
    const shown = await run('register show', ['Companies House'], { rejected: '5' })
    expect(shown.lines.at(-1)).toMatch(
      /^ {2}! \S+BasicCompanyData-2026-11-01-part1_2.csv row 3: there is no number: NORTHMERE JOINERY/,
    )
    expect(shown.answers[0]).toMatchObject({ rejectedRows: [{ row: 3, reason: 'number-missing' }] })
    const id = String(shown.answers[0]?.id)
    expect((await run('register remove', [id])).lines).toEqual(['Companies House is removed.'])
    await expect(run('register show', ['Companies House'])).rejects.toThrow(
      'There is no register "Companies House".',
    )
    await expect(run('register show', ['Approved suppliers'], { rejected: 'x' })).rejects.toThrow(
      '--rejected is a whole number.',
    )
  })

  test('every command has an example and an account of its options', () => {
    for (const command of commands) {
      expect(command.examples.length).toBeGreaterThan(0)
      expect(command.examples.every((example) => example.startsWith(command.name))).toBe(true)
      for (const option of Object.values(command.options)) expect(option.description).not.toBe('')
    }
  })
})
