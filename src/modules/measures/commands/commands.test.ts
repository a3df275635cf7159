import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CommandInput } from '../../../platform/command.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { commands } from '../commands.ts'
import { aCouncil, frameworkCsv } from '../council-builders.ts'

const db = await openTestDatabase()
const council = await aCouncil(db)

const run = async (name: string, args: string[], options: CommandInput['options'] = {}, input = '') => {
  const lines = { warned: [] as string[], answer: undefined as any }
  const terminal = {
    isJson: true,
    print: () => undefined,
    answer: (value: unknown) => void (lines.answer = value),
    warn: (text: string) => void lines.warned.push(text),
    progress: () => undefined,
    readInput: async () => input,
  }
  const command = commands.find((known) => known.name === name)!
  const code = await command.run({
    services: db.services,
    args,
    options: { organisation: council.name, ...options },
    terminal,
  })
  return { code, ...lines }
}

const file = (name: string, content: string): string => {
  const path = join(db.dataFolder, name)
  writeFileSync(path, content)
  return path
}

describe('frameworks on the command line', () => {
  const about = { code: 'county', version: '1', licence: 'CC BY 4.0', published: '2025-04-01' }

  test('are taken in, or every fault is told by its row', async () => {
    const faulty = await run(
      'measures import',
      [file('bad.csv', frameworkCsv().replace('14000', 'lots'))],
      about,
    )
    expect([faulty.code, faulty.answer.error.faults]).toEqual([
      1,
      [{ row: 6, column: 'value', message: 'The value “lots” is no number. Write 1200, 1,200.50 or £0.74' }],
    ])
    expect(await run('measures import', [file('one.csv', frameworkCsv())], about)).toMatchObject({
      code: 0,
      answer: { measures: 3 },
    })
    await expect(run('measures import', ['/no/such.csv'], about)).rejects.toThrow('There is no file')
    await expect(run('measures import', ['x.csv'], {})).rejects.toThrow('--code is missing')
  })

  test('are adapted, weighted, merged and listed', async () => {
    const why = { framework: 'county', because: 'Plain words.' }
    const adapted = await run('measures adapt', ['local-job'], { ...why, set: ['name=Jobs for our people'] })
    expect(adapted).toMatchObject({ code: 0, answer: { revision: 1 } })
    await expect(run('measures adapt', ['local-job'], { ...why, set: ['nome=x'] })).rejects.toThrow(
      'the columns are',
    )
    expect(await run('measures weigh', ['local-job', '3'], { ...why, for: 'ward:E05000001' })).toMatchObject({
      code: 0,
    })
    expect(await run('measures adapt', ['tonnes'], { ...why, off: true })).toMatchObject({ code: 0 })
    const newer = frameworkCsv().replace('Jobs for residents', 'Residents employed')
    await run('measures import', [file('two.csv', newer)], {
      ...about,
      version: '2',
      published: '2026-04-01',
    })
    const offer = await run('measures merge', ['county'])
    expect(offer.answer).toMatchObject({ version: '2', open: ['measure.local-job.name'] })
    expect((await run('measures merge', ['county'], { apply: true })).answer.error.code).toBe('conflict-open')
    expect(await run('measures merge', ['county'], { apply: true, take: ['ours'] })).toMatchObject({
      code: 0,
      answer: { version: '2' },
    })
    const { answer } = await run('measures frameworks', [])
    expect(answer.frameworks.find(({ code }: { code: string }) => code === 'county')).toMatchObject({
      version: '2',
      revision: 4,
      newerVersion: null,
    })
  })

  test('suggest measures, heavier ones first, and say how many suit', async () => {
    const plain = await run('measures suggest', ['residents have work'], { framework: 'county' })
    expect(plain.answer.suggestions[0].because[0]).toContain('Residents have work')
    const heavy = await run('measures suggest', ['residents have work'], {
      framework: 'county',
      ward: 'E05000001',
    })
    expect(heavy.answer.suggestions[0]).toMatchObject({ measure: 'local-job', weight: 3 })
    expect((await run('measures proportion', ['20000', '6', 'goods'])).answer).toMatchObject({
      min: 0,
      max: 1,
    })
  })
})

