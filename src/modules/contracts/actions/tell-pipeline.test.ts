import { describe, expect, test } from 'vitest'
import { installShippedFrameworks } from '#measures'
import { pages as procurementPages } from '#procurement'
import { must } from '../../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { aContractText, anAuthority } from '../builders.ts'
import { addOption, changeContract, importContracts, recordContract, takeOption } from './register.ts'

const db = await openTestDatabase()
await installShippedFrameworks(db.services)
const council = await anAuthority(db, 'Northmere City Council')
const ctx = db.context({ kind: 'command' }, council.id)
const app = await openTestApp(db, { pages: procurementPages })
const officer = await app.as(
  aVisitor({ authorityId: council.id, permissions: ['procurement.read', 'procurement.manage'] }),
)
const nextYear = `${new Date(db.services.clock.now()).getFullYear() + 1}`
const ends = `${nextYear}-03-31`
const shown = async (query = '') =>
  (await officer.get(`/procurement/ending-contracts${query}`)).tables[0] ?? []

describe('the pipeline knows of a contract', () => {
  test('as it is written down, changed, imported and extended', async () => {
    const text = aContractText({ reference: 'NC-1', title: 'Paths', startsOn: null, endsOn: ends })
    const id = must(await recordContract(ctx, text))
    expect((await shown())[1]?.join(' ')).toMatch(/PathsNC-1.*Fenwick Paths Ltd.*Plan what follows/)
    must(await changeContract(ctx, id, { ...text, title: 'Paths and steps' }))
    expect((await shown())[1]?.join(' ')).toContain('Paths and steps')
    const imported = aContractText({ reference: 'NC-2', title: 'Bins', startsOn: null, endsOn: ends })
    await importContracts(ctx, { source: 'file', name: 'register.csv', contracts: [imported] })
    expect(await shown()).toHaveLength(3)
    const option = must(await addOption(ctx, id, { untilOn: `${nextYear}-09-30`, note: '' }))
    expect((await shown('?search=NC-1'))[1]?.join(' ')).toMatch(/31 Mar.*with every option 30 Sep/)
    must(await takeOption(ctx, id, option, '2026-01-05'))
    expect((await shown('?search=NC-1'))[1]?.join(' ')).toMatch(/Ends30 Sep/)
  })

  test('and what follows it begins from what it says', async () => {
    await officer.get('/procurement/purchases/new?follows=NC-2')
    const made = await officer.submit({})
    expect(made).toMatchObject({ status: 200, h1: 'Bins' })
    expect(made.text).toMatch(/Bins \(NC-2, Fenwick Paths Ltd\), until 31 March/)
    expect(made.links.map(({ href }) => href)).toContainEqual(
      expect.stringMatching(/^\/contracts\/[\w-]{36}$/),
    )
    expect((await shown('?search=NC-2'))[1]?.join(' ')).toMatch(/Bins.*\(P-1\)/)
    expect((await shown('?planned=no')).flat().join(' ')).not.toContain('NC-2')
  })
})
