import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CommandInput } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import type { Explanation } from '../law/engine.ts'
import { lawCommands } from './law.ts'

const GOOD = {
  contractType: 'services',
  estimatedValue: 250_000,
  vatIncluded: true,
  procurementCommencedOn: '2026-05-01',
  route: 'open',
  contractEnteredOn: '2026-06-01',
}

const run = async (input: string, options: CommandInput['options'] = {}) => {
  const out: string[] = []
  const err: string[] = []
  let answer: Explanation | undefined
  const terminal = {
    isJson: false,
    print: (text: string) => void out.push(text),
    answer: (value: unknown) => void (answer = value as Explanation),
    warn: (text: string) => void err.push(text),
    progress: () => undefined,
    readInput: async () => input,
  }
  const code = await lawCommands[0]?.run({ services: undefined as never, args: [], options, terminal })
  return { code, out: out.join('\n'), err: err.join('\n'), answer }
}

describe('goldthread law explain', () => {
  test('prints every answer and the dates', async () => {
    const { code, out, err, answer } = await run(JSON.stringify(GOOD))
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('Contract details notice (UK7)')
    expect(out).toContain('by      30 June 2026  Contract details notice (UK7)')
    expect(out).toContain('not legal advice')
    expect(answer?.answers.length).toBeGreaterThan(90)
  })
  test('reads a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'law-'))
    writeFileSync(join(folder, 'facts.json'), `\uFEFF${JSON.stringify(GOOD)}`)
    expect((await run('', { file: join(folder, 'facts.json') })).code).toBe(0)
    rmSync(folder, { recursive: true })
    await expect(run('', { file: join(folder, 'facts.json') })).rejects.toThrow(Unusable)
  })
  test('asks what is missing and exits with 1', async () => {
    const { code, out, answer } = await run(JSON.stringify({ ...GOOD, vatIncluded: undefined }))
    expect(code).toBe(1)
    expect(out).toContain('Does the value include VAT?')
    expect(answer?.questions).toHaveLength(1)
  })
  test.each(['', 'not json', '[1]', '"text"', 'null', '{"a":'])(
    'refuses %j in a sentence and exits with 2',
    async (text) => {
      const { code, out, err, answer } = await run(text)
      expect([code, out, answer]).toEqual([2, '', undefined])
      expect(err).toMatch(/^The facts .*\.$/)
    },
  )
  test('warns of fields it does not know', async () =>
    expect((await run(JSON.stringify({ ...GOOD, colour: 'red' }))).err).toContain('"colour"'))
  test('gives examples that can be run', async () => {
    const texts = lawCommands[0]?.examples.flatMap((example) => /<<< '(.*)'$/.exec(example)?.[1] ?? []) ?? []
    expect(texts).toHaveLength(3)
    for (const text of texts) expect((await run(text)).code, text).toBe(0)
  })
})
