import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parsePostcode } from '#places'
import { normalisePayeeName } from '#suppliers'
import { personReason } from '../../../modules/suppliers/matching/individuals.ts'
import { drawDistricts } from '../geography/draw-places.ts'
import { makePostcodes } from '../geography/postcodes.ts'
import { ledgerName } from '../payments/ledger-names.ts'
import { makeSuppliers } from './make-suppliers.ts'
import { MADE_UP_WORDS } from './name-words.ts'
import { registerFile } from './register-file.ts'

const postcodes = makePostcodes(drawDistricts())
const suppliers = makeSuppliers(postcodes)
const registered = suppliers.filter((supplier) => supplier.isRegistered)
const LEDGERS = ['old', 'middle', 'new'] as const

describe('the suppliers', () => {
  test('come out the same each time', () => expect(makeSuppliers(postcodes)).toEqual(suppliers))

  test('are about 250, most of them registered, each with a name of its own', () => {
    expect(suppliers.length).toBeGreaterThan(240)
    expect(suppliers.length).toBeLessThan(275)
    expect(registered.length / suppliers.length).toBeGreaterThan(0.88)
    expect(new Set(suppliers.map(({ plainName }) => plainName)).size).toBe(suppliers.length)
  })

  test('have numbers of their own, in ranges that no register has reached', () => {
    const numbers = registered.map(({ companyNumber }) => companyNumber)
    expect(new Set(numbers).size).toBe(registered.length)
    for (const number of numbers) expect(number).toMatch(/^(?:99\d{6}|(?:OC|RS|CE)99\d{4})$/)
    for (const { charityNumber } of registered)
      if (charityNumber) expect(Number(charityNumber)).toBeGreaterThan(1_289_999)
  })

  test('have postcodes that the product reads', () => {
    for (const { postcode } of suppliers) expect(parsePostcode(postcode)?.postcode).toBe(postcode)
  })

  test('are nobody: no name reads as that of a person', () => {
    const names = suppliers.flatMap((supplier) => LEDGERS.map((ledger) => ledgerName(supplier, ledger)))
    expect(names.filter((name) => personReason(name) !== null)).toEqual([])
  })

  test('are found in the register by nearly every way the ledgers spell them', () => {
    const known = new Set(
      registered.flatMap(({ name, formerName }) => [
        normalisePayeeName(name),
        normalisePayeeName(formerName ?? name),
      ]),
    )
    for (const ledger of LEDGERS) {
      const found = registered.filter((supplier) =>
        known.has(normalisePayeeName(ledgerName(supplier, ledger))),
      )
      expect(found.length / registered.length).toBeGreaterThan(0.85)
      expect(found.length).toBeLessThan(registered.length)
    }
  })

  test('stand in the register once each, in capitals, with the small traders left out', () => {
    const [header, ...rows] = registerFile(suppliers).trimEnd().split('\r\n')
    expect(header).toContain('CompanyName,CompanyNumber,CharityNumber,PostCode')
    expect(rows.length).toBe(registered.length)
    for (const row of rows) expect(row).toMatch(/^[^a-z]+,/)
  })
})

const pool = '../shared/data/entities/register-pool.csv.gz'
describe.skipIf(!existsSync(pool))('against 116,000 real names', () => {
  const text = existsSync(pool) ? gunzipSync(readFileSync(pool)).toString('utf8').toLowerCase() : ''
  const keys = new Set(
    text
      .split('\n')
      .map((line) =>
        normalisePayeeName((/^[^,]*,("(?:[^"]|"")*"|[^,]*)/.exec(line)?.[1] ?? '').replaceAll('"', '')),
      ),
  )

  test('the list is there', () => expect(keys.size).toBeGreaterThan(100_000))

  test('no supplier, former name or trading name is one of them', () => {
    const ours = suppliers.flatMap(({ name, formerName, tradingName }) => [
      name,
      formerName ?? name,
      tradingName ?? name,
    ])
    expect(ours.filter((name) => keys.has(normalisePayeeName(name)))).toEqual([])
  })

  test('no made-up word stands in any of them', () => {
    expect(MADE_UP_WORDS.filter((word) => text.includes(word.toLowerCase()))).toEqual([])
  })
})
