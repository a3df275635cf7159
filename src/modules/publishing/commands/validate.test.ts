import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { aRelease, runIt } from '../builders.ts'
import { validateCommand } from './validate.ts'

const folder = mkdtempSync(join(tmpdir(), 'ocds-validate-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('goldthread ocds validate', () => {
  test('finds a sound release valid', async () => {
    const { code, out } = await runIt(validateCommand, JSON.stringify(aRelease()))
    expect([code, out]).toEqual([0, '1 of 1 releases are valid; errors: 0, warnings: 0, unreadable: 0.'])
  })
  test('says where, what and what to do', async () => {
    const { code, out } = await runIt(
      validateCommand,
      JSON.stringify([aRelease(), aRelease({ buyer: { id: 'x' } })]),
    )
    expect(code).toBe(1)
    expect(out).toContain(
      'error  /1 ocds-gt0000-1\n        /buyer  No organisation in "parties" has the id "x"; add it there',
    )
  })
  test('checks against a schema that is given', async () => {
    const schema = join(folder, 'schema.json')
    writeFileSync(
      schema,
      JSON.stringify({ $schema: 'http://json-schema.org/draft-04/schema#', required: ['links'] }),
    )
    const given = { options: { schema: [schema] }, isJson: true }
    const { code, answer } = await runIt(validateCommand, JSON.stringify(aRelease()), given)
    expect(code).toBe(1)
    expect(answer).toMatchObject({ releases: 1, valid: 0, errors: 1, schemas: [schema] })
    expect(answer.releasesWithFindings[0].findings[0]).toMatchObject({
      pointer: '/links',
      sentence: 'is missing; add it.',
    })
  })
  test('a warning fails only where it is asked to', async () => {
    const text = JSON.stringify(aRelease({ ocid: '1' }))
    expect((await runIt(validateCommand, text)).code).toBe(0)
    expect((await runIt(validateCommand, text, { options: { strict: true } })).code).toBe(1)
  })
  test('what cannot be read is not valid', async () =>
    expect((await runIt(validateCommand, '{"a":')).code).toBe(1))
  test('gives an example that can be run', async () => {
    const text = /<<< '(.*)'$/.exec(validateCommand.examples.at(-1) ?? '')?.[1] ?? ''
    expect((await runIt(validateCommand, text)).code).toBe(0)
  })
})
