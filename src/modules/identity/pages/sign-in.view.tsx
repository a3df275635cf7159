import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Card,
  CardGrid,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  PasswordInput,
} from '../../../platform/views/views.ts'
import { type DemonstrationAccount, demonstrationAnchors, demonstrationSuppliers } from '../demonstration.ts'
import { ROLE_TABLE } from '../model.ts'

export type SignInProps = {
  readonly email: string
  readonly next: string
  readonly errors: readonly FieldError[]
  /** Only where the site is a demonstration. */
  readonly demonstration: {
    readonly accounts: readonly DemonstrationAccount[]
    readonly password: string
  } | null
}

const Next = ({ next }: Pick<SignInProps, 'next'>) => <input type="hidden" name="next" value={next} />

type AccountProps = {
  readonly account: Pick<DemonstrationAccount, 'email' | 'toTry'>
  readonly title: string
  readonly password: string
  readonly next: string
}

const Account = ({ account, title, password, next }: AccountProps) => (
  <Card title={title} headingLevel={3}>
    <p>{account.toTry}</p>
    <Form action="/sign-in">
      <Next next={next} />
      <input type="hidden" name="email" value={account.email} />
      <input type="hidden" name="password" value={password} />
      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
        Sign in as {title.toLowerCase()}
      </Button>
    </Form>
  </Card>
)

const [BIDDER, ...OTHER_BIDDERS] = demonstrationSuppliers

const Accounts = ({ demonstration, next }: Pick<SignInProps, 'demonstration' | 'next'>) =>
  demonstration && (
    <section aria-labelledby="accounts">
      <h2 id="accounts">Try it as somebody who works at Northmere City Council</h2>
      <p>
        Northmere is made up. All accounts have the password <strong>{demonstration.password}</strong>.
      </p>
      <CardGrid>
        {demonstration.accounts.map((account) => (
          <Account
            account={account}
            title={ROLE_TABLE[account.role].label}
            password={demonstration.password}
            next={next}
          />
        ))}
      </CardGrid>
      <h3>Or as a supplier that bids</h3>
      <CardGrid>
        <Account account={BIDDER} title="Bid lead" password={demonstration.password} next={next} />
      </CardGrid>
      <p>Other suppliers that bid: {OTHER_BIDDERS.map(({ email: address }) => address).join(', ')}.</p>
      <p>
        Four other institutions of the city have one analyst each:{' '}
        {demonstrationAnchors.map(({ email: address }) => address).join(', ')}.
      </p>
    </section>
  )

export const SignInView = ({ email, next, errors, demonstration }: SignInProps) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Sign in</h1>
    <Form action="/sign-in">
      <Next next={next} />
      <Input
        name="email"
        type="email"
        classes="govuk-input--width-30"
        label="E-mail address"
        value={email}
        autocomplete="username"
        spellcheck={false}
        errorMessage={errorOf(errors, 'email')}
      />
      <PasswordInput
        name="password"
        label="Password"
        classes="govuk-input--width-30"
        errorMessage={errorOf(errors, 'password')}
      />
      <Button preventDoubleClick>Sign in</Button>
    </Form>
    <p>
      <a href="/forgotten-password">I have forgotten my password</a>
    </p>
    <p>
      You want to bid for public contracts? <a href="/suppliers/join">Open an account for a supplier</a>.
    </p>
    <Accounts demonstration={demonstration} next={next} />
  </>
)
