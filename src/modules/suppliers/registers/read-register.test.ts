import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import {
  aCharity,
  aCompanyRow,
  aFile,
  COMPANIES_HOUSE_HEADER,
  charityText,
  companiesHouseCsv,
  MUTUALS_HEADER,
  withWrongSum,
  zipOf,
} from '../builders.ts'
import type { EntryFacts, RegisterKind } from '../model.ts'
import type { RegisterFile } from './open-register-file.ts'
import { type NumberedReject, newTally, readRegister } from './read-register.ts'
import { recogniseRegister } from './recognise-register.ts'

const folder = { dataFolder: mkdtempSync(join(tmpdir(), 'register-test-')) }
afterAll(() => rmSync(folder.dataFolder, { recursive: true, force: true }))

const readFiles = async (files: readonly RegisterFile[], kind: RegisterKind | null = null) => {
  const tally = newTally()
  const entries: (EntryFacts & { row: number })[] = []
  const rejects: NumberedReject[] = []
  for await (const batch of readRegister(files, kind, tally)) {
    entries.push(...batch.entries.map(({ row, entry }) => ({ row, ...entry })))
    rejects.push(...batch.rejects)
  }
  return { tally, entries, rejects }
}
const read = (content: string | Buffer, kind: RegisterKind | null = null, name = 'register.csv') =>
  readFiles([aFile(folder, content, name)], kind)
const reasons = (rejects: readonly NumberedReject[]) => rejects.map(({ row, reason }) => [row, reason])

