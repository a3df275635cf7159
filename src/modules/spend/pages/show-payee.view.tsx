import {
  type Basis as BasisWords,
  ColumnsByMonth,
  DataTable,
  formatDate,
  formatNumber,
  formatPence,
  formatPoundsCompact,
  KeyFigure,
  KeyFigures,
  SummaryList,
} from '../../../platform/views/views.ts'
import { locatedByText, matchReason, matchStateTag } from '../messages.ts'
import type { Basis, PlainSum } from '../model.ts'
import type { PayeeRecord } from '../store/payees.ts'
import type { PaymentLine } from '../store/payments.ts'
import { supplierHref } from '../supplier-words.ts'
import { EvidenceList } from './review-candidates.tsx'

export type ShowPayeeProps = {
  readonly payee: PayeeRecord
  readonly tier: string
  readonly total: Basis
  readonly basis: BasisWords
  readonly months: readonly PlainSum[]
  readonly latest: readonly PaymentLine[]
  readonly mayReview: boolean
}

const facts = (payee: PayeeRecord, tier: string) =>
  [
    ['Where', tier],
    ['Placed by', locatedByText(payee.located_by)],
    ['Postcode', payee.located_postcode ?? payee.postcode],
    ['Area', payee.located_as],
    ['Identified', matchStateTag(payee.match_state).text],
    ['Why', matchReason(payee.match_state, payee.identified_by)],
    ['In the register', payee.register_number ? `${payee.register_scheme} ${payee.register_number}` : null],
    ['Company number in the file', payee.company_number],
    ['Charity number in the file', payee.charity_number],
    ['Number in the ledger', payee.supplier_reference],
  ].filter((fact): fact is [string, string] => fact[1] !== null)

/** Each latest payment with the file and row it came from. */
const LatestPayments = ({ latest, basis }: Pick<ShowPayeeProps, 'latest' | 'basis'>) => (
  <DataTable
    id="latest"
    caption="Latest payments"
    rows={latest}
    basis={basis}
    empty={{ title: 'No payment counts now', purpose: 'The files that named this payee were undone.' }}
    columns={[
      {
        name: 'date',
        header: 'Paid',
        cell: (line) => (line.paidOn ? formatDate(line.paidOn) : 'period only'),
      },
      { name: 'category', header: 'Category', cell: (line) => line.category ?? '–' },
      { name: 'department', header: 'Department', cell: (line) => line.department ?? '–' },
      {
        name: 'source',
        header: 'File and row',
        cell: (line) => (
          <a href={`/spend/imports/${line.importId}`}>
            {line.fileName}, row {line.rowNumber}
          </a>
        ),
      },
      { name: 'amount', header: 'Amount', isNumeric: true, cell: (line) => formatPence(line.amountPence) },
    ]}
  />
)

/** Which supplier this is, the evidence for the candidate that was taken, and the way to say otherwise. */
const Supplier = ({ payee, mayReview }: Pick<ShowPayeeProps, 'payee' | 'mayReview'>) => {
  const key = `${payee.register_scheme}-${payee.register_number}`
  const taken = payee.match_evidence?.candidates.find((one) => `${one.scheme}-${one.number}` === key)
  return (
    <>
      {payee.supplier_key && (
        <p>
          Supplier: <a href={supplierHref(payee.supplier_key)}>{payee.supplier_name}</a>
          {mayReview && (
            <>
              {' '}
              (<a href={`/spend/review?payee=${payee.id}`}>decide who this payee is</a>)
            </>
          )}
        </p>
      )}
      {taken && <EvidenceList evidence={taken.evidence} />}
    </>
  )
}

export const ShowPayeeView = ({ payee, tier, total, basis, months, latest, mayReview }: ShowPayeeProps) => (
  <>
    <h1>{payee.name}</h1>
    <KeyFigures>
      <KeyFigure label="Paid" value={formatPoundsCompact(total.pence)} basis={basis} isMain />
      <KeyFigure
        label="Payments"
        value={formatNumber(total.payments)}
        basis={basis}
        href={`/spend/payments?payee=${payee.id}`}
      />
    </KeyFigures>
    <h2>How we know this payee</h2>
    <SummaryList rows={facts(payee, tier).map(([key, value]) => ({ key, value }))} />
    <Supplier payee={payee} mayReview={mayReview} />
    <p>
      <a href="/spend/method#matching">How payees are matched</a>
    </p>
    {months.length > 0 && (
      <ColumnsByMonth
        id="months"
        title="By month"
        description={`Payments to ${payee.name} by month.`}
        basis={basis}
        months={months.map((month) => ({ month: month.key ?? '', value: month.pence }))}
        formatValue={formatPoundsCompact}
        table={{
          head: ['Month', 'Payments', 'Amount'],
          rows: months.map((month) => [
            month.key ?? '',
            formatNumber(month.payments),
            formatPence(month.pence),
          ]),
          csvHref: `/spend/months.csv?payee=${payee.id}`,
        }}
      />
    )}
    <LatestPayments latest={latest} basis={basis} />
    <p class="govuk-body">
      <a href={`/spend/payments?payee=${payee.id}`}>All payments to {payee.name}</a>
    </p>
  </>
)
