import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../../platform/command.ts'
import { aRelease, runIt } from '../builders.ts'
import { commands } from '../commands.ts'

const find = (name: string): Command => {
  const command = commands.find((each) => each.name === name)
  if (!command) throw new Error(name)
  return command
}

describe('commands that write tables', () => {
  test('goldthread ocds csv writes a file for each table, whatever a list is called', async () => {
    const out = mkdtempSync(join(tmpdir(), 'ocds-csv-'))
    const release = { ...aRelease(), '../../evil': [{ id: '1' }] }
    const { code, answer } = await runIt(find('ocds csv'), JSON.stringify(release), { options: { out } })
    expect([code, answer.tables[0].name]).toEqual([0, 'releases'])
    expect(readdirSync(out)).toEqual(
      expect.arrayContaining(['releases.csv', 'releases_contracts_socialValueCommitments.csv']),
    )
    expect(readdirSync(out)).toHaveLength(answer.tables.length)
    rmSync(out, { recursive: true })
  })
  test('goldthread grants check exits with 1 and names the pointer', async () => {
    const { code, out } = await runIt(find('grants check'), '{"grants":[{"id":"360G-x-1"}]}')
    expect(code).toBe(1)
    expect(out).toContain('error    /grants/0/title is missing or empty; fill it in')
    await expect(runIt(find('grants check'), '{}')).rejects.toThrow('There are no grants')
  })
  test('goldthread transparency write says which row is wrong', async () => {
    const write = find('transparency write')
    await expect(runIt(write, '[{}]', { args: ['spend'] })).rejects.toThrow('Row 1, incurredOn:')
    await expect(runIt(write, '[]', { args: ['constructor'] })).rejects.toThrow(
      'There is no dataset "constructor"',
    )
  })
  test.each(
    commands.flatMap((command) =>
      command.examples.filter((each) => each.includes('<<<')).map((each) => [each, command] as const),
    ),
  )('this example can be run: %s', async (example, command) => {
    const [, words = '', text = ''] = /^(.*?)\s*<<< '(.*)'$/.exec(example) ?? []
    const args = words.slice(command.name.length).trim().split(' ').filter(Boolean)
    expect([0, 1]).toContain((await runIt(command, text, { args })).code)
  })
})