describe("Companies House's company data", () => {
  test('is read in its real layout of 55 columns', async () => {
    expect(COMPANIES_HOUSE_HEADER.split(',')).toHaveLength(55)
    const { entries, tally } = await read(
      companiesHouseCsv([
        {
          'PreviousName_1.CompanyName': 'NORTHMERE WOODWORK LIMITED',
          'PreviousName_2.CompanyName': 'N.W. (1999) LIMITED',
          'SICCode.SicText_2': '16230 - Manufacture of other builders’ carpentry and joinery',
          CompanyStatus: 'Active - Proposal to Strike off',
        },
      ]),
    )
    expect(tally).toMatchObject({ kind: 'companies-house', rowsRead: 1, rowsRejected: 0 })
    expect(entries).toEqual([
      {
        row: 2,
        scheme: 'GB-COH',
        number: '01234568',
        name: 'NORTHMERE JOINERY LIMITED',
        formerNames: ['NORTHMERE WOODWORK LIMITED', 'N.W. (1999) LIMITED'],
        postcode: 'PR1 2AB',
        form: 'private-limited',
        status: 'active',
        statusText: 'Active - Proposal to Strike off',
        accountsCategory: 'TOTAL EXEMPTION FULL',
        employees: null,
        sicCodes: ['43320', '16230'],
        incorporatedOn: '2005-04-14',
        dissolvedOn: null,
        companyNumber: null,
      },
    ])
  })

  test('keeps numbers with letters and drops what is no postcode', async () => {
    const numbers = ['SC123456', 'NI000001', 'R0000012', 'IP30525R', 'SP2580RS', 'OC301234']
    const { entries } = await read(
      companiesHouseCsv(
        numbers.map((CompanyNumber) => ({ CompanyNumber, 'RegAddress.PostCode': 'D02 AF30' })),
      ),
    )
    expect(entries.map(({ number }) => number)).toEqual(numbers)
    expect(new Set(entries.map(({ postcode }) => postcode))).toEqual(new Set([null]))
  })

  test('says of each bad row where it is and why', async () => {
    const { entries, rejects, tally } = await read(
      companiesHouseCsv([
        {},
        { CompanyNumber: '' },
        { CompanyNumber: '1.23457E+06' },
        { CompanyName: ' ' },
        { CompanyName: '=HYPERLINK("http://example.test","X")', CompanyNumber: '01234569' },
        { CompanyName: 'X'.repeat(501) },
        aCompanyRow().split(',').slice(0, 40).join(','),
        `${aCompanyRow()},"EXTRA"`,
        `"OPEN,${'x,'.repeat(60)}`,
        '',
        { CompanyNumber: '01234570' },
      ]),
    )
    expect(entries.map(({ row, number }) => [row, number])).toEqual([
      [2, '01234568'],
      [12, '01234570'],
    ])
    expect(reasons(rejects)).toEqual([
      [3, 'number-missing'],
      [4, 'number-unreadable'],
      [5, 'name-missing'],
      [6, 'name-is-formula'],
      [7, 'name-too-long'],
      [8, 'cells-missing'],
      [9, 'cells-too-many'],
      [10, 'quote-never-closed'],
    ])
    expect(tally).toMatchObject({ rowsRead: 10, rowsRejected: 8 })
    expect(rejects.every(({ extract }) => extract.length <= 300)).toBe(true)
  })

  test('takes names that only look like formulas', async () => {
    const names = [
      '@HOME (NORTHMERE) LIMITED',
      '+PLUS HOMES LTD',
      '- MINUS LTD',
      '=MC2 LIMITED',
      "'A' RATED LTD",
      '"QUOTED" LTD',
    ]
    const rows = names.map((CompanyName, at) => ({ CompanyName, CompanyNumber: `0123456${at}` }))
    expect((await read(companiesHouseCsv(rows))).entries.map(({ name }) => name)).toEqual(names)
  })

  test('is read from several parts, whose rows are counted on', async () => {
    const part = (CompanyNumber: string) => companiesHouseCsv([{ CompanyNumber }, { CompanyNumber: '' }])
    const files = [
      aFile(folder, zipOf({ 'part1.csv': part('01234561') }), 'part1.zip'),
      aFile(folder, gzipSync(part('01234562')), 'part2.csv.gz'),
      aFile(folder, part('01234563'), 'part3.csv'),
    ]
    const { entries, rejects, tally } = await readFiles(files)
    expect(entries.map(({ number }) => number)).toEqual(['01234561', '01234562', '01234563'])
    expect(tally.parts).toEqual([
      { name: 'part1.zip', firstRow: 1 },
      { name: 'part2.csv.gz', firstRow: 4 },
      { name: 'part3.csv', firstRow: 7 },
    ])
    expect(rejects.map(({ row }) => row)).toEqual([3, 6, 9])
    expect(tally.bytesRead).toBe(tally.bytesTotal)
  })

  test('is read from a ZIP of several members, beside what is none of its tables', async () => {
    const zip = zipOf({
      'data/one.csv': companiesHouseCsv([{ CompanyNumber: '01234561' }]),
      '__MACOSX/._one.csv': 'junk',
      'terms.pdf': 'junk',
      'data/two.csv': companiesHouseCsv([{ CompanyNumber: '01234562' }]),
    })
    const { entries, tally } = await read(zip, null, 'all.zip')
    expect(entries.map(({ number }) => number)).toEqual(['01234561', '01234562'])
    expect(tally.parts.map(({ name }) => name)).toEqual(['all.zip: data/one.csv', 'all.zip: data/two.csv'])
  })

  test('is refused where a part of another register is among its parts', async () => {
    const files = [
      aFile(folder, companiesHouseCsv([{}])),
      aFile(folder, charityText([aCharity()]), 'charity.txt'),
    ]
    await expect(readFiles(files)).rejects.toThrow('charity.txt is of another kind than the file before it')
  })

  test('is read in Windows-1252 and UTF-16 alike', async () => {
    const text = companiesHouseCsv([{ CompanyName: 'CAFÉ NORTHMERE LIMITED' }])
    for (const bytes of [
      Buffer.from(text, 'latin1'),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(`\ufeff${text}`),
    ]) {
      expect((await read(bytes)).entries[0]?.name).toBe('CAFÉ NORTHMERE LIMITED')
    }
    expect((await read(Buffer.from(text, 'latin1'))).tally.linesInWindows1252).toBe(1)
  })
})

