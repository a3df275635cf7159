import { createReadStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createOrganisation, type OrganisationId } from '#identity'
import { definePlace, type PlaceId } from '#places'
import { importRegister } from '#suppliers'
import type { Decision } from '../../kernel/decision.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { type ImportOutcome, importFile, type PaymentFile } from './actions/import-file.ts'
import type { OverlapChoice } from './model.ts'
import type { LayoutCorrection } from './reading/reading.ts'
import type { ImportRecord } from './store/imports.ts'

const must = <Value>(decision: Decision<Value>): Value => {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal}`)
  return decision.value
}

export type PlacedAuthority = {
  readonly id: OrganisationId
  readonly ctx: Context & { authorityId: string }
  readonly city: PlaceId
  readonly county: PlaceId
  readonly region: PlaceId
}

/** An authority whose home is a city (PR1, PR2) in a county (PR, BB) in a region (M as well). */
export const aPlacedAuthority = async (
  db: TestDatabase,
  name = `Council ${newId().slice(-12)}`,
): Promise<PlacedAuthority> => {
  const operator = db.context({ kind: 'command' }, null)
  const define = async (
    place: string,
    kind: 'city' | 'county' | 'region',
    parentId: PlaceId | null,
    parts: readonly [string, string][],
  ) =>
    must(
      await definePlace(operator, {
        name: `${place} of ${name}`,
        kind,
        parentId,
        parts: parts.map(([part, code]) => ({ kind: part as 'district', code })),
      }),
    )
  const region = await define('Region', 'region', null, [['postcode-area', 'M']])
  const county = await define('County', 'county', region, [
    ['postcode-area', 'PR'],
    ['postcode-area', 'BB'],
  ])
  const city = await define('City', 'city', county, [
    ['district', 'PR1'],
    ['district', 'PR2'],
  ])
  const organisation = must(
    await createOrganisation(operator, { name, kind: 'council', isAuthority: true, homePlaceId: city }),
  )
  const id = organisation.id as OrganisationId
  return { id, ctx: { ...db.context({ kind: 'command' }, id), authorityId: id }, city, county, region }
}

/** A payment file in the file store, as if it had been handed in. */
export const aPaymentFile = async (
  db: TestDatabase,
  name: string,
  content: string | Buffer,
): Promise<PaymentFile> => {
  const path = join(db.dataFolder, newId())
  writeFileSync(path, content)
  const stored = await db.services.files.put(createReadStream(path))
  return { ...stored, name, path: db.services.files.localPath(stored.hash) }
}

export type ImportWishes = {
  readonly name?: string
  readonly choice?: OverlapChoice | null
  readonly correction?: LayoutCorrection | null
}

/** Reads a file for an authority through the module's own door. */
export const importText = async (
  db: TestDatabase,
  authority: PlacedAuthority,
  content: string | Buffer,
  wishes: ImportWishes = {},
): Promise<ImportOutcome> => {
  const file = await aPaymentFile(db, wishes.name ?? 'payments.csv', content)
  return importFile(
    authority.ctx,
    {
      authorityId: authority.id,
      importId: newId(),
      file,
      correction: wishes.correction ?? null,
      choice: wishes.choice ?? null,
    },
    () => undefined,
  )
}

/** The record of a file that was read. */
export const recordOf = (outcome: ImportOutcome): ImportRecord => {
  if (outcome.kind === 'unreadable') throw new Error(`unreadable: ${outcome.problem.message}`)
  return outcome.record
}

/** A file with a header and these rows: day, payee, amount in pounds, and postcode, department, category where given. */
export const paymentRows = (
  rows: readonly (readonly [string, string, string, string?, string?, string?])[],
): string =>
  [
    'Payment Date,Supplier Name,Amount,Postcode,Department,Category,Transaction Number',
    ...rows.map(([day, payee, amount, postcode = '', department = 'Adults', category = 'Care']) =>
      [day, payee, amount, postcode, department, category, `T ${payee} ${amount}`].join(','),
    ),
  ].join('\r\n')

/** A register of private limited companies, loaded as an operator would: name, number and, where given, postcode. */
export const aRegisterOfCompanies = async (
  db: TestDatabase,
  companies: readonly (readonly [name: string, number: string, postcode?: string])[],
): Promise<void> => {
  const path = join(db.dataFolder, newId())
  const rows = companies.map(([name, number, postcode = '']) =>
    [name, number, postcode, 'Private Limited Company', 'Active', 'TOTAL EXEMPTION FULL', '88100'].join(','),
  )
  const header = 'CompanyName,CompanyNumber,PostCode,CompanyCategory,CompanyStatus,AccountCategory,SICCode'
  writeFileSync(path, [header, ...rows].join('\n'))
  must(
    await importRegister(db.context({ kind: 'command' }, null), {
      kind: 'plain',
      name: 'Companies of the test',
      asOf: '2026-11-01',
      source: '',
      licence: '',
      files: [{ path, name: 'companies.csv' }],
    }),
  )
}

/** Companies that nobody is paid by name: matching needs a register in which words are rare. */
export const otherCompanies = (count: number): [string, string][] =>
  Array.from({ length: count }, (_, at) => [
    `ALDER${at} ${['CARE', 'ROADS', 'PRINT'][at % 3]} LIMITED`,
    String(2_000_000 + at).padStart(8, '0'),
  ])
