import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import type { Decision } from '../../kernel/decision.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { claimEntry } from './actions/directory/claims.ts'
import { useCode } from './actions/directory/codes.ts'
import { saveEntry } from './actions/directory/keep-entry.ts'
import { importRegister } from './actions/import-register.ts'
import type { DirectoryEntryId, EntryContent } from './model/directory.ts'
import type { EntryFacts, Register, RegisterEntry, RegisterKind } from './model.ts'
import { NO_FACTS } from './registers/layouts/layout.ts'
import type { RegisterFile } from './registers/open-register-file.ts'

const PREVIOUS_NAMES = Array.from(
  { length: 10 },
  (_, at) => `PreviousName_${at + 1}.CONDATE, PreviousName_${at + 1}.CompanyName`,
)

/** The header of the company data product, with the spaces that stand in the real one. */
export const COMPANIES_HOUSE_HEADER = `CompanyName, CompanyNumber,RegAddress.CareOf,RegAddress.POBox,RegAddress.AddressLine1, RegAddress.AddressLine2,RegAddress.PostTown,RegAddress.County,RegAddress.Country,RegAddress.PostCode,CompanyCategory,CompanyStatus,CountryOfOrigin,DissolutionDate,IncorporationDate,Accounts.AccountRefDay,Accounts.AccountRefMonth,Accounts.NextDueDate,Accounts.LastMadeUpDate,Accounts.AccountCategory,Returns.NextDueDate,Returns.LastMadeUpDate,Mortgages.NumMortCharges,Mortgages.NumMortOutstanding,Mortgages.NumMortPartSatisfied,Mortgages.NumMortSatisfied,SICCode.SicText_1,SICCode.SicText_2,SICCode.SicText_3,SICCode.SicText_4,LimitedPartnerships.NumGenPartners,LimitedPartnerships.NumLimPartners,URI,${PREVIOUS_NAMES.join(',')},ConfStmtNextDueDate, ConfStmtLastMadeUpDate`

const HEADER_CELLS = COMPANIES_HOUSE_HEADER.split(',').map((cell) => cell.trim())

export type CompanyCells = Readonly<Record<string, string>>

const COMPANY: CompanyCells = {
  CompanyName: 'NORTHMERE JOINERY LIMITED',
  CompanyNumber: '01234568',
  'RegAddress.PostCode': 'PR1 2AB',
  CompanyCategory: 'Private Limited Company',
  CompanyStatus: 'Active',
  CountryOfOrigin: 'United Kingdom',
  IncorporationDate: '14/04/2005',
  'Accounts.AccountCategory': 'TOTAL EXEMPTION FULL',
  'SICCode.SicText_1': '43320 - Joinery installation',
}

/** A row as Companies House writes it: every cell in marks. */
export const aCompanyRow = (cells: CompanyCells = {}): string => {
  const all: CompanyCells = { ...COMPANY, ...cells }
  return HEADER_CELLS.map((name) => `"${(all[name] ?? '').replaceAll('"', '""')}"`).join(',')
}

export const companiesHouseCsv = (rows: readonly (CompanyCells | string)[]): string =>
  [COMPANIES_HOUSE_HEADER, ...rows.map((row) => (typeof row === 'string' ? row : aCompanyRow(row))), ''].join(
    '\n',
  )

const CHARITY_COLUMNS =
  'date_of_extract organisation_number registered_charity_number linked_charity_number charity_name charity_type charity_registration_status date_of_registration date_of_removal charity_reporting_status latest_acc_fin_period_start_date latest_acc_fin_period_end_date latest_income latest_expenditure charity_contact_address1 charity_contact_address2 charity_contact_address3 charity_contact_address4 charity_contact_address5 charity_contact_postcode charity_contact_phone charity_contact_email charity_contact_web charity_company_registration_number charity_insolvent charity_in_administration charity_previously_excepted charity_is_cdf_or_cif charity_is_cio cio_is_dissolved date_cio_dissolution_notice charity_activities charity_gift_aid charity_has_land'.split(
    ' ',
  )

const CHARITY: Readonly<Record<string, string | number | boolean | null>> = {
  date_of_extract: '2026-11-20T00:00:00',
  organisation_number: 5001,
  registered_charity_number: 1100001,
  linked_charity_number: 0,
  charity_name: 'NORTHMERE YOUTH TRUST',
  charity_type: 'Charitable company',
  charity_registration_status: 'Registered',
  date_of_registration: '2015-03-02T00:00:00',
  date_of_removal: null,
  charity_contact_postcode: 'PR2 3EF',
  charity_company_registration_number: null,
  charity_insolvent: false,
  charity_in_administration: false,
  charity_is_cio: false,
  charity_activities: 'Runs a "drop-in" for young people.',
}

export const aCharity = (facts: Partial<typeof CHARITY> = {}) =>
  Object.fromEntries(CHARITY_COLUMNS.map((column) => [column, { ...CHARITY, ...facts }[column] ?? null]))