describe("the Charity Commission's extract", () => {
  const charities = [
    aCharity({
      charity_company_registration_number: '1234568',
      charity_activities: 'A\ttab, a "mark" and a \\ backslash,\nover lines.',
    }),
    aCharity({
      linked_charity_number: 2,
      charity_name: 'THE NORTHMERE APPEAL',
      charity_company_registration_number: '1234568',
    }),
    aCharity({
      registered_charity_number: 200002,
      charity_is_cio: true,
      charity_registration_status: 'Removed',
      date_of_removal: '2020-01-31T00:00:00',
    }),
    aCharity({ registered_charity_number: 200003, charity_insolvent: true }),
    aCharity({ registered_charity_number: null }),
    aCharity({ registered_charity_number: 12, charity_name: 'TOO SHORT A NUMBER' }),
  ]
  const expected = [
    {
      number: '1100001',
      form: 'charity',
      status: 'active',
      companyNumber: '01234568',
      postcode: 'PR2 3EF',
      incorporatedOn: '2015-03-02',
    },
    { number: '1100001-2', name: 'THE NORTHMERE APPEAL', companyNumber: null },
    {
      number: '200002',
      form: 'charitable-incorporated-organisation',
      status: 'closed',
      dissolvedOn: '2020-01-31',
    },
    { number: '200003', status: 'insolvent' },
  ]

  test.each([
    ['JSON with a mark', `\ufeff${JSON.stringify(charities)}`, 'publicextract.charity.json'],
    ['one object a line', charities.map((charity) => JSON.stringify(charity)).join('\n'), 'charity.json'],
    ['text with tabs', charityText(charities), 'publicextract.charity.txt'],
    [
      'a ZIP of JSON',
      zipOf({ 'publicextract.charity.json': JSON.stringify(charities) }),
      'publicextract.charity.zip',
    ],
    [
      'a ZIP of text',
      zipOf({ 'publicextract.charity.txt': charityText(charities) }),
      'publicextract.charity.zip',
    ],
  ])('is read as %s', async (_form, content, name) => {
    const { entries, rejects, tally } = await read(content, null, name)
    expect(tally.kind).toBe('charity-commission')
    expect(entries).toMatchObject(expected)
    expect(entries.every(({ scheme }) => scheme === 'GB-CHC')).toBe(true)
    expect(rejects.map(({ reason }) => reason)).toEqual(['number-missing', 'number-unreadable'])
  })

  test('is read past objects that are broken, and told where it is cut short', async () => {
    const whole = JSON.stringify(aCharity())
    const { entries, rejects } = await read(
      `[${whole},{"registered_charity_number":12x},${whole},${whole.slice(0, 90)}`,
    )
    expect(entries).toHaveLength(2)
    expect(reasons(rejects)).toEqual([
      [2, 'object-broken'],
      [4, 'object-broken'],
    ])
  })
})

describe('the Mutuals Public Register', () => {
  const row = (...cells: string[]) => cells.map((cell) => `"${cell}"`).join(',')

  test('is read with its misspelt header', async () => {
    const { entries, tally } = await read(
      [
        MUTUALS_HEADER,
        row(
          '7318',
          '',
          '7318',
          'Northmere Food Co-operative Limited',
          'Co-operative Society',
          '1 Mill Lane, Northmere, PR1 2AB',
          '12/05/2016',
          '',
          'Act 2014',
          '47110',
          '',
          'Registered',
        ),
        row(
          '30525',
          'R',
          '30525R',
          'Ashshire Homes Limited',
          'Community Benefit Society',
          '2 Hill St PR2 3EF ',
          '01/02/1990',
          '31/03/2020',
          'Act 2014',
          '',
          '',
          'Deregistered',
        ),
        row(
          '2580',
          'RS',
          '2580R(S)',
          'Scottish Housing Limited',
          'Registered Society',
          'Glasgow',
          '',
          '',
          '',
          '',
          '',
          'Registered',
        ),
        row('213', 'COB', '213COB', 'Northmere Credit Union', 'Credit Union', '', '', '', '', '', '', ''),
      ].join('\r\n'),
    )
    expect(tally.kind).toBe('mutuals')
    expect(entries).toMatchObject([
      {
        scheme: 'GB-MPR',
        number: '7318',
        form: 'co-operative',
        status: 'active',
        postcode: 'PR1 2AB',
        companyNumber: 'RS007318',
        sicCodes: ['47110'],
        incorporatedOn: '2016-05-12',
      },
      {
        number: '30525R',
        form: 'community-benefit-society',
        status: 'closed',
        postcode: 'PR2 3EF',
        companyNumber: 'IP30525R',
        dissolvedOn: '2020-03-31',
      },
      { number: '2580RS', companyNumber: 'SP2580RS', form: 'registered-society' },
      { number: '213COB', form: 'credit-union', companyNumber: null, status: 'active' },
    ])
  })
})

