import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runIt } from '../builders.ts'
import { flagsCommand } from './flags.ts'

const folder = mkdtempSync(join(tmpdir(), 'ocds-flags-'))
afterAll(() => rmSync(folder, { recursive: true }))
const single = { ocid: 'x', tender: { procurementMethod: 'open', numberOfTenderers: 1 } }

describe('goldthread ocds flags', () => {
  test('answers by group, identifier and code', async () => {
    const { code, answer } = await runIt(flagsCommand, JSON.stringify(single), { isJson: true })
    expect(code).toBe(0)
    expect(answer).toMatchObject({
      OCID: { x: { R018: 1 } },
      Meta: { processes: 1, excluded: 0, unreadable: [] },
    })
  })
  test('says in words what a flag means, and that it proves nothing', async () => {
    const { out, err } = await runIt(flagsCommand, JSON.stringify(single))
    expect(out).toContain('R018  OCID x  1\n      Single bid: one tenderer')
    expect(err).toContain('It proves nothing')
  })
  test('compiles several releases of a process first', async () => {
    const releases = [
      { ...single, id: '1', date: '2026-01-01T00:00:00Z' },
      { ocid: 'x', id: '2', date: '2026-01-02T00:00:00Z', tender: { numberOfTenderers: 2 } },
    ]
    expect(
      (await runIt(flagsCommand, JSON.stringify(releases), { isJson: true })).answer.OCID,
    ).toBeUndefined()
  })
  test('takes settings from a file', async () => {
    const settings = join(folder, 'settings.json')
    writeFileSync(settings, '{"R018": {"procurementMethods": ["limited"]}}')
    const { answer } = await runIt(flagsCommand, JSON.stringify(single), {
      isJson: true,
      options: { settings },
    })
    expect(answer.OCID).toBeUndefined()
    writeFileSync(settings, '{"R018": {"colour": "red"}}')
    await expect(runIt(flagsCommand, '[]', { options: { settings } })).rejects.toThrow(
      'The settings cannot be used: R018',
    )
  })
  test('names the flags there are', async () => {
    await expect(runIt(flagsCommand, '[]', { options: { only: 'R999' } })).rejects.toThrow('There are: R003')
  })
})
