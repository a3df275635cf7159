import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readWhole, refusalOf } from './builders.ts'

/**
 * Files that councils published. The expected figures were worked out apart from this code, by a script that knows each
 * file's columns, and by eye: what the totals, blank rows and lone zeros are.
 */
const FOLDER = '../shared/data/spend'

type Expected = readonly [
  file: string,
  source: number,
  payments: number,
  other: number,
  pence: number,
  from: string,
  to: string,
  unnamed: number,
]

const FILES: readonly Expected[] = [
  ['cleaned/bradford_2018-05.csv', 11557, 11556, 1, 4534751342, '2018-05-01', '2018-05-31', 0],
  ['cleaned/calderdale_2021-09.csv', 2441, 2440, 1, 1558236884, '2021-09-01', '2021-09-30', 0],
  ['cleaned/calderdale_2021-09_card.csv', 913, 912, 1, 4244884, '2020-03-04', '2021-09-13', 0],
  ['cleaned/gateshead_2021-05.csv', 11027, 11026, 1, 3128384679, '2021-05-03', '2021-05-31', 0],
  ['cleaned/gla_2014-p13.csv', 2381, 2380, 1, 24626308332, '2015-03-02', '2015-03-31', 0],
  ['cleaned/manchester_2013-01.csv', 4605, 4604, 1, 5345551665, '2013-01-02', '2013-01-31', 0],
  ['cleaned/networkrail_2019-02.csv', 2513, 2511, 2, 57132005998, '2019-02-01', '2019-02-28', 0],
  ['cleaned/salford_2013-09.csv', 1860, 1859, 1, 2264513071, '2013-09-02', '2013-09-30', 0],
  ['enriched/bolton_2019_nwod.csv.gz', 17036, 17035, 1, 17531734801, '2019-01-03', '2019-12-30', 0],
  ['enriched/tameside_2019_nwod.csv.gz', 22750, 22749, 1, 38274241456, '2019-01-01', '2019-12-24', 2],
  [
    'other/cheltenham+wirral_2015_lga-schema.csv',
    35114,
    35108,
    6,
    38619212125,
    '2011-11-13',
    '2018-09-07',
    3,
  ],
  ['raw/darlington_2010-q2.csv', 4105, 4104, 1, 1921325307, '2010-07-01', '2010-09-30', 0],
  ['raw/darlington_2014-11.csv', 1098, 1093, 5, 542856910, '2014-11-01', '2014-11-30', 0],
  ['raw/devon_201101.csv', 7013, 7012, 1, 2866393181, '2011-01-04', '2011-01-31', 0],
  ['raw/devon_201904.csv', 8311, 8310, 1, 6797951150, '2019-04-01', '2019-04-30', 0],
  ['raw/devon_202504.csv', 238, 237, 1, 284542121, '2025-04-09', '2025-04-30', 0],
  ['raw/devon_202507.csv', 2200, 2199, 1, 3647029362, '2025-07-01', '2025-07-31', 0],
  ['raw/devon_202512.csv', 2166, 2164, 2, 3836052629, '2025-12-01', '2025-12-24', 0],
  ['raw/exeter_2021-q2.csv', 2618, 2617, 1, 1728513772, '2021-04-01', '2021-06-30', 0],
  ['raw/exeter_2025-q3.csv', 3816, 3815, 1, 1939422608, '2025-06-01', '2025-09-30', 0],
  ['raw/gateshead_2010-12.csv', 5169, 5166, 3, 1622316037, '2010-12-01', '2010-12-31', 0],
  ['raw/harrogate_2015-04.csv', 2170, 2168, 2, 288605099, '2015-04-01', '2015-04-29', 0],
  ['raw/leeds_2010-12.csv', 10307, 10303, 4, 7717900924, '2010-11-01', '2010-12-31', 0],
  ['raw/leeds_2012-12.csv', 9612, 9610, 2, 7287503912, '2012-11-01', '2012-12-31', 0],
  ['raw/newcastle_2010-08.csv', 4305, 4302, 3, 3821262476, '2010-08-01', '2010-08-30', 0],
  ['raw/newcastle_2017-06.csv', 5757, 5754, 3, 3550516620, '2017-06-01', '2017-06-30', 0],
  ['raw/northtyneside_2014-04.csv', 11749, 11748, 1, 2411154258, '2014-04-01', '2014-04-30', 0],
  ['raw/openlylocal_file_with_extra_lines_at_top.csv', 23, 19, 4, 3413536, '2010-02-01', '2010-03-31', 0],
  ['raw/openlylocal_supplier_payments.csv', 30, 19, 11, 3413536, '2010-02-01', '2010-03-31', 0],
  [
    'raw/openlylocal_windows_file_with_pound_signs_in_heading.csv',
    29,
    28,
    1,
    31964727,
    '2010-04-01',
    '2010-08-12',
    0,
  ],
  ['raw/trafford_2026-27.zip', 38056, 38055, 1, 9589694189, '2026-04-01', '2026-05-29', 0],
  ['raw/trafford_pcard_2026-27.csv', 2025, 2024, 1, 49490666, '2026-04-01', '2026-05-29', 0],
  ['raw/wakefield_2014-q2.csv', 6535, 6531, 4, 4756527923, '2014-04-01', '2014-06-30', 98],
  ['raw/windsor-maidenhead_2009_q1.csv', 1609, 1608, 1, 3457349122, '2009-01-01', '2009-03-31', 0],
  ['raw/windsor-maidenhead_2009_q3.csv', 1544, 1543, 1, 1085021019, '2009-09-01', '2009-10-01', 0],
  ['raw/windsor-maidenhead_2010_q1.csv', 5731, 5097, 634, 3005406730, '2010-01-04', '2010-03-31', 0],
]

