import { expect, test } from 'vitest'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { changeBook } from './actions/change-rule-book.ts'
import { saveContracts } from './actions/known-contracts.ts'
import { agreeToNetwork, foundNetwork, inviteToNetwork } from './actions/networks.ts'
import { ANALYSES, type AnalysisRequest } from './analyses/all.ts'
import type { Analysis } from './analyses/analysis.ts'
import { readNetworkSuppliers } from './analyses/network-suppliers.ts'
import { readNetworkMap } from './analyses/networks.ts'
import { aPlacedAuthority, importText, type PlacedAuthority, paymentRows } from './builders.ts'
import { identifyPayees } from './fact-builders.ts'
import { EVERYTHING, type Slice } from './model.ts'
import { INFLUENCE_BOOK } from './rule-books.ts'

/* Published figures, from the practices of English places; each is built as payments and read off the analysis. */
const db = await openTestDatabase()

const ask = (
  authority: PlacedAuthority,
  slice: Partial<Slice> = {},
  query = {},
  params = {},
): AnalysisRequest => ({
  ctx: authority.ctx,
  slice: { ...EVERYTHING, ...slice },
  query,
  params,
})
const read = (name: string, request: AnalysisRequest): Promise<Analysis> => {
  const analysis = ANALYSES[name]
  if (!analysis) throw new Error(`no analysis ${name}`)
  return analysis.read(request)
}
const figure = (analysis: Analysis, label: string) =>
  analysis.figures.find((one) => one.label.startsWith(label))

test("Southend's local spend rises from £49.6m to £61m, like for like", async () => {
  const southend = await aPlacedAuthority(db, 'Southend')
  await importText(
    db,
    southend,
    paymentRows([
      ['15/06/2017', 'Local firms', '49600000.00', 'PR1 2HE'],
      ['15/06/2017', 'Far firms', '80000000.00', 'EC1A 1BB'],
      ['15/06/2018', 'Local firms', '61000000.00', 'PR1 2HE'],
      ['15/06/2018', 'Far firms', '75000000.00', 'EC1A 1BB'],
      ['15/07/2018', 'Local firms', '9000000.00', 'PR1 2HE'],
    ]),
  )
  const years = await read('years', ask(southend))
  expect(years.figures[0]?.value).toBe('£49.6m → £61m')
  // What the figures stand on is what was compared: July is in neither.
  expect(years.basis.coverage).toBe('4 compared of 5 payments in 1 file')
  const twice = await read('years', { ...ask(southend), query: { before: '2017/18', after: '2017/18' } })
  expect(twice.empty?.title).toBe('2017/18 is there twice')
  expect(years.notes?.join(' ')).toContain(
    'Left out: the month July, which has payments in 2018/19 only (£9m).',
  )
})

test("Greater Manchester's 71 % local of £320m", async () => {
  const manchester = await aPlacedAuthority(db, 'Manchester')
  await importText(
    db,
    manchester,
    paymentRows([
      ['15/06/2017', 'Local firms', '227200000.00', 'PR1 2HE'],
      ['15/06/2017', 'Others', '92800000.00', 'EC1A 1BB'],
    ]),
  )
  const tiers = await read('tiers', ask(manchester))
  expect(tiers.figures[0]).toMatchObject({ value: '71%' })
  expect(tiers.figures[0]?.meaning).toContain('£227m known')
})

test("the North East's 60 % (£1.6bn) with regional suppliers, 65 % of that with small and medium-sized firms", async () => {
  const nepo = await aPlacedAuthority(db, 'North East')
  await importText(
    db,
    nepo,
    paymentRows([
      ['15/06/2019', 'Regional small firms', '1040000000.00', 'M1 1AA'],
      ['15/06/2019', 'Regional large firms', '560000000.00', 'M1 1AB'],
      ['15/06/2019', 'Others', '1066666667.00', 'EC1A 1BB'],
    ]),
  )
  await identifyPayees(db, nepo.id, {
    'Regional small firms': { key: 'GB-COH-1', kind: 'business', size: 'small' },
    'Regional large firms': { key: 'GB-COH-2', kind: 'business', size: 'large' },
    Others: { key: 'GB-COH-3', kind: 'business', size: 'large' },
  })
  const tiers = await read('tiers', ask(nepo))
  expect(tiers.figures.at(-1)).toMatchObject({ value: '60%' })
  const kinds = await read('kinds', ask(nepo, { tier: nepo.region }))
  expect(figure(kinds, 'Small and medium-sized')).toMatchObject({ value: '65%' })
})

