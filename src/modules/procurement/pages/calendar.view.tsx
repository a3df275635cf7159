import { Button, DataTable, Form, formatInstant, InsetText } from '../../../platform/views/views.ts'
import { CALENDAR_PATH } from '../paths.ts'

type Feed = { readonly id: string; readonly of: string; readonly createdAt: Date }
type Props = { readonly feeds: readonly Feed[]; readonly address: string | null }

const Close = ({ feed }: { readonly feed: Feed }) => (
  <Form action={`${CALENDAR_PATH}/close`}>
    <input type="hidden" name="feedId" value={feed.id} />
    <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
      Close<span class="govuk-visually-hidden"> the address for {feed.of}</span>
    </Button>
  </Form>
)

export const CalendarView = ({ feeds, address }: Props) => (
  <>
    <h1>Calendar</h1>
    <p>
      Your own calendar program can show the days of purchases: those planned and those that the law sets. It
      reads them at a secret address.
    </p>
    {address && (
      <InsetText>
        <p>
          <strong>Copy this address now.</strong> It is not shown again. Whoever has it can read the days, so
          keep it to yourself.
        </p>
        <p class="govuk-!-text-break-word">
          <code>{address}</code>
        </p>
      </InsetText>
    )}
    <Form action={CALENDAR_PATH}>
      <Button>Make an address for every purchase</Button>
    </Form>
    <DataTable
      id="feeds"
      caption="Your addresses"
      rows={feeds}
      onPhone="stack"
      empty={{
        title: 'No address yet',
        purpose: 'Make one here for every purchase, or on the timetable of a purchase for that one alone.',
      }}
      columns={[
        { name: 'of', header: 'For', cell: (feed) => feed.of },
        { name: 'made', header: 'Made', cell: (feed) => formatInstant(feed.createdAt) },
        { name: 'close', header: 'Close it', cell: (feed) => <Close feed={feed} /> },
      ]}
    />
  </>
)
