import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { readHtml } from '../../platform/testing/html.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { aPlacedAuthority, importText, paymentRows, recordOf } from './builders.ts'
import { EVERYTHING } from './model.ts'
import { readMoneyMap } from './money-map.ts'
import { buildMoneyMap } from './pages/money-map.ts'
import { MoneyMapView } from './pages/money-map.view.tsx'

const db = await openTestDatabase()

/*
 * Published figures (CLES and Preston City Council, 2013): six anchors, £750m in all; 5 % stayed in the city,
 * 39 % in the county including the city, £458m left the county (61 % of £750m, rounded: £457.5m).
 * 5 % = £37.5m in the city; 39 % = £292.5m, so £255m in the rest of the county; the rest left it.
 */
const preston = paymentRows([
  ['01/04/2012', 'City Suppliers', '37500000.00', 'PR1 2HE'],
  ['15/09/2012', 'County Suppliers', '255000000.00', 'BB1 1AA'],
  ['20/11/2012', 'Region Suppliers', '157500000.00', 'M1 1AA'],
  ['31/01/2013', 'Distant Suppliers', '300000000.00', 'EC1A 1BB'],
])

test("Preston's published figures come out of the page: 5 %, 39 %, £458m", async () => {
  const authority = await aPlacedAuthority(db, 'Preston anchors')
  expect(recordOf(await importText(db, authority, preston)).status).toBe('counted')
  const map = await readMoneyMap(authority.ctx, EVERYTHING)
  const props = { ...buildMoneyMap(map, EVERYTHING), areas: null, permissions: new Set(['spend.read']) }
  const page = readHtml(render(h(MoneyMapView, props)))
  const text = page.text.replaceAll(/\s+/g, ' ')
  expect(text).toContain('In City of Preston anchors 5%')
  expect(text).toContain('City of Preston anchors included 39%')
  expect(text).toContain('Leaving County of Preston anchors £458m')
  expect(map.basis).toMatchObject({
    pence: 75_000_000_000,
    unknownPence: 0,
    payments: 4,
    from: '2012-04-01',
    to: '2013-01-31',
  })
})
