import { describe, expect, test } from 'vitest'
import type { CommandInput } from '../../../platform/command.ts'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { changeVariant } from '../actions/adapt-variant.ts'
import { importFramework } from '../actions/import-framework.ts'
import { api } from '../api.ts'
import { commands } from '../commands.ts'
import { aCouncil, frameworkCsv, read } from '../council-builders.ts'
import type { Variant } from '../model.ts'
import { pages } from '../routes.ts'
import { getMeasure } from '../store/local-frameworks.ts'

const db = await openTestDatabase()
const council = await aCouncil(db)
const app = await openTestApp(db, { pages })
const permissions = ['measures.read', 'measures.manage'] as const
const lead = await app.as(aVisitor({ authorityId: council.id, permissions: [...permissions] }))
const reader = await app.as(aVisitor({ authorityId: council.id, permissions: ['measures.read'] }))
const JOB = '/measures/frameworks/open/measures/job-unemployed'
const because = 'Our own study.'

const figures = async (framework = 'open', measure = 'job-unemployed'): Promise<Record<string, string>> => {
  const { variants } = await read(council.ctx, (db) => getMeasure(db, framework, measure))
  return Object.fromEntries(variants.map(({ code, value }: Variant) => [code, value]))
}
const PUBLISHED = { 'earnings-only': '14044', exchequer: '9800' }

describe('another figure of a measure', () => {
  test('is changed with a reason, its origin beside it, and put back', async () => {
    const form = await lead.get(`${JOB}/variants/exchequer`)
    expect(form.forms.at(-2)?.fields).toMatchObject({ value: '9800', priceYear: '2012/13', transfer: 'yes' })
    const refused = await lead.submit({ value: 'lots', because: '' })
    expect([refused.status, refused.errors.map(({ href }) => href)]).toEqual([400, ['#value']])
    expect((await lead.submit({ value: '9900', because: '' })).errors.map(({ href }) => href)).toEqual([
      '#because',
    ])
    const saved = await lead.submit({ value: '9,900', because })
    expect(await figures()).toEqual({ ...PUBLISHED, exchequer: '9900' })
    expect(saved.text).toContain('Other figure “exchequer”')
    expect(saved.text).toContain('£9,800')
    expect(saved.text).toContain(`Why: ${because}`)
    expect((await lead.get(`${JOB}/variants/exchequer`)).text).toContain('As published: ')
    await lead.submit({}, `${JOB}/variants/exchequer/back`)
    expect(await figures()).toEqual(PUBLISHED)
    expect((await lead.get(`${JOB}/variants/fish`)).status).toBe(404)
    expect((await reader.get(`${JOB}/variants/exchequer`)).status).toBe(403)
    expect((await reader.get(JOB)).text).not.toContain('Add another figure')
  })

  test('is added and left out, and what was left out can be put back from what differs', async () => {
    await lead.get(`${JOB}/add-variant`)
    const texts = { name: 'In our city', value: '15000', priceYear: '2024/25', because }
    expect((await lead.submit({ ...texts, code: 'in our city' })).errors[0]?.href).toBe('#code')
    expect((await lead.submit({ ...texts, code: 'exchequer' })).errors[0]?.href).toBe('#code')
    await lead.submit({ ...texts, code: 'city' })
    expect(await figures()).toEqual({ ...PUBLISHED, city: '15000' })
    await lead.get(`${JOB}/variants/earnings-only`)
    const out = await lead.submit({ 'out-because': because }, `${JOB}/variants/earnings-only/out`)
    expect(out.text).toContain('Left out')
    expect(out.links.map(({ href }) => href)).toContain(`${JOB}/variants/earnings-only`)
    expect(await figures()).toEqual({ city: '15000', exchequer: '9800' })
    await lead.get(`${JOB}/variants/earnings-only`)
    await lead.submit({}, `${JOB}/variants/earnings-only/back`)
    await lead.get(`${JOB}/variants/city`)
    await lead.submit({}, `${JOB}/variants/city/back`)
    expect(await figures()).toEqual(PUBLISHED)
    expect((await lead.get(JOB)).text).not.toContain('What differs here')
  })

  test('may not stay when its measure loses its price', async () => {
    await lead.get(`${JOB}/change`)
    const refused = await lead.submit({ basis: 'none', value: '', low: '', high: '', priceYear: '', because })
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('no value that another')])
  })
})

