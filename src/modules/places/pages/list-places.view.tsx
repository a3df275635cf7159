import { Button, DataTable, formatInstant, formatNumber, Tag } from '../../../platform/views/views.ts'
import { LOAD_KIND_NAMES } from '../messages.ts'
import { LOAD_KINDS, type Load, type LoadKind } from '../model.ts'
import { LookUpForm } from './look-up-form.tsx'

export type PlaceRow = {
  readonly id: string
  readonly name: string
  /** How deep it lies: 0 at the top. */
  readonly depth: number
  readonly kind: string
  readonly parts: string
  readonly isShared: boolean
}

type Props = {
  readonly places: readonly PlaceRow[]
  readonly sources: ReadonlyMap<LoadKind, Load>
  readonly mayManage: boolean
}

const WITHOUT: Readonly<Record<LoadKind, string>> = {
  postcodes: 'None. Places made of postcode districts work; places made of official area codes need one.',
  areas: 'The countries and regions of the United Kingdom only',
  boundaries: 'None. Maps are not drawn.',
  deprivation: 'None',
}

const Source = ({ kind, load }: { readonly kind: LoadKind; readonly load: Load | undefined }) =>
  load ? (
    <>
      {formatNumber(load.rowsKept)} rows, edition {load.edition || 'not known'}
      {load.finishedAt && <>, loaded {formatInstant(load.finishedAt)}</>}
      {(load.source || load.licence) && (
        <p class="govuk-hint govuk-!-margin-bottom-0">
          {load.source}. {load.licence}
        </p>
      )}
    </>
  ) : (
    <>{WITHOUT[kind]}</>
  )

const Sources = ({ sources, mayManage }: Omit<Props, 'places'>) => (
  <>
    <DataTable
      id="sources"
      caption="What places are worked out from"
      rows={LOAD_KINDS}
      columns={[
        { name: 'kind', header: 'Data', cell: (kind) => LOAD_KIND_NAMES[kind] },
        { name: 'source', header: 'In use', cell: (kind) => <Source kind={kind} load={sources.get(kind)} /> },
      ]}
      empty={{ title: 'Nothing', purpose: '' }}
    />
    {mayManage && (
      <p>
        <a href="/places/lookups">Load postcodes, areas, boundaries or deprivation</a>
      </p>
    )}
  </>
)

const NameCell = ({ place }: { readonly place: PlaceRow }) => (
  <>
    {'– '.repeat(place.depth)}
    <a href={`/places/${place.id}`}>{place.name}</a>
  </>
)

export const ListPlacesView = ({ places, sources, mayManage }: Props) => (
  <>
    <h1>Places</h1>
    {mayManage && places.length > 0 && <Button href="/places/new">Define a place</Button>}
    <DataTable
      id="places"
      caption="Places, each with those inside it"
      rows={places}
      onPhone="stack"
      columns={[
        { name: 'name', header: 'Place', cell: (place) => <NameCell place={place} /> },
        { name: 'kind', header: 'Kind', cell: (place) => place.kind },
        { name: 'parts', header: 'Parts', cell: (place) => place.parts || 'Those of the places inside it' },
        {
          name: 'owner',
          header: 'Whose',
          cell: (place) => (
            <Tag classes={place.isShared ? 'govuk-tag--grey' : ''}>{place.isShared ? 'Shared' : 'Ours'}</Tag>
          ),
        },
      ]}
      empty={{
        title: 'No places yet',
        purpose:
          'Places say what you call local. Make your home place from postcode districts or official area codes, then the county and region around it.',
        firstStep: mayManage ? { text: 'Define a place', href: '/places/new' } : undefined,
        children: <p>For example a city of PR1 and PR2, in a county of the official code E10000017.</p>,
      }}
    />
    <h2>Where is a postcode?</h2>
    <LookUpForm text="" />
    <Sources sources={sources} mayManage={mayManage} />
  </>
)
