import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  formatInstant,
  PasswordInput,
  SummaryList,
  Table,
  WarningText,
} from '../../../platform/views/views.ts'
import { DUTIES, type Duty, type OfficerKey, PASSPHRASE_LENGTH } from '../model.ts'

type Props = {
  readonly own: OfficerKey | undefined
  readonly colleagues: readonly OfficerKey[]
  readonly duties: readonly { readonly keyId: string; readonly duty: Duty; readonly notBefore: Date }[]
  readonly errors: readonly FieldError[]
}

const Own = ({ own }: Pick<Props, 'own'>) =>
  own ? (
    <SummaryList
      rows={[
        { key: 'Made', value: formatInstant(own.createdAt) },
        { key: 'Public part', value: <code class="gt-code">{own.recipient}</code> },
      ]}
    />
  ) : (
    <p>You have none yet. Make one before you are named as somebody who opens bids.</p>
  )

const NewKey = ({ own, errors }: Pick<Props, 'own' | 'errors'>) => (
  <section aria-labelledby="new">
    <h2 id="new">{own ? 'Make a new key' : 'Make your key'}</h2>
    {own && (
      <p>
        A new key counts for tenders published from now on. For earlier ones you still need the passphrase you
        had then.
      </p>
    )}
    <WarningText>
      Nobody can tell you a lost passphrase or set a new one, not even whoever runs this site. Write it down
      and lock it away. If it is lost, the person who stands in opens with the other officer.
    </WarningText>
    <Form action="/sealing/key">
      <PasswordInput
        name="passphrase"
        label="Passphrase"
        hint={`At least ${PASSPHRASE_LENGTH.min} characters, and not your password. Four words that do not belong together make a good one.`}
        autocomplete="new-password"
        errorMessage={errorOf(errors, 'passphrase')}
      />
      <PasswordInput
        name="again"
        label="The same passphrase again"
        autocomplete="new-password"
        errorMessage={errorOf(errors, 'again')}
      />
      <Button preventDoubleClick>Make the key</Button>
    </Form>
  </section>
)

export const OpeningKeyView = ({ own, colleagues, duties, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Your opening key</h1>
    <p>
      Bids are encrypted before they are stored. What opens them is split among three officers: two have to
      act together, after the deadline. Your part is encrypted to this key, and your passphrase unlocks it.
    </p>
    <Own own={own} />
    {duties.length > 0 && (
      <Table
        caption="What you hold a part of"
        head={['Sealed until', 'Your part']}
        rows={duties.map(({ duty, notBefore }) => [formatInstant(notBefore), DUTIES[duty]])}
      />
    )}
    <NewKey own={own} errors={errors} />
    <h2>Colleagues with a key</h2>
    {colleagues.length === 0 ? (
      <p>Nobody else here has one. A tender needs three people who do.</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {colleagues.map((key) => (
          <li>
            {key.personName}, since {formatInstant(key.createdAt)}
          </li>
        ))}
      </ul>
    )}
  </>
)
