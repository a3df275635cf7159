import type { FieldError } from '../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary, Input } from '../../../platform/views/views.ts'
import { INVITATION_DAYS } from '../model.ts'

type Props = {
  readonly organisation: string
  readonly email: string
  readonly errors: readonly FieldError[]
}

export const RegisterSupplierView = ({ organisation, email, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Open an account for a supplier</h1>
    <p>
      One account serves for every authority on this site. You say who you are once, and use it again in each
      bid. Any size will do: a sole trader, a charity, a company. It costs nothing.
    </p>
    <p>
      If a colleague has an account for your organisation already, ask them to invite you instead: two
      accounts do not see each other’s bids.
    </p>
    <Form action="/suppliers/join">
      <Input
        name="organisation"
        label="Name of the organisation"
        hint="As it would stand in a contract"
        value={organisation}
        autocomplete="organization"
        spellcheck={false}
        errorMessage={errorOf(errors, 'organisation')}
      />
      <Input
        name="email"
        type="email"
        classes="govuk-input--width-30"
        label="Your e-mail address"
        hint="We send a letter with a link to it. Receipts and reminders go there too."
        value={email}
        autocomplete="email"
        spellcheck={false}
        errorMessage={errorOf(errors, 'email')}
      />
      <Button preventDoubleClick>Send the letter</Button>
    </Form>
  </>
)

export const ConfirmAddressView = ({
  email,
  isDemonstration,
}: {
  readonly email: string
  readonly isDemonstration: boolean
}) => (
  <>
    <h1>Look at your e-mail</h1>
    <p>
      A letter is on its way to <strong>{email}</strong>. Its link opens the account: it works once, for{' '}
      {INVITATION_DAYS} days.
    </p>
    {isDemonstration ? (
      <p>
        This is a demonstration: letters do not leave it. <a href="/mailbox">Read them in the mailbox</a>.
      </p>
    ) : (
      <p>
        No letter after some minutes? Look among unwanted mail, check the address, and{' '}
        <a href="/suppliers/join">try again</a>. An address gets three such letters a day at most.
      </p>
    )}
  </>
)
