import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { ContractRow, GrantRow, SpendRow } from '../model/transparency.ts'
import { contractsDataset, type Dataset, grantsDataset, REDACTED, spendDataset } from './transparency.ts'

const DEVON = '../shared/data/grants/devon_grants_2014.csv'
const rows = ({ lines }: Dataset): Record<string, string>[] =>
  parse([...lines].join(''), { columns: true, bom: true })
const spend = (overrides: Partial<SpendRow> = {}): SpendRow => ({
  incurredOn: '2026-10-01',
  department: 'Parks',
  beneficiary: 'Fenwick Paths Ltd',
  naming: 'organisation',
  purpose: 'Path repair',
  amountPence: 125_050,
  irrecoverableVatPence: null,
  merchantCategory: 'Grounds',
  ...overrides,
})
const contract = (overrides: Partial<ContractRow> = {}): ContractRow => ({
  reference: 'C-1',
  title: 'Paths',
  department: 'Parks',
  description: 'Repair of paths',
  supplier: 'Fenwick Paths Ltd',
  supplierDetails: 'NM1 1AA',
  naming: 'organisation',
  sumPence: 5_000_01,
  irrecoverableVatPence: 0,
  startsOn: '2026-04-01',
  endsOn: null,
  reviewOn: null,
  invitation: 'tender',
  isSme: true,
  isVcse: null,
  registrationNumber: '01234567',
  ...overrides,
})

describe('Transparency Code datasets', () => {
  test("use the Code's fields", () => {
    expect(rows(spendDataset([spend()]))).toEqual([
      {
        'Date the expenditure was incurred': '2026-10-01',
        'Local authority department which incurred the expenditure': 'Parks',
        Beneficiary: 'Fenwick Paths Ltd',
        'Summary of the purpose of the expenditure': 'Path repair',
        Amount: '1250.5',
        'Value Added Tax that cannot be recovered': '',
        'Merchant category': 'Grounds',
      },
    ])
    expect(rows(contractsDataset([contract()]))[0]).toMatchObject({
      'Reference number': 'C-1',
      'Sum to be paid over the length of the contract': '5000.01',
      'Value Added Tax that cannot be recovered': '0',
      'Invitation to quote or published invitation to tender': 'Published invitation to tender',
      'Small or medium sized enterprise': 'Yes',
      'Voluntary or community sector organisation': '',
      'Registration number': '01234567',
    })
  })
  test('hold what is over £500 and £5,000, credit notes too, and no salaries', () => {
    const amounts = [50_000, 50_001, -50_000, -50_001]
    const { published, leftOut } = spendDataset([
      ...amounts.map((amountPence) => spend({ amountPence })),
      spend({ isSalary: true }),
    ])
    expect([published, leftOut]).toEqual([2, 3])
    expect(contractsDataset([contract({ sumPence: 5_000_00 }), contract()]).published).toBe(1)
  })
  test('name no individual, and nobody of whom it is not decided', () => {
    const given = (['individual', 'maybe', 'named', 'organisation'] as const).map((naming) =>
      spend({ naming, beneficiary: 'Ann Example', purpose: 'Payment to Ann Example' }),
    )
    const result = spendDataset(given)
    expect(
      rows(result).map((row) => [row.Beneficiary, row['Summary of the purpose of the expenditure']]),
    ).toEqual([
      [REDACTED, REDACTED],
      [REDACTED, 'Payment to Ann Example'],
      ['Ann Example', 'Payment to Ann Example'],
      ['Ann Example', 'Payment to Ann Example'],
    ])
    expect(result).toMatchObject({ redacted: 2, toReview: 1, published: 4 })
    const [row] = rows(contractsDataset([contract({ naming: 'individual' })]))
    expect(Object.values(row ?? {}).join()).not.toMatch(/Fenwick|NM1|01234567|paths/i)
  })
  test('run no text as a formula', () =>
    expect(rows(spendDataset([spend({ beneficiary: '=1+1', purpose: '@SUM(A1)' })]))[0]).toMatchObject({
      Beneficiary: "'=1+1",
      'Summary of the purpose of the expenditure': "'@SUM(A1)",
    }))
  test.skipIf(!existsSync(DEVON))(
    "come out as Devon's grants went in (skipped where ../shared is absent)",
    () => {
      const theirs: Record<string, string>[] = parse(readFileSync(DEVON), {
        columns: true,
        bom: true,
        relax_column_count: true,
        trim: true,
      })
      const isoOf = (text = '') =>
        text
          .split('/')
          .reverse()
          .map((part) => part.padStart(2, '0'))
          .join('-')
          .replace(/^(\d\d)-/, '20$1-')
      const given = theirs.map(
        (row): GrantRow => ({
          awardedOn: isoOf(row['Date Grant Awarded']),
          period: row['Time Period for Grant'] ?? '',
          department: row.Service ?? '',
          beneficiary: row['Grant Beneficiary'] ?? '',
          naming: 'organisation',
          registrationNumber: row["Beneficiary's registration Number"] ?? '',
          purpose: row['Purpose of Grant'] ?? '',
          amountPence: Math.round(Number(row.Amount?.replaceAll(/[£,]/g, '')) * 100),
        }),
      )
      const ours = rows(grantsDataset(given))
      expect(ours.length).toBe(theirs.length)
      expect(ours.length).toBeGreaterThan(500)
      expect(ours.map((row) => row.Beneficiary)).toEqual(
        given.map(({ beneficiary }) => (/^[=+\-@]/.test(beneficiary) ? `'${beneficiary}` : beneficiary)),
      )
      expect(ours.map((row) => Math.round(Number(row.Amount) * 100))).toEqual(
        given.map(({ amountPence }) => amountPence),
      )
    },
  )
})