describe('another list', () => {
  const HEADER = 'company_number,name,postcode,sic,other_names'

  test('is read by what its columns are called', async () => {
    const { entries, tally } = await read(
      `${HEADER}\n1234568,Northmere Joinery Ltd,pr12ab,"43320,16230",N.W. Ltd|Old Joinery\n`,
    )
    expect(tally.kind).toBe('plain')
    expect(entries).toMatchObject([
      {
        number: '01234568',
        scheme: 'GB-COH',
        name: 'Northmere Joinery Ltd',
        postcode: 'PR1 2AB',
        sicCodes: ['43320', '16230'],
        formerNames: ['N.W. Ltd', 'Old Joinery'],
        status: 'unknown',
        form: null,
      },
    ])
  })

  test.each([
    ['semicolons', 'Company Number;Company Name\n01234568;Northmere Ltd\n'],
    ['tabs', 'Company No\tOrganisation name\n01234568\tNorthmere Ltd\n'],
    ['pipes', 'CRN|Name\n01234568|Northmere Ltd\n'],
    ['title lines', 'Approved suppliers 2026\n\n"Name","Registration number"\n"Northmere Ltd","01234568"\n'],
    ['old Macintosh ends of line', 'Number,Name\r01234568,Northmere Ltd\r'],
    ['numbers kept from a spreadsheet', 'Number,Name\n"=""01234568""",Northmere Ltd\n'],
    ['a row of blanks at the end', 'Number,Name,Note\n01234568,Northmere Ltd,\n,,\n'],
    ['columns without a name', 'Number,Name,,\n01234568,Northmere Ltd,,\n'],
    ['rows that are cut at the last full cell', 'Number,Name,Note,Other\n01234568,Northmere Ltd\n'],
  ])('is read with %s', async (_quirk, text) => {
    const { entries, rejects } = await read(text)
    expect(entries).toMatchObject([{ number: '01234568', name: 'Northmere Ltd' }])
    expect(rejects).toEqual([])
  })

  test('may hold charities, which are told by their own number', async () => {
    const { entries } = await read(
      'Name,Company number,Charity number\nA,,1100001\nB,01234568,1100002\nC,,SC012345\nD,,\n',
    )
    expect(entries.map(({ scheme, number, form }) => [scheme, number, form])).toEqual([
      ['GB-CHC', '1100001', 'charity'],
      ['GB-COH', '01234568', null],
      ['GB-SC', 'SC012345', 'charity'],
    ])
  })

  test('is not taken for Companies House because it borrows names of columns', async () => {
    const text =
      'CompanyName,CompanyNumber,CharityNumber,CompanyCategory,CompanyStatus\nA,,1100001,Registered charity,Active\n'
    expect((await read(text)).tally.kind).toBe('plain')
  })

  test('takes address, staff and the mark of the public sector from the gender pay gap service', async () => {
    const header = 'EmployerName,Address,CompanyNumber,SicCodes,EmployerSize,CurrentName'
    const { entries } = await read(
      `${header}\nOLD NAME LIMITED,"1 High St, Northmere, England, PR1 2AB",01234568,"1,84110","1000 to 4999",NEW NAME LIMITED\n`,
    )
    expect(entries).toMatchObject([
      {
        name: 'NEW NAME LIMITED',
        formerNames: ['OLD NAME LIMITED'],
        postcode: 'PR1 2AB',
        form: 'public-body',
        employees: '1000 to 4999',
        sicCodes: ['84110'],
      },
    ])
  })

  test('counts rows that tell nothing', async () => {
    const { rejects } = await read(
      `${HEADER}\n01234568,A,,,\n,B,,,\nabc,C,,,\n01234569,,,,\n01234570,D,,,,,more\n=cmd|' /C calc'!A0,E,,,\n01234571,=SUM(A1),,,\n`,
    )
    expect(reasons(rejects)).toEqual([
      [3, 'number-missing'],
      [4, 'number-unreadable'],
      [5, 'name-missing'],
      [6, 'cells-too-many'],
      [7, 'number-unreadable'],
      [8, 'name-is-formula'],
    ])
  })
})

