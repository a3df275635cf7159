import { type TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Details,
  FormErrorSummary,
  formatCount,
  formatDate,
  formatPercent,
  formatPounds,
  InsetText,
  KeyFigure,
  KeyFigures,
  SummaryList,
  type TablePaging,
} from '../../../platform/views/views.ts'
import { BASIS_NAMES, SOURCE_NAMES, SPEND_WORDS, TERM_NAMES, termWords } from '../messages.ts'
import type { CommitmentProgress, ContractReport } from '../read-contract.ts'
import { ContractNav } from './contract-nav.tsx'
import { Deliveries, Promises } from './contract-tables.tsx'
import { Extensions } from './extensions.tsx'
import { contractPath } from './paths.ts'
import { TermTag } from './tags.tsx'

export type ShowContractProps = ContractReport & {
  readonly promisePage: { readonly rows: readonly CommitmentProgress[]; readonly paging: TablePaging }
  readonly isPast: boolean
  readonly mayManage: boolean
  readonly errors: readonly FieldError[]
  readonly option: { readonly untilOn: TypedDay; readonly note: string }
  readonly takenOn: TypedDay
}

const OtherSuppliers = ({ others }: Pick<ContractReport, 'others'>) =>
  others.length === 0 ? null : (
    <Details summaryText={`And ${formatCount(others.length, 'other supplier')}`}>
      <ul>
        {others.map(({ name, number }) => (
          <li>
            {name}
            {number && ` (${number.scheme} ${number.number})`}
          </li>
        ))}
      </ul>
    </Details>
  )

const SupplierName = ({ contract, others }: ContractReport) => {
  const { supplierName, supplierNumber, supplierKey, supplierContact } = contract
  return (
    <>
      <a href={`/spend/suppliers/${encodeURIComponent(supplierKey)}`}>{supplierName}</a>
      <span class="gt-under">
        {supplierNumber ? `${supplierNumber.scheme} ${supplierNumber.number}` : 'No register number known'}
        {supplierContact && ` · ${supplierContact}`}
      </span>
      <OtherSuppliers others={others} />
    </>
  )
}

const goesOnTo = ({ currentEnd, furthestEnd }: ContractReport): string => {
  if (furthestEnd === null) return 'No last day'
  return furthestEnd === currentEnd ? 'No longer: no option is left' : formatDate(furthestEnd)
}

const Facts = (report: ContractReport) => {
  const { contract, currentEnd } = report
  return (
    <SummaryList
      rows={[
        { key: 'Reference', value: contract.reference + (contract.lot ? `, lot ${contract.lot}` : '') },
        { key: 'Supplier', value: <SupplierName {...report} /> },
        { key: 'Term', value: termWords(contract.startsOn, currentEnd) },
        { key: 'Can go on to', value: goesOnTo(report) },
        { key: 'Department', value: contract.department || 'Not said' },
        { key: 'Contract manager', value: contract.manager || 'Nobody named' },
        { key: 'CPV codes', value: contract.cpv.join(', ') || 'None' },
        {
          key: 'Written down',
          value: [SOURCE_NAMES[contract.source], contract.sourceName].filter(Boolean).join(': '),
        },
      ]}
    />
  )
}

/** Money, and value promised and verified: one figure for each basis, for they are different things. */
const Figures = ({ contract, spend, totals, shares, on }: ContractReport) => (
  <KeyFigures>
    <KeyFigure
      label="Value of the contract"
      value={contract.valuePence === null ? 'Not said' : formatPounds(contract.valuePence)}
      basis={{ period: 'Whole term, without extensions', coverage: 'Without VAT' }}
    />
    <KeyFigure
      label="Paid so far"
      value={spend.paidPence === null ? 'Not known' : formatPounds(spend.paidPence)}
      basis={{
        period: `Up to ${formatDate(on)}`,
        coverage: `${formatCount(spend.payments, 'payment')}. ${SPEND_WORDS[spend.how]}`,
      }}
    />
    {totals.map(({ basis, promised, verified }) => {
      const share = shares.find((one) => one.basis === basis)?.share
      return (
        <KeyFigure
          label={`${BASIS_NAMES[basis] ?? basis}: verified`}
          value={formatPounds(verified)}
          basis={{
            period: `Up to ${formatDate(on)}`,
            coverage: 'Verified quantities at the unit values agreed at award',
            priceYear: 'Prices as at award',
            verifiedBy: 'Verified by the contract manager',
          }}
        >
          of {formatPounds(promised)} promised
          {share !== undefined && `, ${formatPercent(Number(share))} of the price`}
        </KeyFigure>
      )
    })}
  </KeyFigures>
)

export const ShowContractView = (props: ShowContractProps) => {
  const { contract, on, isPast, mayManage } = props
  const path = contractPath(contract.id)
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <span class="govuk-caption-l">Contract {contract.reference}</span>
      <h1>{contract.title}</h1>
      <p>
        <TermTag state={props.state} />
      </p>
      <ContractNav id={contract.id} here="home" />
      {isPast && (
        <InsetText>
          As it stood on {formatDate(on)}: {TERM_NAMES[props.state].toLowerCase()}.{' '}
          <a href={path}>See it today</a>
        </InsetText>
      )}
      {contract.description && <p>{contract.description}</p>}
      <Figures {...props} />
      <Facts {...props} />
      {mayManage && (
        <div class="govuk-button-group">
          <Button href={`${path}/deliveries/new`}>Report a delivery</Button>
          <Button href={`${path}/commitments/new`} classes="govuk-button--secondary">
            Write a commitment down
          </Button>
          <a class="govuk-link" href={`${path}/edit`}>
            Change the contract
          </a>
          <a class="govuk-link" href={`${path}/transparency`}>
            What the Transparency Code asks
          </a>
        </div>
      )}
      <Promises {...props} />
      <Deliveries {...props} />
      <Extensions {...props} />
    </>
  )
}
