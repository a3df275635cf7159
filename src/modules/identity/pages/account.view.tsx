import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  formatInstant,
  Input,
  PasswordInput,
  Radios,
  Table,
} from '../../../platform/views/views.ts'
import type { ApiToken, OpenSession, Person } from '../model.ts'
import { TokensSection } from './account-tokens.view.tsx'
import { NewPasswordInput, UsernameForPasswordManagers } from './new-password.view.tsx'

type Named = { readonly id: string; readonly name: string }

export type AccountProps = {
  readonly person: Person
  readonly typed: { readonly name: string; readonly tokenName: string; readonly ticked: readonly string[] }
  readonly authority: Named | null
  readonly otherAuthorities: readonly Named[]
  readonly permissions: readonly { readonly value: string; readonly text: string }[]
  readonly sessions: readonly (OpenSession & { readonly browser: string })[]
  readonly tokens: readonly ApiToken[]
  readonly secret: string | undefined
  readonly errors: readonly FieldError[]
}

const NameSection = ({ person, typed, errors }: AccountProps) => (
  <Form action="/account">
    <p>
      You sign in as <strong>{person.email}</strong>.
    </p>
    <Input
      name="name"
      label="Your name"
      value={typed.name}
      autocomplete="name"
      spellcheck={false}
      errorMessage={errorOf(errors, 'name')}
    />
    <Button>Save the name</Button>
  </Form>
)

const AuthoritySection = ({ authority, otherAuthorities, errors }: AccountProps) => (
  <section aria-labelledby="organisation">
    <h2 id="organisation">Organisation</h2>
    <p>{authority ? <>You act for {authority.name}.</> : 'You act for no organisation now.'}</p>
    {otherAuthorities.length > 0 && (
      <Form action="/account/authority">
        <Radios
          name="authorityId"
          fieldset={{
            legend: authority ? 'Act for another organisation' : 'Choose the organisation to act for',
          }}
          items={otherAuthorities.map(({ id, name }) => ({ value: id, text: name }))}
          errorMessage={errorOf(errors, 'authorityId')}
        />
        <Button classes="govuk-button--secondary">Act for this organisation</Button>
      </Form>
    )}
  </section>
)

const PasswordSection = ({ person, errors }: AccountProps) => (
  <section aria-labelledby="password">
    <h2 id="password">Password</h2>
    <Form action="/account/password">
      <UsernameForPasswordManagers email={person.email} />
      <PasswordInput
        name="currentPassword"
        label="Present password"
        errorMessage={errorOf(errors, 'currentPassword')}
      />
      <NewPasswordInput
        name="newPassword"
        label="New password"
        errorMessage={errorOf(errors, 'newPassword')}
      />
      <Button preventDoubleClick>Change the password</Button>
    </Form>
  </section>
)

const SessionsSection = ({ sessions }: AccountProps) => (
  <section aria-labelledby="sessions">
    <h2 id="sessions">Where you are signed in</h2>
    <Table
      caption="Sessions, the latest used first"
      captionClasses="govuk-visually-hidden"
      head={['Browser', 'Signed in', 'Last used']}
      rows={sessions.map((session) => [
        session.browser,
        formatInstant(session.createdAt),
        formatInstant(session.lastSeenAt),
      ])}
    />
    <Form action="/account/sessions/end">
      <Button classes="govuk-button--warning">Sign out everywhere</Button>
    </Form>
  </section>
)

export const AccountView = (p: AccountProps) => (
  <>
    <FormErrorSummary errors={p.errors} />
    <h1>Your account</h1>
    <NameSection {...p} />
    <AuthoritySection {...p} />
    <PasswordSection {...p} />
    <SessionsSection {...p} />
    {p.authority && <TokensSection {...p} authority={p.authority} />}
  </>
)
