import type { TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  Textarea,
} from '../../../platform/views/views.ts'
import { DECLARATIONS } from '../model.ts'
import type { Workspace } from '../read-workspace.ts'
import { WorkspaceFrame } from './workspace-frame.tsx'

export type TypedProfile = {
  readonly texts: Readonly<Record<string, string>>
  readonly companyNumber: string
  readonly charityNumber: string
  readonly traits: readonly string[]
  readonly declared: readonly string[]
  readonly declaredOn: TypedDay
}

type Props = {
  readonly fields: TypedProfile
  readonly workspace: Workspace
  readonly errors: readonly FieldError[]
}

const Line = ({
  name,
  label,
  hint,
  width,
  value,
  errors,
}: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly width: string
  readonly value: string
  readonly errors: readonly FieldError[]
}) => (
  <Input
    name={name}
    label={label}
    hint={hint}
    classes={width}
    value={value}
    spellcheck={false}
    errorMessage={errorOf(errors, name)}
  />
)

const Who = ({ fields: { texts, companyNumber, charityNumber, traits }, errors }: Props) => (
  <>
    <h2>Who you are</h2>
    <Line name="name" label="Name" width="govuk-input--width-30" value={texts.name ?? ''} errors={errors} />
    <Line
      name="companyNumber"
      label="Company number, if you have one"
      width="govuk-input--width-10"
      value={companyNumber}
      errors={errors}
    />
    <Line
      name="charityNumber"
      label="Charity number, if you have one and no company number"
      width="govuk-input--width-10"
      value={charityNumber}
      errors={errors}
    />
    <Textarea
      name="address"
      label="Address"
      rows="3"
      value={texts.address}
      errorMessage={errorOf(errors, 'address')}
    />
    <Line
      name="postcode"
      label="Postcode"
      width="govuk-input--width-10"
      value={texts.postcode ?? ''}
      errors={errors}
    />
    <Checkboxes
      name="traits"
      fieldset={{ legend: 'What holds for you' }}
      items={[
        { value: 'small', text: 'Fewer than 250 people work here' },
        { value: 'social', text: 'We are a voluntary, community or social enterprise' },
      ]}
      values={traits}
    />
  </>
)

const Contact = ({ fields: { texts }, errors }: Props) => (
  <>
    <h2>Whom to ask</h2>
    <Line
      name="contactName"
      label="Name"
      width="govuk-input--width-20"
      value={texts.contactName ?? ''}
      errors={errors}
    />
    <Line
      name="contactEmail"
      label="E-mail address"
      width="govuk-input--width-30"
      value={texts.contactEmail ?? ''}
      errors={errors}
    />
    <Line
      name="contactPhone"
      label="Telephone number"
      width="govuk-input--width-20"
      value={texts.contactPhone ?? ''}
      errors={errors}
    />
  </>
)

const Standing = ({ fields: { texts, declared, declaredOn }, errors }: Props) => (
  <>
    <h2>What buyers ask every time</h2>
    <Textarea
      name="accounts"
      label="Accounts"
      hint="The year, turnover and where they are published"
      rows="3"
      value={texts.accounts}
      errorMessage={errorOf(errors, 'accounts')}
    />
    <Textarea
      name="insurance"
      label="Insurance"
      hint="What is covered, how much, until when"
      rows="3"
      value={texts.insurance}
      errorMessage={errorOf(errors, 'insurance')}
    />
    <Textarea
      name="policies"
      label="Policies"
      hint="For example health and safety, equality, environment, modern slavery"
      rows="3"
      value={texts.policies}
      errorMessage={errorOf(errors, 'policies')}
    />
    <Checkboxes
      name="declared"
      fieldset={{ legend: 'What you declare' }}
      hint="Leave out what is not true, and say why where a tender asks. It need not end a bid."
      items={Object.entries(DECLARATIONS).map(([value, text]) => ({ value, text }))}
      values={declared}
    />
    <DateInput
      id="declaredOn"
      namePrefix="declaredOn"
      fieldset={{ legend: 'Day of the declaration' }}
      items={[
        { name: 'day', classes: 'govuk-input--width-2', value: declaredOn.day, id: 'declaredOn-day' },
        { name: 'month', classes: 'govuk-input--width-2', value: declaredOn.month },
        { name: 'year', classes: 'govuk-input--width-4', value: declaredOn.year },
      ]}
      errorMessage={errorOf(errors, 'declaredOn-day')}
    />
  </>
)

export const ProfileView = (p: Props) => (
  <WorkspaceFrame workspace={p.workspace}>
    <FormErrorSummary errors={p.errors} />
    <h1>Your organisation</h1>
    <p>
      Say this once. It goes with every bid, to every authority, as it is when you submit. The papers
      themselves are kept under <a href="/workspace/documents">your documents</a>.
    </p>
    <Form action="/workspace/profile" warnsOfUnsentChanges>
      <Who {...p} />
      <Contact {...p} />
      <Standing {...p} />
      <Button preventDoubleClick>Save</Button>
    </Form>
  </WorkspaceFrame>
)
