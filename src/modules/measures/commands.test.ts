import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandInput } from '../../platform/command.ts'
import { Unusable } from '../../platform/errors.ts'
import { commands } from './commands.ts'

type Answered = {
  readonly code: number
  readonly answer: any
  readonly printed: string
  readonly warned: string
}

/** Runs a command as the command line does, on 22 November 2026. These commands touch no database. */
const run = async (
  name: string,
  more: { input?: unknown; args?: string[]; options?: CommandInput['options']; isJson?: boolean } = {},
): Promise<Answered> => {
  const { input = '', args = [], options = {}, isJson = true } = more
  const lines = { printed: [] as string[], warned: [] as string[], answer: undefined as unknown }
  const terminal = {
    isJson,
    print: (text: string) => void (isJson || lines.printed.push(text)),
    answer: (value: unknown) => void (isJson && (lines.answer = JSON.parse(JSON.stringify(value)))),
    warn: (text: string) => void lines.warned.push(text),
    progress: () => undefined,
    readInput: async () => (typeof input === 'string' ? input : JSON.stringify(input)),
  }
  const services = { clock: { now: () => new Date('2026-11-22T12:00:00Z') } } as CommandInput['services']
  const command = commands.find((known) => known.name === name)!
  const code = await command.run({ services, args, options, terminal })
  return { code, answer: lines.answer, printed: lines.printed.join('\n'), warned: lines.warned.join('\n') }
}

const told = (share: number) => ({ share, reason: 'as agreed' })
const SHARES = { deadweight: told(0.25), displacement: told(0), attribution: told(0) }
const volunteer = { measure: 'com-volunteer', quantity: 40, assumptions: SHARES }

describe('goldthread value', () => {
  test('prints each step of the sum with its source, the result by basis and what to know', async () => {
    const { code, answer } = await run('value', { input: volunteer })
    expect(code).toBe(0)
    expect(answer.steps.map(({ step, result }: any) => [step, result.central ?? result])).toEqual([
      ['unit-value', '17.96'],
      ['uprating', '18.320231'],
      ['gross', '732.809223'],
      ['deadweight', '549.606917'],
      ['displacement', '549.606917'],
      ['attribution', '549.606917'],
      ['rounding', '549.61'],
    ])
    expect(answer.steps[0].source).toMatchObject({ licence: 'OGL v3.0', publishedOn: '2025-10' })
    expect(answer.steps[3]).toMatchObject({
      formula: 'value x (1 - deadweight)',
      inputs: { deadweight: '0.25' },
      reason: 'as agreed',
    })
    expect(answer.result).toEqual({
      economic: { low: '388.95', central: '549.61', high: '799.01', priceYear: '2026/27', isTransfer: false },
    })
    expect(answer.warnings.map((warning: any) => warning.code)).toContain('figure-to-check')
    expect(answer.sensitivity[0]).toMatchObject({ input: 'unitValue', range: 'stated' })
  })

  test('asks for what is missing and ends with 1', async () => {
    const { code, answer } = await run('value', {
      input: { measure: 'com-volunteer', quantity: 40, assumptions: { deadweight: 0.25 } },
    })
    expect(code).toBe(1)
    expect(answer.questions.map(({ field }: any) => field)).toEqual([
      'deadweight.reason',
      'displacement',
      'attribution',
    ])
    expect(answer.result).toBeUndefined()
  })

  test('prints questions for a person on standard error', async () => {
    const { warned, printed } = await run('value', {
      input: { measure: 'com-volunteer', quantity: 40 },
      isJson: false,
    })
    expect(warned).toContain('How much of it would have happened anyway?')
    expect(printed).not.toContain('£')
  })

  test('refuses wrong JSON with a sentence and ends with 2', async () => {
    const { code, answer, warned } = await run('value', { input: '{"measure":' })
    expect([code, answer.error.code, warned]).toEqual([
      2,
      'not-usable-input',
      'The input is not JSON. Check quotes, commas and brackets; names stand in double quotes.',
    ])
  })

  test('names the measure that may have been meant', async () => {
    const { code, answer } = await run('value', { input: { ...volunteer, measure: 'com-voluntear' } })
    expect([code, answer.refused[0].message]).toEqual([
      1,
      'There is no measure "com-voluntear". Did you mean com-volunteer? goldthread measures list shows them all.',
    ])
  })

  test('adds several items by basis and never across', async () => {
    const { code, answer } = await run('value', {
      input: {
        assumptions: SHARES,
        items: [
          { ...volunteer, label: 'hours' },
          { label: 'lessons', measure: 'skill-school-hours', quantity: 10 },
          { label: 'spend', measure: 'local-spend', quantity: '250,000' },
          { label: 'tonnes', measure: 'env-carbon', quantity: 10, startYear: 2026 },
          {
            label: 'story',
            measure: 'words-lives',
            score: 3,
            reason: 'two residents confirm it',
            evidence: ['their words'],
          },
        ],
      },
    })
    expect(code).toBe(0)
    expect(
      Object.entries(answer.result).map(([basis, total]: any) => [basis, total.central, total.counted]),
    ).toEqual([
      ['spend', '250000.00', ['spend']],
      ['economic', '549.61', ['hours']],
      ['carbon', '2398.20', ['tonnes']],
    ])
    expect(answer.result.economic.leftOut).toMatchObject([
      { label: 'lessons', group: 'staff-time', countedInstead: ['hours'] },
    ])
    expect(answer.items[4]).toMatchObject({ score: 3, result: { words: { score: 3, outOf: 5 } } })
    expect(answer.note).toContain('never added')
  })

  test('gives no total while an item waits', async () => {
    const { code, answer } = await run('value', {
      input: [volunteer, { measure: 'com-volunteer', quantity: 1 }],
    })
    expect([code, answer.result]).toEqual([1, null])
  })

  test('takes a measure of one\u2019s own and says that nobody has checked it', async () => {
    const { code, answer } = await run('value', {
      input: {
        measure: { name: 'Coaching', proxyValue: 8500, priceYear: '2026/27', basis: 'economic' },
        quantity: 60,
        years: 2,
        investment: 250000,
        assumptions: {
          deadweight: told(0.4),
          displacement: told(0),
          attribution: told(0.3),
          dropOff: told(0.3),
          discount: { rate: '3.5%', reason: 'as published', convention: 'year 0' },
        },
      },
    })
    expect([code, answer.result.economic.central, answer.return.ratio.central]).toEqual([
      0,
      '359069.57',
      '1.4363',
    ])
    expect(answer.warnings.slice(0, 2).map((warning: any) => warning.code)).toEqual([
      'own-measure',
      'own-without-source',
    ])
  })

  test('prints the sum for a person', async () => {
    const { printed } = await run('value', { input: volunteer, isJson: false })
    expect(printed).toContain('= £549.61 (£388.95 to £799.01) economic, prices of 2026/27')
    expect(printed).toContain('Less what would have happened anyway (deadweight)')
  })

  test('counts without a price where there is none', async () => {
    const { answer } = await run('value', { input: { measure: 'skill-placement', quantity: 12 } })
    expect(answer.result).toEqual({ none: { quantity: '12', unit: 'weeks of placement' } })
  })

  describe('from a file', () => {
    let folder = ''
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'measures-'))
      await writeFile(join(folder, 'offer.json'), JSON.stringify(volunteer))
    })
    afterAll(() => rm(folder, { recursive: true }))

    test('reads it', async () =>
      expect((await run('value', { options: { file: join(folder, 'offer.json') } })).code).toBe(0))
    test('says where there is none', async () => {
      await expect(run('value', { options: { file: join(folder, 'other.json') } })).rejects.toThrow(Unusable)
      await expect(run('value', { options: { file: folder } })).rejects.toThrow('is a folder')
    })
  })
})

