import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Terminal } from '../../../platform/command.ts'
import { newId } from '../../../platform/ids.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { commands } from '../commands.ts'

const db = await openTestDatabase()

const run = async (
  name: string,
  args: string[],
  options: Record<string, string | boolean | string[]> = {},
  input = '',
) => {
  const command = commands.find((candidate) => candidate.name === `places ${name}`)
  if (!command) throw new Error(`no command ${name}`)
  const said = {
    lines: [] as string[],
    warnings: [] as string[],
    answer: undefined as never as Record<string, unknown>,
  }
  const terminal: Terminal = {
    isJson: false,
    print: (line) => void said.lines.push(line),
    answer: (value) => void (said.answer = value as never),
    warn: (line) => void said.warnings.push(line),
    progress: () => undefined,
    readInput: async () => input,
  }
  const code = await command.run({ services: db.services, args, options, terminal })
  return { code, ...said, text: said.lines.join('\n') }
}

const file = (name: string, content: string): string => {
  const path = join(db.dataFolder, name)
  writeFileSync(path, content)
  return path
}

describe('goldthread places', () => {
  test('define makes places that nest, list shows them, show tells one', async () => {
    expect((await run('list', [])).text).toContain('There are no places yet')
    expect((await run('define', ['Lancashire'], { kind: 'county', parts: ['E10000017'] })).code).toBe(0)
    const made = await run('define', ['Preston'], {
      kind: 'city',
      parts: ['PR1,PR2', 'E07000123'],
      inside: 'lancashire',
    })
    expect(made.answer).toMatchObject({ name: 'Preston', parts: ['PR1', 'PR2', 'E07000123'] })
    expect((await run('list', [])).lines).toEqual(
      expect.arrayContaining(['Lancashire (County) lancashire', '  Preston (City) preston']),
    )
    expect((await run('show', ['Preston'])).text).toMatch(/lies in +Lancashire[\s\S]*PR1, PR2/)
  })

  test('define refuses with a sentence, and replaces where told to', async () => {
    const again = await run('define', ['Preston'], { parts: ['PR1'] })
    expect(again).toMatchObject({ code: 1, answer: { error: { code: 'place-name-taken' } } })
    expect(again.warnings[0]).toContain('There is a place with this name already')
    expect(
      (
        await run('define', ['Preston'], {
          kind: 'city',
          parts: ['PR1'],
          inside: 'Lancashire',
          replace: true,
        })
      ).code,
    ).toBe(0)
    expect((await run('show', ['Preston'])).answer).toMatchObject({ parts: ['PR1'], parent: 'Lancashire' })
    const circle = await run('define', ['Lancashire'], {
      kind: 'county',
      parts: ['E10000017'],
      inside: 'Preston',
      replace: true,
    })
    expect(circle.answer).toMatchObject({ error: { code: 'parent-lies-inside' } })
  })

  test.each([
    ['define', ['X'], { parts: ['PR1 2HE'] }, 'is a full postcode'],
    ['define', ['X'], { parts: ['PR1'], kind: 'galaxy' }, '--kind is one of'],
    ['define', ['X'], { parts: ['PR1'], inside: 'Nowhere' }, 'There is no place “Nowhere”'],
    ['define', ['X'], { parts: ['PR1'], authority: 'us' }, '--authority is the id'],
    ['show', ['Nowhere'], {}, 'There is no place “Nowhere”'],
    ['load-postcodes', ['/nowhere/at/all.csv'], {}, 'There is no file'],
  ] as const)('%s %j is refused: %s', async (name, args, options, sentence) => {
    await expect(run(name, [...args], options as never)).rejects.toThrow(sentence)
  })

  test('loads a lookup and says where it comes from; locate then tells areas and places', async () => {
    const path = file(
      'codepoint-2025-11.csv',
      'postcode,quality,lad,easting,northing\nPR2 9AA,10,E07000123,1,1\nPR3 1AA,10,E07000128,1,1\n',
    )
    const loaded = await run('load-postcodes', [path])
    expect(loaded).toMatchObject({ code: 0, answer: { rowsKept: 2, edition: '2025-11' } })
    expect(loaded.text).toContain('Source: Ordnance Survey, Code-Point Open')
    await run('load-areas', [
      file('areas.csv', 'code,name,parent\nE07000123,Preston,E10000017\nE07000026,Allerdale,\n'),
    ])
    const found = await run('locate', ['PR2 9AA', 'PR1', 'nonsense'])
    expect(found.text).toContain('E07000123  Preston')
    expect(found.text).toContain('in Lancashire, exactly')
    expect(found.answer).toMatchObject({
      locations: [{ text: 'PR2 9AA', precision: 'postcode' }, { text: 'PR1' }, { precision: 'none' }],
    })
    expect((await run('locate', [], {}, 'PR2 9AA\n\nPR3 1AA\n')).lines).toContain('PR3 1AA')
    expect((await run('locate', ['nonsense'])).code).toBe(1)
  })

  test('a refused load says why and leaves with 1', async () => {
    const part = await run('load-postcodes', [file('part.csv', 'postcode,lad\nPR2 9AA,E07000123\n')])
    expect(part.code).toBe(1)
    expect(part.warnings[0]).toContain('looks like a part of the country')
    expect(
      (
        await run('load-postcodes', [file('part.csv', 'postcode,lad\nPR2 9AA,E07000123\n')], {
          partial: true,
        })
      ).code,
    ).toBe(0)
    expect(
      (await run('load-deprivation', [file('imd.csv', 'code,score\nE07000123,1\n')])).warnings[0],
    ).toContain('--edition 2025')
  })

  test('warns of a code that was succeeded, which still counts', async () => {
    await run('load-areas', [
      file('merged.csv', 'code,name,successor\nE07000026,Allerdale,E06000063\nE06000063,Cumberland,\n'),
    ])
    const made = await run('define', ['Allerdale'], { parts: ['E07000026'] })
    expect(made.warnings[0]).toContain('E07000026 (Allerdale) was succeeded by E06000063 (Cumberland)')
    expect((await run('locate', ['E06000063'])).text).toContain('in Allerdale, exactly')
  })

  test('acts for an authority where told to', async () => {
    const authority = newId()
    await run('define', ['Our own'], { parts: ['PR9'], authority })
    expect((await run('list', [], { authority })).text).toContain('Our own')
    expect((await run('list', [])).text).not.toContain('Our own')
  })

  test('every command has a summary, examples that begin with its name, and options described', () => {
    for (const command of commands) {
      expect(command.examples.length).toBeGreaterThan(0)
      expect(command.examples.every((example) => example.startsWith(command.name))).toBe(true)
      expect(Object.values(command.options).every((option) => option.description.length > 5)).toBe(true)
    }
  })
})
