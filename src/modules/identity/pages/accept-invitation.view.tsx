import type { FieldError } from '../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary, Input } from '../../../platform/views/views.ts'
import { NewPasswordInput, UsernameForPasswordManagers } from './new-password.view.tsx'

export type AcceptInvitationProps = {
  readonly step: 'choose-password' | 'sign-in' | 'accept' | 'somebody-else'
  readonly token: string
  readonly email: string
  readonly authorityName: string
  /** A supplier's first person, who asked for the account themself. */
  readonly isRegistration: boolean
  readonly role: string
  /** Who is signed in now. */
  readonly personName: string | null
  readonly name: string
  readonly errors: readonly FieldError[]
}

const Newcomer = ({ email, name, errors }: AcceptInvitationProps) => (
  <>
    <Input
      name="name"
      label="Your name"
      value={name}
      autocomplete="name"
      spellcheck={false}
      errorMessage={errorOf(errors, 'name')}
    />
    <UsernameForPasswordManagers email={email} />
    <NewPasswordInput name="password" label="Password" errorMessage={errorOf(errors, 'password')} />
  </>
)

const Step = (p: AcceptInvitationProps) => {
  if (p.step === 'sign-in')
    return (
      <p>
        You have an account already. <a href={`/sign-in?next=/invitations/${p.token}`}>Sign in to accept</a>.
      </p>
    )
  if (p.step === 'somebody-else')
    return (
      <>
        <p>
          The invitation is for <strong>{p.email}</strong>, but you are signed in as {p.personName}. Sign out,
          then open the link of the letter again.
        </p>
        <Form action="/sign-out">
          <Button>Sign out</Button>
        </Form>
      </>
    )
  return (
    <Form action={`/invitations/${p.token}`}>
      {p.step === 'choose-password' && <Newcomer {...p} />}
      <Button preventDoubleClick>{p.isRegistration ? 'Open the account' : 'Accept'}</Button>
    </Form>
  )
}

export const AcceptInvitationView = (p: AcceptInvitationProps) => (
  <>
    <FormErrorSummary errors={p.errors} />
    <h1>{p.isRegistration ? 'Open the account' : 'Accept the invitation'}</h1>
    {p.isRegistration ? (
      <p>
        You confirm that <strong>{p.email}</strong> is yours, and become the {p.role} of{' '}
        <strong>{p.authorityName}</strong>.
      </p>
    ) : (
      <p>
        <strong>{p.authorityName}</strong> invites <strong>{p.email}</strong> to work here as: {p.role}.
      </p>
    )}
    <Step {...p} />
  </>
)