describe('goldthread measures', () => {
  test('list gives every measure with its warning', async () => {
    const { answer } = await run('measures list')
    expect(answer.measures).toHaveLength(76)
    expect(answer.measures.find(({ code }: any) => code === 'job-unemployed').warning).toMatch(/^Replace/)
  })
  test('list prints themes, figures and attribution', async () => {
    const { printed } = await run('measures list', { isJson: false, options: { basis: 'carbon' } })
    expect(printed).toContain('env-carbon')
    expect(printed).toContain('Open Government Licence v3.0')
    expect(printed).not.toContain('com-volunteer')
  })
  test('list takes only a basis and a theme there are', async () => {
    await expect(run('measures list', { options: { basis: 'goodness' } })).rejects.toThrow(Unusable)
    await expect(run('measures list', { options: { theme: 'x' } })).rejects.toThrow(Unusable)
  })
  test('list of the template says that it does not bind councils', async () => {
    expect(
      (await run('measures list', { isJson: false, options: { framework: 'ppn-026' } })).printed,
    ).toContain('does not bind councils')
  })
  test('show tells all of one measure', async () => {
    const { answer } = await run('measures show', { args: ['COM-LIFESAT'] })
    expect(answer).toMatchObject({
      code: 'com-lifesat',
      basis: 'wellbeing',
      source: { licence: 'OGL v3.0' },
      outcome: { code: 'com-better-lives' },
    })
  })
  test('show prints the scale of what is told in words', async () => {
    expect((await run('measures show', { args: ['words-lives'], isJson: false })).printed).toContain(
      '5 acted on',
    )
  })
  test('show names what may have been meant', async () => {
    await expect(run('measures show', { args: ['com-lifesta'] })).rejects.toThrow('Did you mean com-lifesat?')
  })
  test('reference says how old each source is and what is out of date', async () => {
    const { answer, code } = await run('measures reference')
    expect([code, answer.today, answer.outOfDate]).toEqual([0, '2026-11-22', 6])
    expect(answer.sources.find(({ id }: any) => id === 'gmca-ucd-1.4')).toMatchObject({
      isSuperseded: true,
      monthsOld: 131,
    })
    expect(answer.series.deflators[0]).toMatchObject({
      vintage: expect.stringContaining('March 2026'),
      forecastFrom: '2025/26',
    })
  })
  test('reference prints it for a person', async () => {
    expect((await run('measures reference', { isJson: false })).printed).toContain(
      '! Out of date: HM Treasury, GDP deflators',
    )
  })
  test('a framework that is not there is refused', async () => {
    await expect(run('measures list', { options: { framework: 'toms' } })).rejects.toThrow(
      'There is no framework "toms"',
    )
  })
})
