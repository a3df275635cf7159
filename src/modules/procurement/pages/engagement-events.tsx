import { Button, errorOf, Form, formatDate, Input, Select, Textarea } from '../../../platform/views/views.ts'
import { EVENT_KINDS } from '../model/engagement.ts'
import { Invitations, InviteForm } from './engagement-invitations.tsx'
import { type EngagementProps, itemsOf } from './engagement-props.ts'

const EventForm = ({ at, text, errors }: EngagementProps) => (
  <Form action={`${at}/events`}>
    <h3>Plan an event</h3>
    <Input
      id="title"
      name="title"
      label="What is it called?"
      value={text('title')}
      errorMessage={errorOf(errors, 'title')}
    />
    <Select
      id="kind"
      name="kind"
      label="Kind"
      value={text('kind') || 'meeting'}
      items={itemsOf(EVENT_KINDS)}
      errorMessage={errorOf(errors, 'kind')}
    />
    <Input
      id="heldOn"
      name="heldOn"
      type="date"
      label="Day"
      classes="govuk-input--width-10"
      value={text('heldOn')}
      errorMessage={errorOf(errors, 'heldOn')}
    />
    <Input
      id="place"
      name="place"
      label="Where"
      value={text('place')}
      errorMessage={errorOf(errors, 'place')}
    />
    <Textarea
      id="about"
      name="about"
      label="What is open for discussion"
      rows={2}
      value={text('about')}
      errorMessage={errorOf(errors, 'about')}
    />
    <Button classes="govuk-button--secondary">Plan it</Button>
  </Form>
)

/** The events of an engagement, who is invited to them, and what they answered. */
export const EngagementEvents = (props: EngagementProps) => {
  const { engagement, mayEdit } = props
  return (
    <section>
      <h2>Events</h2>
      {engagement.events.length === 0 && <p>No event is planned.</p>}
      <ul>
        {engagement.events.map(({ title, kind, heldOn, place, about }) => (
          <li>
            <strong>{title}</strong> ({EVENT_KINDS[kind].toLowerCase()}), {formatDate(heldOn)}
            {place && `, ${place}`}
            {about && <span class="gt-under">{about}</span>}
          </li>
        ))}
      </ul>
      {mayEdit && <EventForm {...props} />}
      {engagement.events.length > 0 && <Invitations {...props} />}
      {mayEdit && engagement.events.length > 0 && <InviteForm {...props} />}
    </section>
  )
}
