import {
  Button,
  Details,
  Form,
  FormErrorSummary,
  InsetText,
  SummaryList,
} from '../../../platform/views/views.ts'
import { PlaceFields } from './place-fields.tsx'
import type { PlaceFormView } from './place-form.ts'

type Link = { readonly id: string; readonly name: string }

export type EditPlaceViewProps = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly version: number
  readonly isShared: boolean
  readonly mayChange: boolean
  readonly parent: Link | null
  readonly inner: readonly Link[]
  readonly parts: readonly string[]
  readonly form: PlaceFormView
}

const PlaceLinks = ({ places, none }: { readonly places: readonly Link[]; readonly none: string }) =>
  places.length === 0 ? (
    <>{none}</>
  ) : (
    <ul class="govuk-list">
      {places.map((place) => (
        <li>
          <a href={`/places/${place.id}`}>{place.name}</a>
        </li>
      ))}
    </ul>
  )

const Facts = (view: EditPlaceViewProps) => (
  <SummaryList
    rows={[
      { key: 'Kind', value: view.kind },
      { key: 'Lies in', value: <PlaceLinks places={view.parent ? [view.parent] : []} none="Nothing" /> },
      { key: 'Holds', value: <PlaceLinks places={view.inner} none="No other place" /> },
      {
        key: 'Parts',
        value: (
          <ul class="govuk-list">
            {view.parts.map((part) => (
              <li>{part}</li>
            ))}
          </ul>
        ),
      },
    ]}
  />
)

export const EditPlaceView = (view: EditPlaceViewProps) => (
  <>
    <FormErrorSummary errors={view.form.errors} />
    <h1>{view.name}</h1>
    {view.isShared && (
      <InsetText>
        All organisations share this place. Whoever runs the product can change it on the command line with
        “goldthread places define”. You can make a place of your own inside it.
      </InsetText>
    )}
    <Facts {...view} />
    <p>
      <a href={`/places/new?inside=${view.id}`}>Define a place inside {view.name}</a>
    </p>
    {view.mayChange && (
      <>
        <h2>Change this place</h2>
        <Form action={`/places/${view.id}`}>
          <input type="hidden" name="version" value={String(view.version)} />
          <PlaceFields view={view.form} />
          <Button preventDoubleClick>Save the changes</Button>
        </Form>
        <Details summaryText="Remove this place">
          <p>Payments are placed anew without it. This cannot be undone.</p>
          <Form action={`/places/${view.id}/remove`}>
            <Button classes="govuk-button--warning" preventDoubleClick>
              Remove this place
            </Button>
          </Form>
        </Details>
      </>
    )}
  </>
)
