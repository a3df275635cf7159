import type { FieldError } from '../../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  formatShortDate,
  SummaryList,
  Textarea,
} from '../../../../platform/views/views.ts'
import type { Claim } from '../../model/directory.ts'
import { claimPath } from './paths.ts'

type Props = {
  readonly claim: Claim
  readonly reason: string
  readonly errors: readonly FieldError[]
}

export const DecideClaimView = ({ claim, reason, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>{claim.name}</h1>
    <SummaryList
      rows={[
        {
          key: 'Number',
          value: claim.scheme ? `${claim.scheme} ${claim.number}` : 'None: not in a register',
        },
        { key: 'Postcode', value: claim.postcode ?? 'not said' },
        { key: 'Claimed by', value: claim.email },
        { key: 'Claimed on', value: formatShortDate(claim.claimedAt.toISOString().slice(0, 10)) },
      ]}
    />
    <p>
      No register has an address for this supplier. Ring them at a number from their own website or from your
      ledger, never from the claim, and ask whether this address may speak for them.
    </p>
    <Form action={claimPath(claim.id)}>
      <Textarea
        id="reason"
        name="reason"
        label="Reason, where you refuse"
        rows={3}
        value={reason}
        errorMessage={errorOf(errors, 'reason')}
      />
      <div class="govuk-button-group">
        <Button name="do" value="confirm" preventDoubleClick>
          They speak for {claim.name}
        </Button>
        <Button name="do" value="refuse" classes="govuk-button--warning" preventDoubleClick>
          Refuse the claim of {claim.email}
        </Button>
      </div>
    </Form>
  </>
)