describe('a file that is no register', () => {
  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'register.csv is empty.'],
    ['white space', ' \r\n \n', 'register.csv is empty.'],
    ['a PDF', '%PDF-1.7\n', 'register.csv is a PDF.'],
    ['a web page', '<!DOCTYPE html><html>', 'register.csv is a web page or XML.'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'register.csv is an old Excel workbook'],
    [
      'a workbook',
      zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }),
      'register.csv is a spreadsheet or a document.',
    ],
    ['a ZIP of ZIPs', zipOf({ 'part1.zip': 'PK' }), 'register.csv holds other archives.'],
    ['a ZIP of pictures', zipOf({ 'a.png': 'x' }), 'register.csv holds no CSV, text or JSON file.'],
    [
      'a ZIP cut short',
      zipOf({ 'a.csv': companiesHouseCsv([{}]) }).subarray(0, 200),
      'register.csv is damaged or was cut short',
    ],
    [
      'a ZIP whose check sum does not agree',
      withWrongSum(zipOf({ 'a.csv': companiesHouseCsv([{}]) })),
      'register.csv is damaged or was cut short',
    ],
    [
      'gzip cut short',
      gzipSync(companiesHouseCsv([{}])).subarray(0, 60),
      'register.csv is damaged or was cut short',
    ],
    ['gzip of a PDF', gzipSync('%PDF-1.7'), 'register.csv is a PDF.'],
    ['a ZIP whose member is a PDF', zipOf({ 'a.csv': '%PDF-1.7' }), 'register.csv is a PDF.'],
    ['bytes of anything', Buffer.from([1, 2, 0, 3, 0, 0, 9]), 'register.csv is not text.'],
    ['other columns', 'Date,Supplier,Amount\n2026-01-01,A,1\n', 'It begins with: Date,Supplier,Amount'],
    ['a header alone', `${COMPANIES_HOUSE_HEADER}\n`, 'register.csv has a header and no rows.'],
    [
      'rows of which none can be used',
      companiesHouseCsv([{ CompanyNumber: '' }]),
      'Not one row of register.csv can be used. The commonest reason: there is no number.',
    ],
    ['other JSON', '[{"id":1}]', 'register.csv has no header with'],
    ['a table of a thousand lines without a number', 'x\n'.repeat(1000), 'register.csv has no header with'],
  ])('%s is refused with a sentence', async (_what, content, sentence) => {
    await expect(read(content)).rejects.toThrow(sentence)
    await expect(read(content)).rejects.toMatchObject({ name: 'Unusable' })
  })

  test('one that is not there, or a folder, is refused', async () => {
    await expect(readFiles([{ path: '/nowhere/x.csv', name: 'x.csv' }])).rejects.toThrow(
      'There is no file x.csv.',
    )
    await expect(readFiles([])).rejects.toThrow('There is no file to read.')
    await expect(readFiles([{ path: folder.dataFolder, name: 'x' }])).rejects.toThrow(
      'x is a folder, not a file.',
    )
  })

  test('one of another kind than was asked for is refused with the columns it lacks', async () => {
    await expect(read(companiesHouseCsv([{}]), 'mutuals')).rejects.toThrow(
      'Society Name and Full Registation Number',
    )
    await expect(read(JSON.stringify([aCharity()]), 'companies-house')).rejects.toThrow(
      'CompanyName, CompanyNumber',
    )
  })

  test('one that goes on with blank rows without end is given up', async () => {
    const bomb = gzipSync(`number,name\n00001234,A\n${'\n'.repeat(1_200_000)}`)
    expect(bomb.length).toBeLessThan(5000)
    await expect(read(bomb)).rejects.toThrow('register.csv goes on with blank rows without end.')
  })

  test('one whose first five thousand rows come to nothing is given up', async () => {
    const tally = newTally()
    const rows = Array.from({ length: 100_000 }, () => aCompanyRow({ CompanyNumber: '' }))
    const file = aFile(folder, companiesHouseCsv(rows))
    const drain = async () => {
      for await (const _ of readRegister([file], null, tally));
    }
    await expect(drain()).rejects.toThrow('The commonest reason: there is no number.')
    expect(tally.rowsRead).toBe(5000)
  })
})

test('a file is recognised by its header', async () => {
  expect(await recogniseRegister(aFile(folder, companiesHouseCsv([{}])))).toBe('companies-house')
  expect(await recogniseRegister(aFile(folder, charityText([aCharity()])))).toBe('charity-commission')
  expect(await recogniseRegister(aFile(folder, `${MUTUALS_HEADER}\n1,,1,A,B,C,,,,,,\n`))).toBe('mutuals')
  expect(await recogniseRegister(aFile(folder, 'number,name\n01234568,A\n'))).toBe('plain')
})
