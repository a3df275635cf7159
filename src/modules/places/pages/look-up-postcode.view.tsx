import { DataTable, FormErrorSummary, InsetText } from '../../../platform/views/views.ts'
import type { Area, Deprivation } from '../model.ts'
import { LookUpForm } from './look-up-form.tsx'

export type LookUpView = {
  readonly text: string
  readonly error: string | undefined
  readonly answer: {
    readonly heading: string
    readonly outside: string | null
    readonly isTerminated: boolean
    readonly isInLookup: boolean
    readonly areas: readonly Pick<Area, 'code' | 'name'>[]
    readonly places: readonly { readonly id: string; readonly name: string; readonly certainty: string }[]
    readonly deprivation: readonly Deprivation[]
    /** The attribution of the lookup that was asked; null where none is loaded. */
    readonly lookup: string | null
  } | null
}

type Found = NonNullable<LookUpView['answer']>

const Places = ({ places }: Pick<Found, 'places'>) => (
  <>
    <h3>Places that hold it</h3>
    {places.length === 0 ? (
      <p>None of the places defined here, as far as is known.</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {places.map((place) => (
          <li>
            <a href={`/places/${place.id}`}>{place.name}</a>, {place.certainty}
          </li>
        ))}
      </ul>
    )}
  </>
)

const Answer = (found: Found) => (
  <>
    <h2>{found.heading}</h2>
    {found.outside && <InsetText>{found.outside}</InsetText>}
    {found.isTerminated && (
      <InsetText>Royal Mail no longer uses this postcode. Older payments still carry it.</InsetText>
    )}
    {!found.isInLookup && (
      <p>{found.lookup ? 'The postcode lookup does not know it.' : 'No postcode lookup is loaded.'}</p>
    )}
    <Places places={found.places} />
    {found.areas.length > 0 && (
      <DataTable
        id="areas"
        caption="Official areas"
        rows={found.areas}
        columns={[
          { name: 'code', header: 'Code', cell: (area) => area.code },
          {
            name: 'name',
            header: 'Name',
            cell: (area) => area.name || 'Not among the areas that are loaded',
          },
        ]}
        empty={{ title: 'No official areas', purpose: '' }}
      />
    )}
    {found.deprivation.length > 0 && (
      <DataTable
        id="deprivation"
        caption="Deprivation"
        rows={found.deprivation}
        columns={[
          { name: 'area', header: 'Area', cell: (row) => row.areaCode },
          { name: 'edition', header: 'Edition', cell: (row) => row.edition },
          {
            name: 'decile',
            header: 'Decile, 1 most deprived',
            isNumeric: true,
            cell: (row) => row.decile ?? '–',
          },
          { name: 'rank', header: 'Rank, 1 most deprived', isNumeric: true, cell: (row) => row.rank ?? '–' },
        ]}
        empty={{ title: 'No deprivation', purpose: '' }}
      />
    )}
    {found.lookup && <p class="govuk-hint">Postcodes: {found.lookup}</p>}
  </>
)

export const LookUpPostcodeView = ({ text, error, answer }: LookUpView) => (
  <>
    <FormErrorSummary errors={error === undefined ? [] : [{ field: 'postcode', message: error }]} />
    <h1>Where is a postcode?</h1>
    <LookUpForm text={text} error={error} />
    {answer && <Answer {...answer} />}
  </>
)
