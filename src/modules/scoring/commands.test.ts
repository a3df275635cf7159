import { describe, expect, test } from 'vitest'
import type { CommandInput } from '../../platform/command.ts'
import { Unusable } from '../../platform/errors.ts'
import { EXAMPLE } from './commands/score-help.ts'
import { commands } from './commands.ts'
import { NAMES } from './reading/names.ts'
import { competitionJsonSchema, competitionSchema } from './reading/schema.ts'

type Answered = {
  readonly code: number
  readonly answer: any
  readonly printed: string
  readonly warned: string
}

/** Runs a command as the command line does, on 22 November 2026. */
const run = async (
  name: string,
  input: unknown = '',
  options: CommandInput['options'] = {},
  isJson = true,
): Promise<Answered> => {
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
  const code = await command.run({ services, args: [], options, terminal })
  return { code, answer: lines.answer, printed: lines.printed.join('\n'), warned: lines.warned.join('\n') }
}

describe('goldthread score', () => {
  test('scores the example of its own help page, step by step', async () => {
    const { code, answer } = await run('score', EXAMPLE)
    expect([code, answer.winner]).toEqual([0, 'Birch'])
    expect(answer.ranking.map(({ bid, rank, totalShown }: any) => [rank, bid, totalShown])).toEqual([
      [1, 'Birch', '93.90'],
      [2, 'Alder', '80.65'],
    ])
    expect(answer.bids[0].steps.map(({ criterion, points }: any) => [criterion, points])).toEqual([
      ['Price', '40'],
      ['Menus', '21.6'],
      ['Delivery', '10.8'],
      ['Local offer', '3.75'],
      ['How it is kept', '4.5'],
    ])
    expect(answer.bids[0].steps[1].agreed.evaluators).toHaveLength(2)
    expect(answer.bids[0].groups.map(({ group, points }: any) => [group, points])).toEqual([
      ['Quality', '32.4'],
      ['Social value', '8.25'],
    ])
    expect(answer.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  })
  test('prints the same for a person', async () => {
    const { printed } = await run('score', EXAMPLE, {}, false)
    expect(printed).toContain('Birch is first')
    expect(printed).toContain('weight x (2 - value / benchmark)')
    expect(printed).toContain('Both saw the sample week')
    expect(printed).toContain('With 2 instead of 5 for Birch on Menus, Alder would be first.')
  })
  test('asks, refuses and works nothing out', async () => {
    const { code, answer, warned } = await run('score', {
      criteria: [
        { name: 'Price', weight: 30, method: 'mean' },
        { name: 'Quality', weight: 60, scale: 5 },
      ],
      bids: [],
    })
    expect([code, answer.winner]).toEqual([1, undefined])
    expect(answer.refused[0].message).toContain('The weights add up to 90, not to 100.')
    expect(warned).toContain('Refused.')
  })
  test('ends with 2 where it is no JSON', async () => {
    const { code, answer, warned } = await run('score', '{"criteria"')
    expect([code, answer.error.message]).toEqual([2, warned])
  })
  test('has no winner where a tie stays, and asks for the rule', async () => {
    const { answer } = await run('score', {
      criteria: [{ name: 'Price', weight: 100, benchmark: 5 }],
      bids: { A: 4, B: 5 },
    })
    expect(answer.winner).toBeNull()
    expect(answer.warnings[0]).toMatchObject({ code: 'tie-for-first' })
    expect(answer.robustness).toBeNull()
  })
  test('prices promises by measures, one basis only', async () => {
    const told = { share: 0, reason: 'as agreed' }
    const offer = {
      assumptions: { deadweight: told, displacement: told, attribution: told },
      items: [
        { label: 'hours', measure: 'com-volunteer', quantity: 100 },
        { label: 'spend', measure: 'local-spend', quantity: 5000 },
      ],
    }
    const input = (basis: object) => ({
      criteria: [
        { name: 'Price', weight: 50, benchmark: 100_000 },
        { name: 'Offer', weight: 50, kind: 'social value quantitative', target: 10_000, ...basis },
      ],
      bids: [{ name: 'A', price: 100_000, offers: { Offer: offer } }],
    })
    expect((await run('score', input({}))).answer.questions[0]).toMatchObject({ code: 'basis-missing' })
    expect((await run('score', input({ basis: 'spend' }))).answer.ranking[0].total).toBe('75')
    const economic = await run('score', input({ basis: 'economic' }))
    expect(economic.answer.bids[0].steps[1].inputs.value).toMatch(/^1832\.0/)
    const unknown = {
      ...input({ basis: 'spend' }),
      bids: [{ name: 'A', price: 1, offers: { Offer: [{ measure: 'luck', quantity: 1 }] } }],
    }
    expect((await run('score', unknown)).answer.questions[0].question).toContain('There is no measure "luck"')
  })
  test('every example of the help page that reads from the line can be run', async () => {
    const [score] = commands
    const texts = score!.examples.flatMap((example) => /<<< '(.*)'$/.exec(example)?.[1] ?? [])
    expect(texts).not.toHaveLength(0)
    for (const text of texts) expect((await run('score', text)).code).toBe(0)
  })
  test('says where there is no file', () =>
    expect(run('score', '', { file: '/nowhere/at-all.json' })).rejects.toThrow(Unusable))
})

describe('the published schema', () => {
  test('is JSON schema and takes the example', async () => {
    expect((await run('score', '', { schema: true })).answer).toMatchObject({
      type: 'object',
      required: ['criteria', 'bids'],
    })
    expect(competitionSchema.safeParse(EXAMPLE).success).toBe(true)
    expect(competitionSchema.safeParse({ ...EXAMPLE, bids: 3 }).success).toBe(false)
    expect((await run('score', '', { example: true }, false)).printed).toBe(JSON.stringify(EXAMPLE, null, 2))
  })
  test('names everything that is read', () => {
    const text = JSON.stringify(competitionJsonSchema())
    const names = [
      ...Object.keys(NAMES.competition),
      ...Object.keys(NAMES.bid),
      ...Object.keys(NAMES.criterion).filter((name) => name !== 'description'),
    ]
    for (const name of names) expect(text, name).toContain(`"${name}"`)
  })
})

describe('goldthread score simulate', () => {
  test('shows that a losing bid decides under relative methods only, the same each time', async () => {
    const { code, answer } = await run('score simulate')
    expect([code, answer.bids, answer.methods.length]).toEqual([0, 200, 5])
    for (const { dependsOnOtherBids, swapped, competitions, example } of answer.methods) {
      expect(competitions).toBe(40)
      expect([swapped > 0, example !== null]).toEqual([dependsOnOtherBids, dependsOnOtherBids])
    }
    expect((await run('score simulate')).answer).toEqual(answer)
    expect((await run('score simulate', '', { seed: '2' })).answer).not.toEqual(answer)
  })
  test('prints an example of a swap', async () =>
    expect((await run('score simulate', '', {}, false)).printed).toMatch(
      /bid \d wins\. Without bid \d, which loses, bid \d would win\./,
    ))
  test.each([
    ['weights of 90', { price: '30' }, 'add up to 90'],
    ['words', { bids: 'many' }, '--bids is a number'],
    ['half a bid', { bids: '10.5' }, 'whole number'],
    ['more bidders than bids', { bids: '3' }, 'fewer bids'],
  ])('refuses %s', (_what, options, sentence) =>
    expect(run('score simulate', '', options)).rejects.toThrow(sentence),
  )
})
