import type { PlaceWithParts } from '#places'
import { Button, EmptyState, Form, FormErrorSummary, Radios } from '../../../platform/views/views.ts'
import type { Organisation } from '../model.ts'

type Props = {
  readonly organisation: Organisation
  readonly places: readonly PlaceWithParts[]
  readonly error: string | null
}

const Choice = ({ organisation, places, error }: Props) => (
  <Form>
    <Radios
      name="place"
      idPrefix="place"
      value={organisation.homePlaceId ?? undefined}
      errorMessage={error ?? undefined}
      fieldset={{ legend: { text: `Which place is ${organisation.name}’s own?` } }}
      hint="What is paid here is called local. The places around it make the further bands of the money map."
      items={places.map((place) => ({ value: place.id, text: place.name }))}
    />
    <Button preventDoubleClick>Save</Button>
  </Form>
)

export const HomePlaceView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.error === null ? [] : [{ field: 'place', message: props.error }]} />
    <h1>Home place</h1>
    {props.places.length === 0 ? (
      <EmptyState
        title="No place yet"
        purpose="A place is a list of postcode areas, districts, sectors or official area codes."
        firstStep={{ text: 'Define a place', href: '/places/new' }}
      />
    ) : (
      <Choice {...props} />
    )}
  </>
)
