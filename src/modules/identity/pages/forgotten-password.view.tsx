import type { FieldError } from '../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary, Input } from '../../../platform/views/views.ts'
import { RESET_MINUTES } from '../model.ts'

export const ForgottenPasswordView = ({
  email,
  errors,
}: {
  readonly email: string
  readonly errors: readonly FieldError[]
}) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Forgotten password</h1>
    <p>We send you a letter with a link. It lets you choose a new password.</p>
    <Form action="/forgotten-password">
      <Input
        name="email"
        type="email"
        label="E-mail address"
        value={email}
        autocomplete="username"
        spellcheck={false}
        errorMessage={errorOf(errors, 'email')}
      />
      <Button preventDoubleClick>Send the letter</Button>
    </Form>
  </>
)

export const LetterSentView = ({
  email,
  isDemonstration,
}: {
  readonly email: string
  readonly isDemonstration: boolean
}) => (
  <>
    <h1>Look at your e-mail</h1>
    <p>
      If somebody has an account with <strong>{email}</strong>, a letter is on its way there. Its link works
      once, for {RESET_MINUTES} minutes.
    </p>
    {isDemonstration ? (
      <p>
        This is a demonstration: letters do not leave it. <a href="/mailbox">Read them in the mailbox</a>.
      </p>
    ) : (
      <p>
        No letter after some minutes? Look among unwanted mail, check the address, and{' '}
        <a href="/forgotten-password">try again</a>.
      </p>
    )}
  </>
)
