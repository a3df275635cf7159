import {
  deriveSector,
  deriveSupplierKind,
  ENTRY_STATUS_TEXT,
  FORM_TEXT,
  KIND_SOURCES,
  type RegisterEntry,
  SIZE_SOURCES,
} from '#suppliers'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  type Basis,
  ColumnsByMonth,
  DataTable,
  FormErrorSummary,
  formatCount,
  formatDate,
  formatNumber,
  formatPence,
  formatPercent,
  formatPoundsCompact,
  KeyFigure,
  KeyFigures,
  SummaryList,
  Tag,
} from '../../../platform/views/views.ts'
import { locatedByText, matchReason, matchStateTag } from '../messages.ts'
import type { SupplierPayee } from '../store/suppliers.ts'
import type { SupplierReport } from '../supplier.ts'
import { kindText, sectorText, sizeText } from '../supplier-words.ts'
import { EvidenceList } from './review-candidates.tsx'
import { GroupFacts, PutTogether } from './supplier-group.tsx'

export type ShowSupplierProps = {
  readonly supplier: SupplierReport
  readonly basis: Basis
  readonly where: readonly string[]
  readonly mayReview: boolean
  /** Who confirmed the group, where there is one. */
  readonly madeBy: string
  readonly errors: readonly FieldError[]
}

const registerFacts = (entry: RegisterEntry): [string, string | null | undefined][] => {
  const finding = deriveSupplierKind(entry)
  const sector = deriveSector(entry.sicCodes)
  const certainty = (how: string): string => (how === 'stated' ? 'stated' : 'indicated')
  return [
    ['Number', `${entry.scheme} ${entry.number}`],
    ['Charity number', entry.charityNumber === entry.number ? null : entry.charityNumber],
    ['Status', entry.statusText ?? ENTRY_STATUS_TEXT[entry.status]],
    ['Legal form', entry.form && FORM_TEXT[entry.form]],
    [
      'Kind',
      `${kindText(entry.kind)} (${certainty(finding.kindCertainty)}: ${KIND_SOURCES[finding.kindReason]})`,
    ],
    [
      'Size',
      `${sizeText(entry.size)} (${certainty(finding.sizeCertainty)}: ${SIZE_SOURCES[finding.sizeReason]})`,
    ],
    ['Sector', sector ? `${sector.sectionName}: ${sector.divisionName}` : sectorText(null)],
    ['Postcode', entry.postcode],
    ['Former names', entry.formerNames.join(', ')],
    ['Since', entry.incorporatedOn && formatDate(entry.incorporatedOn)],
    ['Register as of', formatDate(entry.asOf)],
  ]
}

const placeFacts = (payees: readonly SupplierPayee[], where: readonly string[]): [string, string][] => [
  ['Where', where.join('; ')],
  ['Placed by', [...new Set(payees.map((payee) => locatedByText(payee.locatedBy)))].join('; ')],
]

const Facts = ({ supplier, where }: Pick<ShowSupplierProps, 'supplier' | 'where'>) => (
  <>
    <h2>What is known</h2>
    {!supplier.entry && (
      <p>
        No register that is loaded knows this supplier, so its kind, size and sector are not known. Spellings
        of the same name are put together.
      </p>
    )}
    <SummaryList
      rows={[...placeFacts(supplier.payees, where), ...(supplier.entry ? registerFacts(supplier.entry) : [])]
        .filter((fact): fact is [string, string] => Boolean(fact[1]))
        .map(([key, value]) => ({ key, value }))}
    />
  </>
)

/** Why this payee is taken for the supplier: the sentence, and the evidence of the candidate that was taken. */
const Why = ({ payee, supplierKey }: { readonly payee: SupplierPayee; readonly supplierKey: string }) => {
  const taken = payee.evidence?.candidates.find((one) => `${one.scheme}-${one.number}` === supplierKey)
  return (
    <>
      {matchReason(payee.state, payee.identifiedBy)}
      {taken && (
        <details class="govuk-details gt-why">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {formatPercent(taken.probability, 0)} likely: the evidence
              <span class="govuk-visually-hidden"> for {payee.name}</span>
            </span>
          </summary>
          <div class="govuk-details__text">
            <EvidenceList evidence={taken.evidence} />
          </div>
        </details>
      )}
    </>
  )
}