describe('values on the command line, for an organisation', () => {
  const share = { share: 0, reason: 'as agreed' }
  const offer = (measure: string): string =>
    JSON.stringify({
      measure,
      quantity: 10,
      priceYear: '2024/25',
      assumptions: { deadweight: share, displacement: share, attribution: share },
    })

  test('rest on its own frameworks, its changes and nothing of anybody else', async () => {
    const own = await run('value', [], { framework: 'county' }, offer('local-job'))
    expect(own).toMatchObject({
      code: 0,
      answer: {
        result: { economic: { low: '120000.00', central: '140000.00' } },
        framework: { id: 'county', version: '2', terms: 'open', revision: 4 },
      },
    })
    const changed = { set: ['value=20', 'low=', 'high=', 'source=Our study'], because: 'Own study.' }
    await run('measures adapt', ['com-volunteer'], changed)
    const put = { priceYear: '2025/26' }
    const here = await run('value', [], {}, JSON.stringify({ ...JSON.parse(offer('com-volunteer')), ...put }))
    expect(here.answer.result.economic.central).toBe('200.00')
    const other = (await aCouncil(db)).name
    const there = { organisation: other, framework: 'county' }
    await expect(run('value', [], there, offer('local-job'))).rejects.toThrow(
      `There is no framework "county". ${other} has: open, ppn-026.`,
    )
    await expect(run('value', [], { organisation: 'Nobody' }, offer('local-job'))).rejects.toThrow(
      'There is no organisation "Nobody"',
    )
    await expect(run('value', [], { organisation: undefined, framework: 'county' })).rejects.toThrow(
      '--organisation NAME uses those of an organisation',
    )
    expect((await run('value', [], { framework: 'county' }, offer('tonnes'))).answer.refused[0].code).toBe(
      'unknown-measure',
    )
  })

  test('say where a licence keeps the framework inside, and list no more of it than its use needs', async () => {
    const kept = { code: 'kept', version: '1', licence: 'CC BY-NC-ND 4.0', restricted: true }
    await run('measures import', [file('kept.csv', frameworkCsv())], kept)
    const valued = await run('value', [], { framework: 'kept' }, offer('local-job'))
    expect([valued.code, valued.answer.framework.terms, valued.warned[0]]).toEqual([
      0,
      'restricted',
      'The licence (CC BY-NC-ND 4.0) keeps this framework inside your organisation: do not publish or pass on what it says.',
    ])
    const listed = await run('measures list', [], { framework: 'kept' })
    expect(listed.answer.measures[0]).toMatchObject({ code: 'local-job', theme: 'work' })
    expect(JSON.stringify(listed.answer.measures)).not.toContain('14000')
    expect((await run('measures show', ['local-job'], { framework: 'kept' })).warned[0]).toContain(
      'keeps this',
    )
  })
})

describe('reference data on the command line', () => {
  const about = { title: 'Carbon 2026', licence: 'OGL v3.0', prices: '2025', published: '2026-11-01' }
  test('is replaced, or every fault is told by its row', async () => {
    const bad = file('carbon.csv', 'year,low,central,high\n2026,300,200,100\n2026,1,2,3\nsoon,1,2,3')
    expect(
      (await run('measures replace-reference', ['carbon-values', bad], about)).warned.slice(0, 3),
    ).toEqual([
      '  row 2: The range does not hold its centre.',
      '  row 3: Row 2 says the same year already.',
      '  row 4: “soon” is no year. Write 2026.',
    ])
    const good = file('carbon2.csv', 'year,low,central,high\n2026,100,200,300')
    expect(await run('measures replace-reference', ['carbon-values', good], about)).toMatchObject({ code: 0 })
    const rates = file(
      'rates.csv',
      'schedule,from year,to year,rate\ngreen-book,0,30,3%\ngreen-book,32,,2.5%',
    )
    expect((await run('measures replace-reference', ['discount-rates', rates], about)).warned[0]).toContain(
      'leave a gap',
    )
    const wages = file(
      'wages.csv',
      'kind,place,who,from,to,hourly\nreal-living-wage,uk,adults,2027-05-01,2028-04-30,14.10',
    )
    expect(await run('measures replace-reference', ['wages', wages], about)).toMatchObject({
      code: 0,
      answer: { rows: 1 },
    })
    const [audited] = await db.query(
      `select count(*) as n from platform.audit_entry where name = 'REFERENCE_DATA_REPLACED' and authority_id = $1`,
      [council.id],
    )
    expect(audited?.n).toBe(2)
  })
})
