import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  formatInstant,
  InsetText,
  Radios,
} from '../../../platform/views/views.ts'
import { LETTER_CHOICES, type LetterChoice } from '../model/notes.ts'

type Props = {
  readonly choice: LetterChoice
  readonly madeAt: Date | undefined
  readonly authorityName: string | null
  /** The calendar's address, to be shown this once. */
  readonly address: string | null
  readonly errors: readonly FieldError[]
}

const Letters = ({ choice, errors }: Pick<Props, 'choice' | 'errors'>) => (
  <Form action="/inbox/settings">
    <Radios
      name="choice"
      value={choice}
      fieldset={{ legend: 'How often do you want letters about your notes?' }}
      hint="Your inbox has every note. Links to sign in, and what a deadline or the law makes pressing, always come at once."
      items={Object.entries(LETTER_CHOICES).map(([value, text]) => ({ value, text }))}
      errorMessage={errorOf(errors, 'choice')}
    />
    <Button>Save</Button>
  </Form>
)

const NewAddress = ({ address }: { readonly address: string }) => (
  <InsetText>
    <p>This is the address of your calendar. Copy it now: it is not shown again.</p>
    <p>
      <code id="calendar-address" class="gt-code">
        {address}
      </code>
    </p>
    <p>In your calendar program, subscribe to a calendar “from the web” or “by address”.</p>
  </InsetText>
)

const Calendar = ({ authorityName, madeAt, address }: Omit<Props, 'choice' | 'errors'>) => (
  <section aria-labelledby="calendar">
    <h2 id="calendar">Dates in your own calendar</h2>
    <p>
      Your calendar program can show the days that you see here at {authorityName}: deadlines of tenders,
      reviews, assessments and last days of contracts, and days of purchases. Whoever has the address reads
      them, so give it to nobody.
    </p>
    {address && <NewAddress address={address} />}
    {madeAt && !address && <p>You have an address, made on {formatInstant(madeAt)}.</p>}
    <Form action="/inbox/calendar">
      <Button classes="govuk-button--secondary">
        {madeAt ? 'Make a new address; the old one stops' : 'Make an address'}
      </Button>
    </Form>
    {madeAt && (
      <Form action="/inbox/calendar/revoke">
        <Button classes="govuk-button--warning">Revoke the address</Button>
      </Form>
    )}
  </section>
)

export const InboxSettingsView = ({ choice, errors, ...calendar }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Letters and dates</h1>
    <p>
      <a href="/inbox">Back to your inbox</a>
    </p>
    <Letters choice={choice} errors={errors} />
    {calendar.authorityName !== null && <Calendar {...calendar} />}
  </>
)
