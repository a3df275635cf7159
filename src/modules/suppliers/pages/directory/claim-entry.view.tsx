import type { FieldError } from '../../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary, Input, Radios } from '../../../../platform/views/views.ts'
import type { TypedClaim } from './claim-entry.ts'
import { CLAIM_PATH } from './paths.ts'

type Props = { readonly typed: TypedClaim; readonly errors: readonly FieldError[] }

const NumberKind = (props: Props) => (
  <Radios
    name="numberKind"
    idPrefix="numberKind"
    value={props.typed.numberKind}
    fieldset={{ legend: { text: 'Which number does it have?' } }}
    hint="With a number, the code goes to the address that the public register has"
    errorMessage={errorOf(props.errors, 'numberKind')}
    items={[
      {
        value: 'company',
        text: 'A company number',
      },
      {
        value: 'charity',
        text: 'A charity number',
      },
      { value: 'none', text: 'None: a sole trader, a partnership or an unregistered group' },
    ]}
  />
)

const Fields = (props: Props) => (
  <>
    <Input
      id="name"
      name="name"
      label="Name of the supplier"
      value={props.typed.name}
      autocomplete="organization"
      errorMessage={errorOf(props.errors, 'name')}
    />
    <NumberKind {...props} />
    <Input
      id="number"
      name="number"
      label="The number"
      hint="As the register writes it. Leave empty where there is none"
      value={props.typed.number}
      classes="govuk-input--width-10"
      spellcheck={false}
      errorMessage={errorOf(props.errors, 'number')}
    />
    <Input
      id="email"
      name="email"
      type="email"
      label="Your e-mail address"
      hint="Used where no register has an address; a council asks the supplier first"
      value={props.typed.email}
      autocomplete="email"
      spellcheck={false}
      errorMessage={errorOf(props.errors, 'email')}
    />
  </>
)

export const ClaimEntryView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>List your organisation</h1>
    <p>
      First we make sure that you speak for the supplier. We send a code to the address that the public
      register has. Where no register has one, somebody at a council asks the supplier, and the code comes to
      the address you give.
    </p>
    <Form action={CLAIM_PATH}>
      <Fields {...props} />
      <Button preventDoubleClick>Continue</Button>
    </Form>
  </>
)