test('of £8m leaving Lancashire, Preston could influence £3m', async () => {
  const preston = await aPlacedAuthority(db, 'Preston council')
  await importText(
    db,
    preston,
    paymentRows([
      ['15/06/2013', 'Local firms', '4000000.00', 'PR1 2HE'],
      ['15/06/2013', 'Open firms', '3000000.00', 'M1 1AA'],
      ['15/06/2013', 'Locked firms', '3500000.00', 'EC1A 1BB'],
      ['15/06/2013', 'A government office', '1500000.00', 'EC1A 1BB'],
    ]),
  )
  await identifyPayees(db, preston.id, {
    'Open firms': { key: 'GB-COH-1', kind: 'business', size: 'small' },
    'Locked firms': { key: 'GB-COH-2', kind: 'business', size: 'large' },
    'A government office': { key: 'name:office', kind: 'public' },
  })
  await saveContracts(preston.ctx, [
    { supplier: 'Locked firms', category: '', title: 'Long contract', endsOn: '2031-03-31', framework: '' },
  ])
  const influence = await read('influenceable', ask(preston))
  expect(figure(influence, 'Leaving')).toMatchObject({ value: '£3m', meaning: 'of £8m that leaves' })
  const reasons = influence.table.rows.map((row) => [row[0]?.text, row[5]?.text])
  expect(reasons).toContainEqual(['Locked firms', 'Locked in: the contract lasts for more than 24 months.'])
  expect(influence.table.rows.every((row) => (row[5]?.text ?? '') !== '')).toBe(true)

  // Another rule first, and everything is unsure: the rules decide, not the page.
  await changeBook(preston.ctx, { name: INFLUENCE_BOOK, change: 'test' }, () => ({
    ok: true,
    value: {
      rules: [{ subject: 'anything', test: 'is', value: '', outcome: 'unsure', reason: 'Under review' }],
    },
  }))
  expect(figure(await read('influenceable', ask(preston)), 'Not sure')?.value).toBe('£12m')
})

/*
 * Preston: six anchors, £750m; 5 % in the city, 39 % in the county, £458m leaving it. Each supplier once: the same firm is
 * paid by all six under names of their ledgers.
 */
test('six anchors together: 5 %, 39 %, £458m of £750m, and each supplier once', async () => {
  const anchors: PlacedAuthority[] = []
  for (let at = 1; at <= 6; at++) {
    const anchor = await aPlacedAuthority(db, `Anchor ${at}`)
    await importText(
      db,
      anchor,
      paymentRows([
        ['01/04/2012', `City Firm ${at}`, '6250000.00', 'PR1 2HE'],
        ['15/09/2012', `County Firm ${at}`, '42500000.00', 'BB1 1AA'],
        ['20/11/2012', `Far Firm ${at}`, '76250000.00', 'EC1A 1BB'],
      ]),
    )
    await identifyPayees(db, anchor.id, {
      [`City Firm ${at}`]: { key: 'GB-COH-00000001', name: 'City Firm Limited' },
      [`County Firm ${at}`]: { key: 'GB-COH-00000002', name: 'County Firm Limited' },
      [`Far Firm ${at}`]: { key: 'GB-COH-00000003', name: 'Far Firm plc' },
    })
    anchors.push(anchor)
  }
  const [founder, ...others] = anchors as [PlacedAuthority, ...PlacedAuthority[]]
  const founded = await foundNetwork(founder.ctx, 'Preston anchors')
  const networkId = founded.ok ? founded.value : ''
  for (const other of others) {
    expect(await inviteToNetwork(founder.ctx, networkId, other.id)).toMatchObject({ ok: true })
    await agreeToNetwork(other.ctx, networkId)
  }
  const together = await readNetworkMap(ask(founder, {}, {}, { networkId }))
  expect(together.figures.map((one) => one.value)).toEqual(['5%', '39%', '£458m', '3'])
  expect(together.figures[2]?.meaning).toBe('61% of £750m')
  const suppliers = await readNetworkSuppliers(ask(others[0] as PlacedAuthority, {}, {}, { networkId }))
  expect(suppliers.table.rows.map((row) => [row[0]?.text, row[2]?.value])).toEqual([
    ['Far Firm plc', 6],
    ['County Firm Limited', 6],
    ['City Firm Limited', 6],
  ])
})
