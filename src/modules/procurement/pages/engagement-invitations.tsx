import {
  Button,
  type DataColumn,
  DataTable,
  errorOf,
  Form,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import { type Engagement, REPLIES } from '../model/engagement.ts'
import { type EngagementProps, eventItems, itemsOf } from './engagement-props.ts'

type Invitation = Engagement['invitations'][number]

const Supplier = ({ supplierName, email, entryId }: Invitation) => (
  <>
    {entryId === null ? supplierName : <a href={`/directory/entries/${entryId}`}>{supplierName}</a>}
    <span class="gt-under">{email}</span>
  </>
)

const ReplyForm = ({ at, invitation }: { readonly at: string; readonly invitation: Invitation }) => {
  const { id, reply, supplierName } = invitation
  return (
    <Form action={`${at}/invitations/${id}/reply`}>
      <Select
        id={`reply-${id}`}
        name="reply"
        label={{ text: `Answer of ${supplierName}`, classes: 'govuk-visually-hidden' }}
        value={reply}
        items={itemsOf(REPLIES)}
      />
      <Button classes="govuk-button--secondary">
        Keep<span class="govuk-visually-hidden"> the answer of {supplierName}</span>
      </Button>
    </Form>
  )
}

const columnsOf = ({ engagement, at, mayEdit }: EngagementProps): DataColumn<Invitation>[] => [
  { name: 'supplier', header: 'Supplier', cell: (invitation) => <Supplier {...invitation} /> },
  {
    name: 'event',
    header: 'Event',
    cell: ({ eventId }) => engagement.events.find(({ id }) => id === eventId)?.title,
  },
  {
    name: 'reply',
    header: 'Answer',
    cell: (invitation) =>
      mayEdit ? <ReplyForm at={at} invitation={invitation} /> : REPLIES[invitation.reply],
  },
]

export const Invitations = (props: EngagementProps) => (
  <DataTable
    id="invitations"
    caption="Who is invited"
    rows={props.engagement.invitations}
    onPhone="stack"
    columns={columnsOf(props)}
    empty={{
      title: 'Nobody is invited yet',
      purpose: 'Invite suppliers of every size, charities and co-operatives too.',
    }}
  />
)

export const InviteForm = ({ engagement, at, text, errors }: EngagementProps) => (
  <Form action={`${at}/invitations`}>
    <h3>Invite suppliers</h3>
    <p>
      <a href={`${at}/suppliers`}>Choose them from the directory</a>, by what they supply and where they are,
      or type addresses here.
    </p>
    <Select
      id="eventId"
      name="eventId"
      label="To which event?"
      value={text('eventId')}
      items={eventItems(engagement.events)}
    />
    <Textarea
      id="invitees"
      name="invitees"
      label="Name and e-mail address, one a line"
      hint="Such as: Green Hands CIC, hello@greenhands.example. Each gets a letter"
      rows={4}
      value={text('invitees')}
      errorMessage={errorOf(errors, 'invitees')}
    />
    <Button classes="govuk-button--secondary" preventDoubleClick>
      Send the invitations
    </Button>
  </Form>
)
