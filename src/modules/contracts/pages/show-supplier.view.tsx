import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatInstant,
  formatPercent,
  Input,
  InsetText,
  KeyFigure,
  KeyFigures,
} from '../../../platform/views/views.ts'
import type { SupplierLink } from '../model/life.ts'
import type { Contract } from '../model.ts'
import { DAYS_TO_PAY, type PaidOnTime } from '../rules/paid-on-time.ts'
import type { Tiered } from '../rules/sub-contractors.ts'
import type { Handover } from '../store/handovers.ts'
import type { SupplierCode } from '../store/supplier-links.ts'
import { ContractNav } from './contract-nav.tsx'
import { contractPath } from './paths.ts'
import { SubContractorForm, SubContractors } from './sub-contractors.tsx'

type Props = {
  readonly contract: Contract
  readonly links: readonly SupplierLink[]
  readonly codes: readonly SupplierCode[]
  readonly subContractors: readonly Tiered[]
  readonly handover: Handover | undefined
  readonly paid: PaidOnTime
  /** Invoices whose day of payment a payment file tells. */
  readonly byFiles: number
  /** Shown once, when it has just been made. */
  readonly code: string | null
  readonly errors: readonly FieldError[]
  readonly mayManage: boolean
  readonly now: Date
  readonly fields: Readonly<Record<string, string>>
}

const Accounts = ({ contract, links, mayManage }: Props) => (
  <DataTable
    id="accounts"
    caption="Accounts that report"
    rows={links}
    onPhone="stack"
    columns={[
      { name: 'name', header: 'Supplier', cell: (one) => one.supplierName },
      {
        name: 'since',
        header: 'Since',
        cell: (one) =>
          `${formatInstant(one.linkedAt)}, ${one.how === 'code' ? 'by a code' : 'by the award'}${one.endedAt ? `; ended ${formatInstant(one.endedAt)}` : ''}`,
      },
      {
        name: 'end',
        header: 'Change',
        cell: (one) =>
          mayManage && one.endedAt === null ? (
            <Form action={`${contractPath(contract.id)}/supplier/end`}>
              <input type="hidden" name="supplierId" value={one.supplierId} />
              <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                End it<span class="govuk-visually-hidden"> for {one.supplierName}</span>
              </Button>
            </Form>
          ) : (
            '–'
          ),
      },
    ]}
    empty={{
      title: 'No account reports on this contract yet',
      purpose:
        'With a code from here the supplier links its account. Then its people report what they deliver themselves, from a phone too, and read your questions.',
    }}
  />
)

const Invite = ({ contract, codes, code, errors, fields, now }: Props) => {
  const open = codes.filter(({ usedAt, expiresAt }) => usedAt === null && expiresAt > now)
  return (
    <>
      {code && (
        <InsetText>
          <p>
            <strong>The code is {code}</strong>. It is not shown again. It works once, for 30 days. Whoever
            has it can report for this contract, so give it to the supplier only.
          </p>
        </InsetText>
      )}
      <Form action={`${contractPath(contract.id)}/supplier/invite`}>
        <Input
          id="email"
          name="email"
          label="Send a code to"
          hint="Reminders go to this address too. Leave it empty to hand the code over yourself"
          type="email"
          value={fields['email']}
          errorMessage={errorOf(errors, 'email')}
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Make a code
        </Button>
      </Form>
      {open.length > 0 && (
        <p class="govuk-hint">
          {open.length === 1 ? 'One code waits' : `${open.length} codes wait`} to be used:{' '}
          {open
            .map(({ email, expiresAt }) => `${email || 'handed over'}, until ${formatInstant(expiresAt)}`)
            .join('; ')}
        </p>
      )}
    </>
  )
}

const Paid = ({ contract, paid, byFiles }: Props) => {
  const known = paid.inTime + paid.late
  const basis = {
    period: 'All invoices up to today',
    coverage: `${paid.invoices} invoices; ${known} of them with both days; ${byFiles} paid by a payment file of the same number and amount; law: ${DAYS_TO_PAY} days from the invoice (Procurement Act 2023, section 68)`,
    unknown: `${paid.unknown} without the day the invoice came; ${paid.disputed} disputed and left out`,
  }
  return (
    <>
      <h2>Paid on time</h2>
      {paid.invoices === 0 ? (
        <p>
          Not known. Payment files do not say when an invoice came, so this needs a list of invoices.{' '}
          <a href={`${contractPath(contract.id)}/invoices`}>Import invoices</a>
        </p>
      ) : (
        <>
          <KeyFigures>
            <KeyFigure
              label={`Paid within ${DAYS_TO_PAY} days`}
              value={known === 0 ? 'Not known' : formatPercent(paid.inTime / known)}
              basis={basis}
            />
            <KeyFigure
              label="Days to pay, on average"
              value={paid.averageDays === null ? 'Not known' : String(paid.averageDays)}
              basis={basis}
            />
            <KeyFigure label="No payment known, and overdue" value={String(paid.overdue)} basis={basis} />
          </KeyFigures>
          <p>
            <a href={`${contractPath(contract.id)}/invoices`}>Invoices and their payments</a>
          </p>
        </>
      )}
    </>
  )
}

export const ShowSupplierView = (props: Props) => {
  const { contract, errors, mayManage, subContractors, handover } = props
  const path = `${contractPath(contract.id)}/supplier`
  return (
    <>
      <FormErrorSummary errors={errors} />
      <span class="govuk-caption-l">{contract.title}</span>
      <h1>{contract.supplierName}</h1>
      <ContractNav id={contract.id} here="supplier" />
      {handover && (
        <p>
          <a href={`${contractPath(contract.id)}/handover`}>Hand-over pack</a>:{' '}
          {handover.council ? 'confirmed here' : 'not confirmed here yet'},{' '}
          {handover.supplier ? 'confirmed by the supplier' : 'not confirmed by the supplier yet'}
        </p>
      )}
      <Accounts {...props} />
      {mayManage && <Invite {...props} />}
      <SubContractors rows={subContractors} leaveAction={mayManage ? `${path}/left` : null} />
      {mayManage && (
        <SubContractorForm
          action={`${path}/sub-contractors`}
          known={subContractors}
          errors={errors}
          fields={props.fields}
        />
      )}
      <Paid {...props} />
    </>
  )
}
