import type { FieldError } from '../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary } from '../../../platform/views/views.ts'
import { NewPasswordInput, UsernameForPasswordManagers } from './new-password.view.tsx'

type Props = { readonly email: string; readonly token: string; readonly errors: readonly FieldError[] }

export const ResetPasswordView = ({ email, token, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Choose a new password</h1>
    <p>
      For <strong>{email}</strong>. You will be signed out everywhere else.
    </p>
    <Form action={`/reset-password/${token}`}>
      <UsernameForPasswordManagers email={email} />
      <NewPasswordInput name="password" label="New password" errorMessage={errorOf(errors, 'password')} />
      <Button preventDoubleClick>Set the password</Button>
    </Form>
  </>
)
