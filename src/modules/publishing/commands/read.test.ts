import { describe, expect, test } from 'vitest'
import { aRelease, runIt } from '../builders.ts'
import { readCommand } from './read.ts'

describe('goldthread ocds read', () => {
  test('tells what was bought, from whom, for how much', async () => {
    const { code, out, err } = await runIt(readCommand, JSON.stringify(aRelease()))
    expect([code, err]).toEqual([
      0,
      '1 contracts from 1 releases; 0 releases refused, 0 fields left empty or doubtful.',
    ])
    expect(out).toContain('contract       Repair of footpaths')
    expect(out).toContain('£231,500.50; 2026-09-15 to 2029-09-14; Fenwick Paths Ltd (GB-COH 01234567)')
  })
  test('reports what it refused with its place, keeps the rest and exits with 1', async () => {
    const { code, answer, err } = await runIt(readCommand, JSON.stringify([{ id: '1' }, aRelease()]), {
      isJson: true,
    })
    expect(code).toBe(1)
    expect(answer.contracts).toHaveLength(1)
    expect(answer.problems[0]).toMatchObject({
      where: '/0',
      pointer: '/ocid',
      code: 'no-ocid',
      isRefused: true,
    })
    expect(err).toContain('/0 /ocid has no ocid')
  })
  test('gives an example that can be run', async () => {
    const text = /<<< '(.*)'$/.exec(readCommand.examples.at(-1) ?? '')?.[1] ?? ''
    expect((await runIt(readCommand, text)).code).toBe(0)
  })
})