/** As the extract writes text: tabs between, marks as they are, a backslash before what would part cells. */
export const charityText = (charities: readonly ReturnType<typeof aCharity>[]): string => {
  const cell = (value: string | number | boolean | null | undefined): string => {
    if (value === null || value === undefined) return ''
    if (typeof value === 'boolean') return value ? 'True' : 'False'
    return String(value)
      .replace('T00:00:00', ' 00:00:00.0000000')
      .replaceAll(/[\\\t\n]/g, '\\$&')
  }
  return [
    CHARITY_COLUMNS,
    ...charities.map((charity) => CHARITY_COLUMNS.map((column) => cell(charity[column]))),
  ]
    .map((cells) => `${cells.join('\t')}\r\n`)
    .join('')
}

export const MUTUALS_HEADER =
  'Society Number,Society Suffix,Full Registation Number,Society Name,Registered As,Society Address,Registration Date,Deregistration Date,Registration Act,Standard Industrial Classification Code (SIC),Reporting Classification,Society Status'

/** Writes a file of a test into its database's folder. */
export const aFile = (
  db: Pick<TestDatabase, 'dataFolder'>,
  content: string | Buffer,
  name = 'register.csv',
): RegisterFile => {
  const path = join(db.dataFolder, `${newId()}-${name}`)
  writeFileSync(path, content)
  return { path, name }
}

/** A ZIP archive of these members. */
export const zipOf = (members: Readonly<Record<string, string | Buffer>>): Buffer => {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(members)) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(raw), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(raw.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, Buffer.from(name)]),
    )
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(central.length, 8)
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

/** A register loaded from this text, as an operator would. */
export const aRegister = async (
  db: TestDatabase,
  content: string | Buffer | readonly RegisterFile[],
  request: {
    readonly kind?: RegisterKind
    readonly name?: string
    readonly asOf?: string
    readonly mayShrink?: boolean
  } = {},
  ctx: Context = db.context({ kind: 'command' }, null),
): Promise<Register> => {
  const files = typeof content === 'string' || Buffer.isBuffer(content) ? [aFile(db, content)] : content
  const kind = request.kind ?? 'companies-house'
  const name = request.name ?? (kind === 'plain' ? 'A list' : '')
  const imported = await importRegister(ctx, {
    kind,
    name,
    asOf: request.asOf ?? '2026-11-01',
    source: '',
    licence: '',
    files,
    ...(request.mayShrink ? { mayShrink: true } : {}),
  })
  if (!imported.ok) throw new Error(`refused: ${imported.refusal}`)
  return imported.value
}

const someFacts = (facts: Partial<EntryFacts> = {}): EntryFacts => ({
  ...NO_FACTS,
  scheme: 'GB-COH',
  number: '01234568',
  name: 'NORTHMERE JOINERY LIMITED',
  status: 'active',
  ...facts,
})

export const anEntry = (facts: Partial<RegisterEntry> = {}): RegisterEntry => ({
  ...someFacts(),
  nameKey: 'northmerejoinery',
  kind: 'unknown',
  size: null,
  charityNumber: null,
  registerId: '0199a1d2-0000-7000-8000-000000000001',
  registerKind: 'companies-house',
  asOf: '2026-11-01',
  ...facts,
})

/** The archive as if a bit of its content had turned on its way. */
export const withWrongSum = (zip: Buffer): Buffer => {
  const turned = Buffer.from(zip)
  const sum = turned.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 16
  turned.writeUInt8(turned.readUInt8(sum) ^ 1, sum)
  return turned
}

export const someContent = (content: Partial<EntryContent> = {}): EntryContent => ({
  name: 'Northmere Joinery',
  kind: 'business',
  supplies: 'Doors and windows',
  categories: ['45'],
  postcode: 'NN31 1AA',
  address: '',
  town: '',
  covers: 'Northmere',
  capacity: '',
  accreditations: '',
  socialPurpose: '',
  website: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  showsContact: false,
  ...content,
})

const insist = <Value>(decision: Decision<Value, string>): Value => {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal}`)
  return decision.value
}

/** An entry of the directory that waits for a moderator, made as its supplier would: claim, code, form. */
export const aProposal = async (
  db: TestDatabase,
  number: string,
  content: Partial<EntryContent> = {},
): Promise<DirectoryEntryId> => {
  const nobody = db.context({ kind: 'nobody' }, null)
  const name = content.name ?? 'Northmere Joinery'
  const claim = {
    scheme: 'GB-CHC',
    number,
    name,
    postcode: null,
    email: 'anybody@elsewhere.example',
  } as const
  const codeId = await claimEntry(nobody, claim)
  const [letter] = await db.query('select body_text from platform.mail order by id desc limit 1')
  const code = /^[0-9A-Z]{5}-[0-9A-Z]{5}$/m.exec(String(letter?.body_text))?.[0] ?? ''
  const key = insist(await useCode(nobody, codeId, code))
  return insist(await saveEntry(nobody, key, someContent(content), 'waiting'))
}
