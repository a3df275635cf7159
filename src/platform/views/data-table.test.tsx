import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { type DataColumn, DataTable } from './data-table.tsx'
import type { TablePaging } from './table-state.ts'

interface Payment {
  readonly payee: string
  readonly amount: number
}

const columns: readonly DataColumn<Payment>[] = [
  { name: 'payee', header: 'Payee', cell: (row) => row.payee, isSortable: true },
  { name: 'amount', header: 'Amount', cell: (row) => row.amount, isSortable: true, isNumeric: true },
]
const empty = { title: 'No payments yet', purpose: 'Payments appear here.' }
const rows = [{ payee: 'Fellside Timber & Co', amount: 12 }]
const paging: TablePaging = {
  path: '/payments',
  query: { place: 'north', sort: '-amount', page: '2' },
  state: { sort: 'amount', direction: 'descending', page: 2, pageSize: 1 },
  total: 3,
}

const table = (more: Partial<Parameters<typeof DataTable<Payment>>[0]> = {}) =>
  render(<DataTable id="payments" caption="Payments" columns={columns} rows={rows} empty={empty} {...more} />)

describe('DataTable', () => {
  it('names the table, its columns and its rows', () => {
    const html = table()
    expect(html).toContain(
      '<caption id="payments-caption" class="govuk-table__caption govuk-table__caption--m">Payments',
    )
    expect(html).toContain('aria-labelledby="payments-caption"')
    expect(html).toMatch(/<th scope="col"[^>]*>Payee<\/th>/)
    expect(html).toMatch(/<th scope="row"[^>]*>.*Fellside Timber &amp; Co/)
  })

  it('sorts by links that keep the filters', () => {
    const html = table({ paging })
    expect(html).toContain('href="/payments?place=north&amp;sort=payee"')
    expect(html).toContain('href="/payments?place=north&amp;sort=amount"')
    expect(html.match(/aria-sort="descending"/g)).toHaveLength(1)
  })

  it('pages by links that keep the filters and the order', () => {
    const html = table({ paging })
    expect(html).toContain('Showing 2 to 2 of 3')
    expect(html).toContain('href="/payments?place=north&amp;sort=-amount" rel="prev"')
    expect(html).toContain('href="/payments?place=north&amp;sort=-amount&amp;page=3" rel="next"')
    expect(html.match(/aria-current="page"/g)).toHaveLength(1)
  })

  it('has neither order nor pages where it is not told where it lives', () => {
    expect(table()).not.toMatch(/aria-sort|<nav|Showing/)
  })

  it('offers the exports it is given', () => {
    const html = table({ exports: [{ format: 'CSV', href: '/payments.csv' }] })
    expect(html).toContain(
      '<a href="/payments.csv">CSV<span class="govuk-visually-hidden">: Payments</span></a>',
    )
  })

  it('says what belongs here where there is no row', () => {
    const html = table({ rows: [] })
    expect(html).toContain('No payments yet')
    expect(html).not.toContain('<table')
  })
})
