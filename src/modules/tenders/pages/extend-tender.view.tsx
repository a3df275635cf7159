import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatInstantExact,
  Input,
  InsetText,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import type { Extension, Outage } from '../model.ts'
import { OUTAGE_RULE, type Owed } from '../rules/extension.ts'
import type { TypedMoment } from './moment-fields.ts'
import { MomentInput } from './moment-input.tsx'
import type { SeenTender } from './tender-request.ts'

type Props = {
  readonly seen: SeenTender
  readonly outages: readonly Outage[]
  readonly extensions: readonly Extension[]
  readonly owed: Owed
  readonly errors: readonly FieldError[]
  readonly to: TypedMoment
  readonly from: TypedMoment
  readonly until: TypedMoment
  readonly fields: { readonly reason: string; readonly outageId: string; readonly what: string }
}

const Rule = ({ owed, seen }: Props) => (
  <>
    <p>Bids are due by {formatInstantExact(seen.tender.deadline)}. More time is for everybody alike.</p>
    <p>
      Where this site was away for {OUTAGE_RULE.minutes} minutes of the last {OUTAGE_RULE.hours} hours before
      a deadline, or at all in the last {OUTAGE_RULE.lastHours}, bids are due at the same time on the next
      working day. This is this software’s own rule, not law.
    </p>
    {owed.until !== null && (
      <InsetText
        text={`The site was away for ${owed.minutesLost} minutes before this deadline. The rule says: ${formatInstantExact(owed.until)}.`}
      />
    )}
  </>
)

const MoreTime = ({ seen, outages, to, errors, fields }: Props) => (
  <Form action={`${seen.at}/extend`}>
    <MomentInput name="to" label="New deadline" value={to} errors={errors} />
    <Select
      id="outageId"
      name="outageId"
      label="Because of an outage"
      value={fields.outageId}
      items={[
        { value: '', text: 'No, another reason' },
        ...outages.slice(0, 20).map(({ id, fromAt, what }) => ({
          value: id,
          text: `${formatInstantExact(fromAt)}: ${what.slice(0, 60)}`,
        })),
      ]}
    />
    <Textarea
      id="reason"
      name="reason"
      label="Why"
      hint="Everybody reads it"
      rows={3}
      value={fields.reason}
      errorMessage={errorOf(errors, 'reason')}
    />
    <Button preventDoubleClick>Give everybody more time</Button>
  </Form>
)

const OutageLog = ({ outages }: Props) => (
  <DataTable
    id="outages"
    caption="When this site was away"
    rows={outages.slice(0, 20)}
    onPhone="stack"
    columns={[
      { name: 'from', header: 'From', cell: ({ fromAt }) => formatInstantExact(fromAt) },
      { name: 'to', header: 'To', cell: ({ toAt }) => formatInstantExact(toAt) },
      { name: 'what', header: 'What', cell: ({ what }) => what },
      {
        name: 'who',
        header: 'Noted by',
        cell: ({ notedBy }) => (notedBy === 'system' ? 'The site itself' : 'An officer'),
      },
    ]}
    empty={{
      title: 'No outage in the log',
      purpose: 'The site notes by itself when it was not at work. Add what it could not notice.',
    }}
  />
)

const AddOutage = ({ seen, from, until, fields, errors }: Props) => (
  <>
    <h2>Add an outage</h2>
    <p>For what the site cannot notice itself: a line that was down, a page that failed for everybody.</p>
    <Form action={`${seen.at}/outages`}>
      <MomentInput name="from" label="From" value={from} errors={errors} />
      <MomentInput name="until" label="To" value={until} errors={errors} />
      <Input
        id="what"
        name="what"
        label="What happened"
        value={fields.what}
        errorMessage={errorOf(errors, 'what')}
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Add to the log
      </Button>
    </Form>
  </>
)

export const ExtendTenderView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <span class="govuk-caption-l">{props.seen.tender.title}</span>
    <h1>Give more time</h1>
    <Rule {...props} />
    <MoreTime {...props} />
    {props.extensions.length > 0 && (
      <ul class="govuk-list govuk-list--bullet">
        {props.extensions.map(({ fromDeadline, toDeadline, reason }) => (
          <li>
            From {formatInstantExact(fromDeadline)} to {formatInstantExact(toDeadline)}. {reason}
          </li>
        ))}
      </ul>
    )}
    <OutageLog {...props} />
    <AddOutage {...props} />
  </>
)
