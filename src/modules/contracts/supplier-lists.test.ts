import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { permissionsOf } from '#identity'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { anAuthority } from './builders.ts'
import { importFile } from './import-file.ts'
import { pages } from './routes.ts'
import { aCommandLine, aProgram } from './writes/write-builders.ts'

const db = await openTestDatabase()
const [council, other] = [await anAuthority(db), await anAuthority(db)]
const manager = await aProgram(db, council.id, 'contract-manager')
const stranger = await aProgram(db, other.id, 'contract-manager')
const run = aCommandLine(db, council.name)
const app = await openTestApp(db, { pages })
const page = await app.as(
  aVisitor({ authorityId: council.id, permissions: [...permissionsOf(['contract-manager'])] }),
)

const HEAD = 'Notice Identifier,Title,Supplier [Name|Address|Ref type|Ref Number|Is SME|Is VCSE]'
const MANY = Array.from({ length: 250 }, (_, at) => `[Supplier ${at} Ltd|Mill Lane|NONE||Yes|No]`).join('')
const csvOf = (list: string) => `${HEAD}\nCF-1,Vehicles,"${list}"\nCF-2,Salt,"[Slater|x|NONE||Yes|No]"\n`

test('every supplier of a list is kept, found and shown, and the import says so', async () => {
  const imported = await manager('POST', 'contracts/import', { csv: csvOf(MANY) })
  expect(imported).toMatchObject({ status: 201, body: { added: 2, changed: 0, leftOut: [] } })
  expect(imported.body.lists).toContain('251 suppliers in 2 rows, 1 of which names more than one')
  expect(imported.body.notes[0]).toBe(
    'Row 2, supplier: 250 suppliers, and all are kept. “Supplier 0 Ltd” stands first and in the register.',
  )
  const { body } = await manager('GET', 'contracts/CF-1')
  expect(body).toMatchObject({ supplier: { name: 'Supplier 0 Ltd' }, paidHow: 'several-suppliers' })
  expect(body.otherSuppliers).toHaveLength(249)
  expect(body.transparency).toMatchObject({ isSme: true, isVcse: false })
  expect((await manager('GET', 'contracts?search=Supplier+249')).body.contracts).toMatchObject([
    { reference: 'CF-1' },
  ])
  const shown = await page.get(`/contracts/${body.id}`)
  expect(shown.text).toContain('And 249 other suppliers')
  expect(shown.text).toContain('Supplier 249 Ltd')
  expect((await page.get('/contracts')).text).toContain('Supplier 0 Ltd and 249 others')
  const csv = await page.request({ method: 'GET', url: '/contracts.csv' })
  expect(csv.body).toContain('Supplier 248 Ltd; Supplier 249 Ltd')
  expect((await stranger('GET', `contracts/${body.id}`)).status).toBe(404)
  expect((await stranger('GET', 'contracts')).body.contracts).toEqual([])
})

test('a later file changes the list, and one without a list leaves it', async () => {
  const again = await manager('POST', 'contracts/import', { csv: csvOf(MANY) })
  expect(again.body).toMatchObject({ changed: 0, same: 2 })
  const fewer = await manager('POST', 'contracts/import', {
    csv: csvOf('[Supplier 0 Ltd|x|NONE||Yes|No][New Ltd|x|COMPANIES_HOUSE|4567893|No|No]'),
  })
  expect(fewer.body).toMatchObject({ changed: 1, same: 1 })
  const kept = [{ name: 'New Ltd', scheme: 'GB-COH', number: '04567893' }]
  expect((await manager('GET', 'contracts/CF-1')).body.otherSuppliers).toEqual(kept)
  await manager('POST', 'contracts/import', {
    csv: 'Reference,Title,Supplier\nCF-1,Vehicles,Supplier 0 Ltd\n',
  })
  expect((await manager('GET', 'contracts/CF-1')).body.otherSuppliers).toEqual(kept)
})

test('a list that breaks off stops the import, and says where', async () => {
  const broken = await manager('POST', 'contracts/import', { csv: csvOf('[A|x|NONE||No|No][B|and no more') })
  expect(broken.status).toBe(422)
  expect(broken.body.errors).toEqual([
    expect.stringContaining('Row 2, supplier: the list in brackets cannot be read from “[B|and no more” on'),
  ])
  await page.get('/contracts/import')
  const file = { field: 'file', name: 'cf.csv', content: csvOf('[A|x|NONE||No|No] etc') }
  expect((await page.upload(file)).errors[0]?.text).toContain('cannot be read from “etc” on')
})

const EXPORT = '../shared/data/contracts/contracts-finder_csv-export_2020-09.csv'
test.skipIf(!existsSync(EXPORT))(
  'Contracts Finder’s own CSV comes in whole, or it is skipped where the file is not there',
  async () => {
    const ctx = db.context({ kind: 'command' }, council.id)
    const content = readFileSync(EXPORT)
    const imported = await importFile(ctx, { name: 'cf.csv', content }, false)
    expect(imported).toMatchObject({ ok: true, imported: { added: 380 }, leftOut: [] })
    expect((await run('contracts list', ['Snelling'])).answer.contracts.length).toBeGreaterThan(0)
    await page.get('/contracts/import')
    const shown = await page.upload({ field: 'file', name: 'cf.csv', content: content.toString('utf8') })
    expect(shown.text).toMatch(/in 380 rows, 59 of which name more than one.* And \d+ more\./s)
  },
)
