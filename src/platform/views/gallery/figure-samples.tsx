import { Card, CardGrid } from '../card.tsx'
import { type DataColumn, DataTable } from '../data-table.tsx'
import { EmptyState } from '../empty-state.tsx'
import { formatNumber, formatPence } from '../formatters.ts'
import { Tag } from '../govuk/components.ts'
import { KeyFigure, KeyFigures } from '../key-figure.tsx'
import { LiveRegion, Progress } from '../progress.tsx'
import { RuleSource } from '../rule-source.tsx'

import type { TablePaging } from '../table-state.ts'
import { type SampleSupplier, sampleBasis, sampleSuppliers } from './sample-data.ts'

export const FigureSamples = () => (
  <>
    <KeyFigures>
      <KeyFigure label="Paid to suppliers" value="£126.1m" basis={sampleBasis} href="/spend/payments" />
      <KeyFigure label="Stayed in Northmere" value="33.4%" basis={sampleBasis}>
        2.1 points more than a year before.
      </KeyFigure>
      <KeyFigure
        label="Social value delivered"
        value="£1.2m"
        basis={{
          period: '2025/26',
          coverage: '41 of 60 commitments',
          priceYear: '2024/25 prices',
          verifiedBy: 'verified by contract managers',
        }}
      />
    </KeyFigures>
    <h2>What to do next</h2>
    <CardGrid>
      <Card
        title="Review 12 unmatched payees"
        href="/suppliers/review"
        headingLevel={3}
        above={<Tag>To do</Tag>}
      >
        <p>They are 6.1% of what was paid.</p>
      </Card>
      <Card
        title="Catering, ends 31 March 2027"
        href="/procurement"
        headingLevel={3}
        above={<Tag classes="govuk-tag--yellow">Plan now</Tag>}
      >
        <p>14 local suppliers could do it.</p>
      </Card>
      <Card title="Grounds maintenance" headingLevel={3} above={<Tag classes="govuk-tag--grey">Waiting</Tag>}>
        <p>The notice is due on 4 January 2027.</p>
      </Card>
    </CardGrid>
    <RuleSource
      kind="law"
      title="Procurement Act 2023"
      provision="section 54"
      inForceFrom="2025-02-24"
      href="https://www.legislation.gov.uk/ukpga/2023/54/section/54"
    />
    <LiveRegion id="import-progress" url="/spend/imports/1" isRunning={false}>
      <Progress
        label="Reading payments"
        done={12_400}
        total={20_000}
        message="Matching suppliers: 12,400 of 20,000"
      />
    </LiveRegion>
  </>
)

const columns: readonly DataColumn<SampleSupplier>[] = [
  {
    name: 'name',
    header: 'Supplier',
    isSortable: true,
    cell: (row) => <a href="/suppliers/1">{row.name}</a>,
  },
  { name: 'place', header: 'Place', isSortable: true, cell: (row) => row.place },
  {
    name: 'payments',
    header: 'Payments',
    isNumeric: true,
    isSortable: true,
    cell: (row) => formatNumber(row.payments),
  },
  {
    name: 'paid',
    header: 'Paid',
    isNumeric: true,
    isSortable: true,
    firstDirection: 'descending',
    cell: (row) => formatPence(row.paidPence),
  },
]

const paging: TablePaging = {
  path: '/suppliers',
  query: { place: 'all', sort: '-paid', page: '3' },
  state: { sort: 'paid', direction: 'descending', page: 3, pageSize: 4 },
  total: 250,
}

const empty = { title: 'No suppliers yet', purpose: 'Suppliers appear here once a payment file is read.' }

export const TableSamples = () => (
  <>
    <h2>Who gets the money</h2>
    <DataTable
      id="suppliers"
      caption="Suppliers by amount paid"
      columns={columns}
      rows={sampleSuppliers}
      paging={paging}
      basis={sampleBasis}
      exports={[
        { format: 'CSV', href: '/suppliers.csv' },
        { format: 'XLSX', href: '/suppliers.xlsx' },
        { format: 'JSON', href: '/suppliers.json' },
      ]}
      empty={empty}
      footer={{ name: 'All suppliers', payments: '20,114', paid: '£126,089,000.12' }}
    />
    <DataTable
      id="stacked-suppliers"
      caption="The same, stacked on a phone"
      columns={columns}
      rows={sampleSuppliers}
      empty={empty}
      onPhone="stack"
    />
    <EmptyState
      title="No contracts yet"
      purpose="Contracts show what suppliers promised and what they have delivered so far."
      firstStep={{ text: 'Add a contract', href: '/contracts/new' }}
      headingLevel={3}
    >
      For example:{' '}
      <em>Highways maintenance 2026 to 2030, 12 apprenticeships promised, 3 delivered and verified.</em>
    </EmptyState>
  </>
)