const Payees = ({
  supplier,
  basis,
  mayReview,
}: Pick<ShowSupplierProps, 'supplier' | 'basis' | 'mayReview'>) => (
  <DataTable
    id="payees"
    caption="Its payees, and why we think so"
    rows={supplier.payees}
    basis={basis}
    empty={{ title: 'No payee', purpose: 'No payment file names this supplier.' }}
    columns={[
      {
        name: 'name',
        header: 'Payee',
        cell: (payee) => <a href={`/spend/payees/${payee.id}`}>{payee.name}</a>,
      },
      {
        name: 'state',
        header: 'Identified',
        cell: (payee) => {
          const { text, colour } = matchStateTag(payee.state)
          return <Tag text={text} classes={`govuk-tag--${colour}`} />
        },
      },
      {
        name: 'why',
        header: 'Why',
        cell: (payee) => <Why payee={payee} supplierKey={supplier.supplierKey} />,
      },
      {
        name: 'payments',
        header: 'Payments',
        isNumeric: true,
        cell: (payee) => (
          <a href={`/spend/payments?payee=${payee.id}`}>
            {formatNumber(payee.payments)}
            <span class="govuk-visually-hidden"> payments to {payee.name}</span>
          </a>
        ),
      },
      { name: 'pence', header: 'Amount', isNumeric: true, cell: (payee) => formatPence(payee.pence) },
      ...(mayReview
        ? [
            {
              name: 'correct',
              header: 'Correct',
              cell: (payee: SupplierPayee) => (
                <a href={`/spend/review?payee=${payee.id}`}>
                  Decide<span class="govuk-visually-hidden"> who {payee.name} is</span>
                </a>
              ),
            },
          ]
        : []),
    ]}
  />
)

const Money = ({ supplier, basis }: Pick<ShowSupplierProps, 'supplier' | 'basis'>) => (
  <>
    {supplier.months.length > 0 && (
      <ColumnsByMonth
        id="months"
        title="By month"
        description={`Payments to ${supplier.name} by month.`}
        basis={basis}
        months={supplier.months.map((month) => ({ month: month.key ?? '', value: month.pence }))}
        formatValue={formatPoundsCompact}
        table={{
          head: ['Month', 'Payments', 'Amount'],
          rows: supplier.months.map((month) => [
            month.key ?? '',
            formatNumber(month.payments),
            formatPence(month.pence),
          ]),
        }}
      />
    )}
    <DataTable
      id="categories"
      caption="What it was paid for"
      rows={supplier.categories}
      basis={basis}
      empty={{ title: 'No payment counts now', purpose: 'The files that named this supplier were undone.' }}
      columns={[
        { name: 'category', header: 'Category', cell: (row) => row.key ?? 'No category' },
        { name: 'payments', header: 'Payments', isNumeric: true, cell: (row) => formatNumber(row.payments) },
        { name: 'pence', header: 'Amount', isNumeric: true, cell: (row) => formatPence(row.pence) },
      ]}
    />
  </>
)

export const ShowSupplierView = ({
  supplier,
  basis,
  where,
  mayReview,
  madeBy,
  errors,
}: ShowSupplierProps) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>{supplier.name}</h1>
    <KeyFigures>
      <KeyFigure label="Paid" value={formatPoundsCompact(supplier.pence)} basis={basis} isMain>
        {formatCount(supplier.payments, 'payment')} to {formatCount(supplier.payees.length, 'payee')}
      </KeyFigure>
      {supplier.entry && (
        <KeyFigure
          label="Kind"
          value={kindText(supplier.entry.kind)}
          basis={{ period: `As of ${formatDate(supplier.entry.asOf)}`, coverage: 'from the register' }}
        >
          {sizeText(supplier.entry.size)}
        </KeyFigure>
      )}
    </KeyFigures>
    <GroupFacts supplier={supplier} basis={basis} mayReview={mayReview} madeBy={madeBy} errors={errors} />
    {!supplier.isGroup && <Facts supplier={supplier} where={where} />}
    <Payees supplier={supplier} basis={basis} mayReview={mayReview} />
    <Money supplier={supplier} basis={basis} />
    <PutTogether supplier={supplier} basis={basis} mayReview={mayReview} madeBy={madeBy} errors={errors} />
  </>
)