describe('by program', () => {
  test('another figure is changed, left out and put back by the API', async () => {
    const visitor = aVisitor({ authorityId: council.id, permissions: [...permissions] })
    const open = await openTestApp(db, { api, identify: async () => visitor })
    const send = async (method: 'PUT' | 'DELETE' | 'POST', rest = '', payload?: object) => {
      const answer = await open.client().request({
        method,
        url: `/api/v1/measures/frameworks/open/entries/measure/job-unemployed/variants/exchequer${rest}`,
        headers: { authorization: 'Bearer a-token-of-twenty-characters', 'content-type': 'application/json' },
        payload: JSON.stringify(payload ?? {}),
      })
      return { status: answer.statusCode, body: answer.json<any>() }
    }
    expect((await send('PUT', '', { fields: { value: '-1' }, because })).body.errors[0].field).toBe('value')
    expect((await send('PUT', '', { fields: { unit: 'hour' }, because })).body.errors[0].message).toContain(
      'no unit of its own',
    )
    expect((await send('PUT', '', { fields: { value: '1' }, because })).status).toBe(200)
    expect(await figures()).toMatchObject({ exchequer: '1' })
    expect((await send('DELETE', `?because=${because}`)).status).toBe(200)
    expect((await send('DELETE', `?because=${because}`)).body.code).toBe('unknown-figure')
    expect((await send('POST', '/back')).status).toBe(200)
    expect((await send('POST', '/back')).body.code).toBe('not-changed-here')
    expect(await figures()).toEqual(PUBLISHED)
  })

  test('and by the command line', async () => {
    const run = (options: CommandInput['options']) => {
      const terminal = {
        isJson: true,
        print: () => undefined,
        answer: () => undefined,
        warn: () => undefined,
      }
      const command = commands.find(({ name }) => name === 'measures adapt')!
      return command.run({
        services: db.services,
        args: ['job-unemployed'],
        options: { organisation: council.name, variant: 'exchequer', because, ...options },
        terminal: { ...terminal, progress: () => undefined, readInput: async () => '' },
      })
    }
    expect(await run({ set: ['value=2'] })).toBe(0)
    expect(await figures()).toMatchObject({ exchequer: '2' })
    expect(await run({ off: true })).toBe(0)
    expect(await run({ off: true })).toBe(1)
    expect(await run({ back: true })).toBe(0)
    expect(await figures()).toEqual(PUBLISHED)
    await expect(run({ kind: 'theme', set: ['value=2'] })).rejects.toThrow('Only a measure')
  })
})

describe('a newer version of the origin', () => {
  const variant = (code: string, value: string) =>
    `variant,${code},local-job,For ${code},,,,,,,economic,${value},,,2024/25,,,,,,,,`
  const job =
    'measure,local-job,jobs,Jobs,Each year,Else,person-year,Count,payroll,quantitative,economic,14000,,,2024/25,Study,,,medium,,Say,yes,'
  const hand = (version: string, ...rows: string[]) =>
    importFramework(council.ctx, {
      bytes: Buffer.from(frameworkCsv(job, ...rows)),
      fileName: `${version}.csv`,
      facts: {
        id: 'county',
        version,
        title: 'County',
        publishedOn: `2026-0${version}-01`,
        licence: 'OGL v3.0',
        source: null,
        terms: 'open',
      },
    })

  test('merges figures one by one: takes, keeps, and asks where both have changed one', async () => {
    await hand('1', variant('north', '1'), variant('south', '2'), variant('west', '3'))
    for (const [code, value] of Object.entries({ north: '10', west: '30' }))
      expect(
        await changeVariant(council.ctx, 'county', { measure: 'local-job', code, because, texts: { value } }),
      ).toMatchObject({ ok: true })
    await hand(
      '2',
      variant('north', '1'),
      variant('south', '20'),
      variant('west', '33'),
      variant('east', '4'),
    )
    const offer = await lead.get('/measures/frameworks/county/merge')
    const lines = offer.tables[0]?.slice(1).map((cells) => cells.join(' '))
    expect(lines).toEqual([
      expect.stringMatching(/Other figure “east”.*Changed there; comes in/),
      expect.stringMatching(/Other figure “north”.*Changed here only; stays/),
      expect.stringMatching(/Other figure “south”.*Changed there; comes in/),
    ])
    expect(offer.text).toContain('1 choice to make')
    await lead.submit({ 'choose:measure.local-job.variants.west': 'ours' })
    expect(await figures('county', 'local-job')).toEqual({ north: '10', south: '20', west: '30', east: '4' })
  })
})
