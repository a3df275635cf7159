import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Unusable } from '../../../platform/errors.ts'
import { runIt } from '../builders.ts'
import { compileCommand } from './compile.ts'

const folder = mkdtempSync(join(tmpdir(), 'ocds-compile-'))
afterAll(() => rmSync(folder, { recursive: true }))

const release = (ocid: string, day: number, tender: object) => ({
  ocid,
  id: `${ocid}-${day}`,
  date: `2026-01-0${day}T00:00:00Z`,
  tag: ['tender'],
  tender,
})
const two = [
  release('b', 2, { status: 'active' }),
  release('a', 1, { title: 'A' }),
  release('b', 1, { title: 'B' }),
]

describe('goldthread ocds compile', () => {
  test('prints a line for each process, in the order they were found', async () => {
    const { code, out, err } = await runIt(compileCommand, JSON.stringify(two))
    expect(out.split('\n').map((line) => JSON.parse(line))).toEqual([
      {
        tag: ['compiled'],
        id: 'b-2026-01-02T00:00:00Z',
        date: '2026-01-02T00:00:00Z',
        ocid: 'b',
        tender: { title: 'B', status: 'active' },
      },
      {
        tag: ['compiled'],
        id: 'a-2026-01-01T00:00:00Z',
        date: '2026-01-01T00:00:00Z',
        ocid: 'a',
        tender: { title: 'A' },
      },
    ])
    expect([code, err]).toEqual([0, '3 releases, 2 processes.'])
  })
  test('answers with --json, versioned too', async () => {
    const { answer } = await runIt(compileCommand, JSON.stringify(two), {
      isJson: true,
      options: { versioned: true },
    })
    expect(answer.versioned[0].tender.status).toEqual([
      { releaseID: 'b-2', releaseDate: '2026-01-02T00:00:00Z', releaseTag: ['tender'], value: 'active' },
    ])
    expect(answer).toMatchObject({ compiled: [], processes: 2, releases: 3, refused: [], unreadable: [] })
  })
  test('reads several files and writes one', async () => {
    const [first, second, out] = ['1.jsonl', '2.json', 'out.jsonl'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(
      first,
      two
        .slice(0, 2)
        .map((each) => JSON.stringify(each))
        .join('\n'),
    )
    writeFileSync(second, JSON.stringify({ releases: two.slice(2) }))
    expect((await runIt(compileCommand, '', { args: [first, second], options: { out } })).code).toBe(0)
    expect(readFileSync(out, 'utf8').trim().split('\n')).toHaveLength(2)
  })
  test('compiles the rest where something is wrong, says so, and exits with 1', async () => {
    const lines = [JSON.stringify(two[0]), '{"ocid":', JSON.stringify({ ocid: 'c', id: '1' })].join('\n')
    const { code, out, err, answer } = await runIt(compileCommand, lines)
    expect(code).toBe(1)
    expect(out.split('\n')).toHaveLength(1)
    expect(err).toContain('Standard input, line 2: is not JSON that can be read')
    expect(err).toContain('c: Release 1 has no "date"')
    expect(answer.refused).toMatchObject([{ ocid: 'c', refusal: 'no-date' }])
  })
  test('takes the merge rules of a schema', async () => {
    const schema = join(folder, 'schema.json')
    const list = { type: 'array', items: { type: 'object', properties: { id: {} } }, wholeListMerge: true }
    writeFileSync(schema, JSON.stringify({ properties: { things: list } }))
    const releases = [1, 2].map((day) => ({ ...release('a', day, {}), things: [{ id: day }] }))
    const { answer } = await runIt(compileCommand, JSON.stringify(releases), {
      isJson: true,
      options: { schema },
    })
    expect(answer.compiled[0].things).toEqual([{ id: 2 }])
  })
  test.each([{ args: ['no-such-file.json'] }, { options: { schema: 'no-such-file.json' } }])(
    'says which file could not be read: %j',
    async (given) => {
      await expect(runIt(compileCommand, '[]', given)).rejects.toThrow(Unusable)
    },
  )
  test('gives an example that can be run', async () => {
    const text = /<<< '(.*)'$/.exec(compileCommand.examples.at(-1) ?? '')?.[1] ?? ''
    expect((await runIt(compileCommand, text)).code).toBe(0)
  })
})
