import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../../platform/tables/read-table.ts'
import { readRegister } from './read-register.ts'
import { commonly, isSupplierList, readSupplierList } from './supplier-list.ts'

const entry = (name: string, more = 'Mill Lane|NONE||No|No') => `[${name}|${more}]`

describe('a list of suppliers in brackets', () => {
  test('gives every supplier once, with its number and what is said of it', () => {
    const cell = `${entry('Fenwick Ltd', 'Unit 1 [rear] | Mill Lane\n  Northmere|COMPANIES_HOUSE|4567893|Yes|No')}${entry('Slater & Sons', 'null|CHARITY_COMMISSION|1121596||Yes')}\n${entry('FENWICK LIMITED', 'x|COMPANIES_HOUSE|04567893|Yes|No')}`
    expect(readSupplierList(cell)).toEqual({
      ok: true,
      entries: 3,
      suppliers: [
        { name: 'Fenwick Ltd', number: { scheme: 'GB-COH', number: '04567893' }, isSme: true, isVcse: false },
        { name: 'Slater & Sons', number: { scheme: 'GB-CHC', number: '1121596' }, isSme: null, isVcse: true },
      ],
    })
  })

  test('says from where on it cannot be read, and keeps nothing of it', () => {
    expect(readSupplierList(`${entry('A')}[B|and nothing more`)).toEqual({
      ok: false,
      unread: '[B|and nothing more',
    })
    expect(readSupplierList(`${entry('A')} and others`)).toEqual({ ok: false, unread: 'and others' })
    expect(readSupplierList(entry('  ')).ok).toBe(false)
  })

  test.each(['Fenwick Ltd', '[Redacted]', 'Slater | Sons', ''])('is not %j', (cell) =>
    expect(isSupplierList(cell)).toBe(false),
  )

  test.each([
    [[true, true], true],
    [[true, false], null],
    [[null, true], null],
    [[], null],
  ])('has in common, of %j, %s', (said, both) => expect(commonly(said)).toBe(both))

  test('comes back whole, whatever the names and addresses, and never takes long', () => {
    const words = fc.stringMatching(/^[A-Za-z0-9&'()., -]{1,40}$/).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(fc.array(fc.tuple(words, fc.string()), { minLength: 1, maxLength: 30 }), (list) => {
        const clean = list.map(([name, address]) => [name, address.replaceAll(/[[\]]/g, '')] as const)
        const cell = clean.map(([name, address]) => entry(name, `${address}|NONE||No|No`)).join('')
        const read = readSupplierList(cell)
        const names = clean.map(([name]) => name.replaceAll(/\s+/g, ' ').trim().toLowerCase())
        expect(read).toMatchObject({ ok: true, entries: list.length })
        if (read.ok) expect(read.suppliers.map(({ name }) => name.toLowerCase())).toEqual([...new Set(names)])
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('[', ']', '|', 'a', 'No', ' ') }), (cell) => {
        const read = readSupplierList(cell)
        expect(read.ok || cell.trim().endsWith(read.unread)).toBe(true)
      }),
    )
    const began = performance.now()
    for (const hostile of ['['.repeat(200_000), '[a|'.repeat(60_000), '[a||NONE|'.repeat(20_000)])
      expect(readSupplierList(hostile).ok).toBe(false)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})

const EXPORT = '../shared/data/contracts/contracts-finder_csv-export_2020-09.csv'
test.skipIf(!existsSync(EXPORT))(
  'Contracts Finder’s own CSV is read whole, or it is skipped where the file is not there',
  async () => {
    const read = readRegister(await readTable(readFileSync(EXPORT)))
    if (!read.ok) throw new Error('no register')
    const refused = read.findings.filter(({ isRefused }) => isRefused)
    expect(refused.filter(({ column }) => column === 'supplierName')).toEqual([])
    const several = read.contracts.filter(({ others }) => (others?.length ?? 0) > 0)
    expect(read.contracts.every(({ others }) => others !== null)).toBe(true)
    const suppliers = read.contracts.reduce((sum, { others }) => sum + 1 + (others?.length ?? 0), 0)
    expect([read.contracts.length, refused.length, several.length, suppliers]).toEqual([380, 0, 59, 769])
  },
)
