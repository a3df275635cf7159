import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { aCharity, aRegister, charityText, companiesHouseCsv } from '../builders.ts'
import { type LedgerPayee, matchLedger } from './match-ledger.ts'
import { lookAtMatchingRegister } from './open-matching-register.ts'

const db = await openTestDatabase()

const payee = (name: string, more: Partial<LedgerPayee> = {}): LedgerPayee => ({
  key: name,
  name,
  postcode: null,
  companyNumber: null,
  charityNumber: null,
  ...more,
})
const match = async (...payees: readonly LedgerPayee[]) => {
  const matching = await matchLedger(db.services, payees)
  return new Map(matching?.answers.map((answer) => [answer.key, answer]))
}
const filler = Array.from({ length: 400 }, (_, at) => ({
  CompanyName: `${['ALDER', 'BIRCH', 'CEDAR', 'DAMSON'][at % 4]}${at} ${['CARE', 'ROADS', 'PRINT'][at % 3]} LIMITED`,
  CompanyNumber: String(2_000_000 + at).padStart(8, '0'),
  'RegAddress.PostCode': 'LS1 1AA',
}))
const companies = [
  { CompanyName: 'THORNWICK CARE LIMITED', CompanyNumber: '00000011', 'RegAddress.PostCode': 'PR1 2HE' },
  { CompanyName: 'GREYSTONE HOLLOW LIMITED', CompanyNumber: '00000012', 'RegAddress.PostCode': 'M1 1AA' },
  { CompanyName: 'GREYSTONE HOLLOW LIMITED', CompanyNumber: '00000013', 'RegAddress.PostCode': 'BS1 1AA' },
  { CompanyName: 'LANTERNHILL YOUTH', CompanyNumber: '00000014', 'RegAddress.PostCode': 'PR2 3EF' },
  { CompanyName: 'WEXMOOR, "PRINT" & CO LIMITED', CompanyNumber: '00000015' },
]

test('without any register there is nothing to match with', async () => {
  expect(await matchLedger(db.services, [payee('Thornwick Care')])).toBeNull()
  expect(await lookAtMatchingRegister(db.services)).toBeNull()
})

describe('with registers', () => {
  test('tells the found, the doubtful, the unknown and persons apart, and says why', async () => {
    await aRegister(db, companiesHouseCsv([...filler, ...companies]))
    const answers = await match(
      payee('Thornwick Care Ltd', { postcode: 'PR1 2HE' }),
      payee('Greystone Hollow Ltd'),
      payee('Quellholt Ferries Ltd'),
      payee('Mrs J Smith'),
      payee('Wexmoor "Print" and Co Ltd'),
    )
    expect(answers.get('Thornwick Care Ltd')).toMatchObject({
      outcome: 'automatic',
      scheme: 'GB-COH',
      number: '00000011',
    })
    const sentences = answers
      .get('Thornwick Care Ltd')
      ?.candidates[0]?.evidence.map(({ sentence }) => sentence)
    expect(sentences).toContain('The names are the same.')
    const doubtful = answers.get('Greystone Hollow Ltd')
    expect(doubtful).toMatchObject({ outcome: 'review', number: null })
    expect(doubtful?.candidates.map(({ number }) => number)).toEqual(['00000012', '00000013'])
    expect(answers.get('Quellholt Ferries Ltd')).toMatchObject({ outcome: 'unknown', candidates: [] })
    expect(answers.get('Mrs J Smith')).toMatchObject({ outcome: 'individual', candidates: [] })
    expect(answers.get('Wexmoor "Print" and Co Ltd')).toMatchObject({ number: '00000015' })
  })

  test('sends a number that belongs to another name to review', async () => {
    const answers = await match(payee('Thornwick Care Ltd', { companyNumber: '00000012' }))
    expect(answers.get('Thornwick Care Ltd')).toMatchObject({ outcome: 'review', number: null })
  })

  test('does not make a company that is a charity its own namesake', async () => {
    const charities = [
      aCharity({ charity_name: 'LANTERNHILL YOUTH', charity_company_registration_number: '00000014' }),
      aCharity({
        charity_name: 'MILLHALLOW HOSPICE',
        registered_charity_number: 1100002,
        organisation_number: 5002,
      }),
    ]
    await aRegister(db, charityText(charities), { kind: 'charity-commission' })
    const answers = await match(payee('Lanternhill Youth'), payee('Millhallow Hospice'))
    expect(answers.get('Lanternhill Youth')).toMatchObject({ scheme: 'GB-COH', number: '00000014' })
    expect(answers.get('Millhallow Hospice')).toMatchObject({ scheme: 'GB-CHC', number: '1100002' })
  })

  test('keeps one file for the editions in use, and makes it anew when one changes or a process left it broken', async () => {
    const folder = join(db.services.dataFolder, 'matching')
    const files = () => readdirSync(folder).filter((name) => name.startsWith('register-'))
    const before = files()
    expect(before).toHaveLength(1)
    await match(payee('Thornwick Care'))
    expect(files()).toEqual(before)

    await aRegister(db, companiesHouseCsv([...filler, { ...companies[0], CompanyNumber: '00000099' }]))
    const next = await lookAtMatchingRegister(db.services)
    expect(next?.isReady).toBe(false)
    writeFileSync(join(folder, `register-${next?.version}.duckdb.building`), 'half')
    writeFileSync(join(folder, `register-${next?.version}.duckdb.csv`), '00000011,GB-COH,THORNWICK')
    expect((await match(payee('Thornwick Care Ltd'))).get('Thornwick Care Ltd')?.number).toBe('00000099')
    expect(files()).toEqual([`register-${next?.version}.duckdb`])
  })
})
