import {
  Button,
  Checkboxes,
  errorOf,
  Form,
  formatDate,
  formatInstant,
  formatList,
  Input,
  InsetText,
  plainDateOf,
  SummaryList,
} from '../../../platform/views/views.ts'
import { API_TOKEN_DAYS, type ApiToken, PERMISSIONS } from '../model.ts'
import type { AccountProps } from './account.view.tsx'

type Props = Omit<AccountProps, 'authority'> & { readonly authority: NonNullable<AccountProps['authority']> }

const Issued = ({ secret }: { readonly secret: string }) => (
  <InsetText>
    <p>This is the token. Copy it now: it is not kept, and not shown again.</p>
    <p>
      <code id="token">{secret}</code>
    </p>
  </InsetText>
)

const Token = ({ token }: { readonly token: ApiToken }) => (
  <SummaryList
    card={{ title: { text: token.name, headingLevel: 3 } }}
    rows={[
      {
        key: 'May',
        value: formatList(token.permissions.map((permission) => PERMISSIONS[permission].toLowerCase())),
      },
      { key: 'Works until', value: formatDate(plainDateOf(token.expiresAt)) },
      { key: 'Last used', value: token.lastUsedAt ? formatInstant(token.lastUsedAt) : 'Never' },
      {
        key: 'Revoke',
        value: {
          html: (
            <Form action={`/account/tokens/${token.id}/revoke`}>
              <Button classes="govuk-button--warning govuk-!-margin-bottom-0">
                Revoke<span class="govuk-visually-hidden"> {token.name}</span>
              </Button>
            </Form>
          ),
        },
      },
    ]}
  />
)

/** Tokens of the person at the organisation they act for now. */
export const TokensSection = ({ authority, permissions, typed, tokens, secret, errors }: Props) => (
  <section aria-labelledby="tokens">
    <h2 id="tokens">API tokens for {authority.name}</h2>
    <p>
      With a token, a program does in your name what you tick here, for {API_TOKEN_DAYS} days or until you
      revoke it. See <a href="/api">what the API offers</a>.
    </p>
    {secret && <Issued secret={secret} />}
    {tokens.map((token) => (
      <Token token={token} />
    ))}
    {permissions.length > 0 && (
      <Form action="/account/tokens">
        <Input
          name="tokenName"
          label="What the new token is for"
          hint="For example: monthly import from the ledger"
          value={typed.tokenName}
          errorMessage={errorOf(errors, 'tokenName')}
        />
        <Checkboxes
          name="permissions"
          fieldset={{ legend: 'What it may do' }}
          items={permissions}
          values={typed.ticked}
          errorMessage={errorOf(errors, 'permissions')}
        />
        <Button preventDoubleClick>Make a token</Button>
      </Form>
    )}
  </section>
)
