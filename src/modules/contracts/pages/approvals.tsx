import type { FieldError } from '../../../platform/http/form.ts'
import { Button, errorOf, Form, formatInstant, Textarea } from '../../../platform/views/views.ts'
import type { Approval } from '../model/life.ts'

/** Who approved, of how many that are needed. */
export const Approvals = ({
  approvals,
  needs,
}: {
  readonly approvals: readonly Approval[]
  readonly needs: number
}) => (
  <>
    <h2>Approvals</h2>
    <p>
      {approvals.length} of {needs}. Nobody approves what they wrote, and nobody twice.
    </p>
    <ul class="govuk-list govuk-list--bullet">
      {approvals.map((one) => (
        <li>
          {one.personName}, {formatInstant(one.recordedAt)}
          {one.note && <span class="gt-under">{one.note}</span>}
        </li>
      ))}
    </ul>
  </>
)

type Props = {
  readonly action: string
  readonly errors: readonly FieldError[]
  readonly note: string | undefined
}

export const ApproveForm = ({ action, errors, note }: Props) => (
  <Form action={action}>
    <Textarea
      id="note"
      name="note"
      label="Note to your approval"
      rows={2}
      value={note}
      errorMessage={errorOf(errors, 'note')}
    />
    <Button preventDoubleClick>Approve</Button>
  </Form>
)

type Refuse = Omit<Props, 'note'> & {
  readonly name: string
  readonly label: string
  readonly text: string
  readonly value: string | undefined
}

/** Takes something back, with the reason. */
export const RefuseForm = ({ action, errors, name, label, text, value }: Refuse) => (
  <Form action={action}>
    <Textarea
      id={name}
      name={name}
      label={label}
      rows={2}
      value={value}
      errorMessage={errorOf(errors, name)}
    />
    <Button classes="govuk-button--warning" preventDoubleClick>
      {text}
    </Button>
  </Form>
)