/** Column headers that a careful reader would choose, where more than one might do. */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cleaned/salford_2013-09.csv': { amount: 'Net', vat: 'VAT' },
  'cleaned/gateshead_2021-05.csv': { payee: 'Supplier ID(T)', date: 'Updated', reference: 'TransNo' },
  'cleaned/calderdale_2021-09.csv': {
    body: 'Organisation Name',
    companyNumber: 'Supplier Registered Company Number',
  },
  'cleaned/gla_2014-p13.csv': { date: 'Clearing Date', category: 'Expenditure Account Code Description' },
  'raw/darlington_2014-11.csv': { department: 'Directotate', service: 'Service', category: 'Account' },
  'raw/leeds_2010-12.csv': { body: 'Body name', date: 'Date paid', expenseType: 'Capital or revenue' },
  'raw/leeds_2012-12.csv': { body: 'BodyName', department: 'ServiceLabel', service: 'ServiceDivisionLabel' },
  'raw/newcastle_2010-08.csv': { amount: 'Grand Total', date: 'Payment Date', reference: 'Internal Ref' },
  'raw/trafford_2026-27.zip': {
    category: 'ProclassLabel',
    categoryCode: 'ProclassCode',
    supplierId: 'BeneficiaryOtherID',
  },
  'raw/trafford_pcard_2026-27.csv': { categoryCode: 'MerchantCategoryCode', date: 'PaymentDate' },
  'raw/wakefield_2014-q2.csv': {
    date: 'Payment Date',
    department: 'Directorate',
    description: 'Purpose of Spend',
  },
  'raw/windsor-maidenhead_2009_q1.csv': {
    supplierId: 'Supplier ID',
    payee: 'Supplier Name',
    amount: 'Amount',
  },
}

describe.skipIf(!existsSync(FOLDER))('a published file', () => {
  it.each(FILES)('%s is understood', async (file, source, payments, other, pence, from, to, unnamed) => {
    const reading = await readWhole({ path: `${FOLDER}/${file}`, name: file.split('/').at(-1) ?? '' })
    expect(reading.tally.rows).toEqual({ source, payments, other, rejected: 0 })
    expect(reading.tally.pence).toMatchObject({ payments: pence, rejected: 0 })
    expect(reading.tally.period).toEqual({ from, to })
    expect(reading.payments.filter((row) => row.payeeFlag === 'unnamed')).toHaveLength(unnamed)
    const [part] = reading.detected.layout.parts
    for (const [role, header] of Object.entries(COLUMNS[file] ?? {})) {
      expect([role, part?.headers[part.columns[role as 'date'] ?? -1]]).toEqual([role, header])
    }
  })

  it('prints totals that are compared with the rows', async () => {
    const totals = async (file: string) => {
      const { tally } = await readWhole({ path: `${FOLDER}/${file}`, name: 'spend.csv' })
      return [tally.pence.printedTotal, tally.warnings.find((one) => one.code === 'total-differs')?.message]
    }
    expect(await totals('raw/devon_202512.csv')).toEqual([3836052629, undefined])
    expect(await totals('raw/leeds_2012-12.csv')).toEqual([7287503912, undefined])
    expect(await totals('cleaned/networkrail_2019-02.csv')).toEqual([
      57132005999,
      'The file prints a total of £571,320,059.99; its rows add up to £571,320,059.98, a difference of £0.01.',
    ])
  })

  it('is refused when it is a PDF', async () => {
    const path = `${FOLDER}/raw/northtyneside_2015-03_actually-a-pdf.csv`
    expect(await refusalOf({ path, name: 'spend.csv' })).toMatchObject({ ok: false, code: 'pdf' })
  })
})
