import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aDataFolder, jsonOf, runCommand } from './command.ts'

const folder = aDataFolder()
const run = (...args: string[]) => runCommand(folder, args)

const file = join(folder, '..', `payments-${process.pid}.csv`)
writeFileSync(
  file,
  'Spending over £500\nPaid,Supplier,Net Amount\n01/04/2026,Thornwick Care,"£1,100.00"\n02/04/2026,Callerby Roads,(250.50)\nTotal,,849.50\n',
)

describe('goldthread', () => {
  test('lists its commands, each with one line', async () => {
    const help = await run('--help')
    expect(help.code).toBe(0)
    for (const name of [
      'spend import',
      'register import',
      'places list',
      'audit verify',
      'db backup',
      'db restore',
    ])
      expect(help.out).toContain(name)
  })

  test('says what it did not understand, and where help is', async () => {
    const unknown = await run('spend', 'forget')
    expect(unknown).toMatchObject({ code: 2, out: '' })
    expect(unknown.err).toContain('There is no command "spend forget"')
    const option = await run('spend', 'import', file, '--colour', 'red')
    expect(option.code).toBe(1)
    expect(option.err).toContain('--colour')
    expect(option.err).not.toMatch(/\bat .*\.ts:\d+/)
  })

  test('shows options and examples of a command', async () => {
    const help = await run('spend', 'import', '--help')
    expect(help.out).toMatch(/Usage: goldthread spend import FILE --organisation NAME/)
    expect(help.out).toContain('Examples:')
  })
})

describe('goldthread spend import --json', () => {
  test('prints one object: rows, pence, period, layout and warnings', async () => {
    const ran = await run('spend', 'import', file, '--organisation', 'Northmere', '--json')
    expect(ran.code).toBe(0)
    expect(jsonOf(ran)).toMatchObject({
      organisation: 'Northmere',
      status: 'counted',
      rows: { source: 5, payments: 2, other: 3, rejected: 0 },
      pence: { payments: 84_950, rejected: 0, printedTotal: 84_950 },
      period: { from: '2026-04-01', to: '2026-04-02' },
      layout: {
        encoding: 'utf-8',
        headerRow: 2,
        columns: { date: 'Paid', supplier: 'Supplier', amount: 'Net Amount' },
      },
      warnings: expect.arrayContaining([expect.objectContaining({ code: 'organisation-created' })]),
    })
  })

  test('adds nothing the second time, and says so', async () => {
    const again = jsonOf(await run('spend', 'import', file, '--organisation', 'Northmere', '--json'))
    expect(again).toMatchObject({
      rows: { payments: 2 },
      warnings: expect.arrayContaining([expect.objectContaining({ code: 'already-imported' })]),
    })
    expect(jsonOf(await run('spend', 'map', '--organisation', 'Northmere', '--json'))).toMatchObject({
      basis: { payments: 2, pence: 84_950 },
    })
  })

  test.each([
    ['no organisation', ['spend', 'import', file], 'Name the organisation'],
    [
      'a file that is not there',
      ['spend', 'import', '/nowhere.csv', '--organisation', 'Northmere'],
      'There is no file /nowhere.csv',
    ],
    ['a folder', ['spend', 'import', folder, '--organisation', 'Northmere'], 'is a folder'],
    [
      'a wrong overlap',
      ['spend', 'import', file, '--organisation', 'Northmere', '--overlap', 'maybe'],
      '--overlap is one of',
    ],
    [
      'a wrong column role',
      ['spend', 'import', file, '--organisation', 'Northmere', '--column', 'colour=A'],
      '"colour" is not one of',
    ],
  ])('answers %s with a sentence', async (_name, args, sentence) => {
    const ran = await run(...args)
    expect(ran.code).toBe(1)
    expect(ran.err).toContain(sentence)
    expect(ran.err).not.toMatch(/\bat .*\.ts:\d+/)
  })

  test('says what is wrong with a file that is none, as JSON too', async () => {
    const pdf = join(folder, '..', `report-${process.pid}.csv`)
    writeFileSync(pdf, '%PDF-1.7\n')
    const ran = await run('spend', 'import', pdf, '--organisation', 'Northmere', '--json')
    expect(ran.code).toBe(1)
    expect(jsonOf(ran)).toMatchObject({ error: { code: 'pdf' } })
  })
})
