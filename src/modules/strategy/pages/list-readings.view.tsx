import { type TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  type DataColumn,
  DataTable,
  DateInput,
  errorOf,
  FiguresOverTime,
  Form,
  FormErrorSummary,
  formatDate,
  formatInstant,
  Input,
  type TablePaging,
  Tag,
  Textarea,
} from '../../../platform/views/views.ts'
import { figureWords } from '../messages.ts'
import type { Place, Priority, Reading } from '../model.ts'
import { readingsPath } from './paths.ts'
import type { ReadingsChart } from './readings-chart.ts'

type Props = {
  readonly priority: Priority
  readonly chart: ReadingsChart | null
  readonly place: Place | null
  readonly places: readonly Place[]
  readonly rows: readonly Reading[]
  readonly paging: TablePaging
  readonly errors: readonly FieldError[]
  readonly mayMeasure: boolean
  readonly typed: {
    readonly place: string
    readonly value: string
    readonly source: string
    readonly note: string
    readonly measuredOn: TypedDay
  }
}

const PlaceLinks = ({ priority, places, place }: Props) =>
  places.length === 0 ? null : (
    <nav aria-label="Which place">
      <p>
        Show{' '}
        {[null, ...places].map((one, at) => (
          <>
            {at > 0 && ' · '}
            {(one?.code ?? null) === (place?.code ?? null) ? (
              <strong>{one?.name ?? 'the whole area'}</strong>
            ) : (
              <a href={`${readingsPath(priority.id)}${one ? `?place=${encodeURIComponent(one.code)}` : ''}`}>
                {one?.name ?? 'the whole area'}
              </a>
            )}
          </>
        ))}
      </p>
    </nav>
  )

const Figure = ({ reading, unit }: { readonly reading: Reading; readonly unit: string }) =>
  reading.supersededBy === null ? (
    <>{figureWords(reading.value, unit)}</>
  ) : (
    <>
      <del>{figureWords(reading.value, unit)}</del> <Tag classes="govuk-tag--grey">Superseded</Tag>
    </>
  )

const CorrectLink = ({ reading }: { readonly reading: Reading }) =>
  reading.supersededBy === null ? (
    <a href={`/strategy/readings/${reading.id}/correct`}>
      Correct
      <span class="govuk-visually-hidden">
        {' '}
        the reading of {formatDate(reading.measuredOn)}, {reading.place?.name ?? 'the whole area'}
      </span>
    </a>
  ) : (
    <>–</>
  )

const columnsFor = (unit: string, mayMeasure: boolean): DataColumn<Reading>[] => {
  const columns: DataColumn<Reading>[] = [
    { name: 'date', header: 'Day', isSortable: true, cell: (one) => formatDate(one.measuredOn) },
    {
      name: 'place',
      header: 'Place',
      isSortable: true,
      cell: (one) => one.place?.name ?? 'The whole area',
    },
    {
      name: 'value',
      header: 'Figure',
      isNumeric: true,
      isSortable: true,
      cell: (one) => <Figure reading={one} unit={unit} />,
    },
    {
      name: 'source',
      header: 'Source and note',
      cell: (one) => (
        <>
          {one.source}
          {one.note && <span class="gt-under">{one.note}</span>}
        </>
      ),
    },
    {
      name: 'who',
      header: 'Recorded',
      cell: (one) => (
        <>
          {one.personName}
          <span class="gt-under">{formatInstant(one.recordedAt)}</span>
        </>
      ),
    },
  ]
  const correct = {
    name: 'correct',
    header: 'Correct',
    cell: (one: Reading) => <CorrectLink reading={one} />,
  }
  return mayMeasure ? [...columns, correct] : columns
}

const Readings = ({ priority, rows, paging, mayMeasure }: Props) => (
  <DataTable
    id="readings"
    caption="Readings"
    rows={rows}
    paging={paging}
    onPhone="stack"
    basis={{
      period: rows.length > 0 ? 'Every reading recorded' : 'None',
      coverage: priority.indicator || 'no indicator is set',
    }}
    exports={(['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: `${readingsPath(priority.id)}.${format.toLowerCase()}`,
    }))}
    columns={columnsFor(priority.unit, mayMeasure)}
    empty={{
      title: 'No reading yet',
      purpose:
        'A reading is the council’s own figure for this indicator on a day, with where it is from. Record one below, or hand in many from a spreadsheet.',
      firstStep: mayMeasure
        ? { text: 'Hand in readings from a spreadsheet', href: '/strategy/readings/import' }
        : undefined,
    }}
  />
)

const RecordForm = ({ errors, typed, priority }: Props) => (
  <>
    <h2>Record a reading</h2>
    <p>
      Or <a href="/strategy/readings/import">hand in many from a spreadsheet</a>.
    </p>
    <Form action={readingsPath(priority.id)}>
      <DateInput
        id="measuredOn"
        namePrefix="measuredOn"
        fieldset={{ legend: { text: 'Day it was measured' } }}
        hint="For a yearly figure, the last day of the year, such as 31 3 2026"
        values={typed.measuredOn}
        errorMessage={errorOf(errors, 'measuredOn-day')}
      />
      <Input
        id="place"
        name="place"
        label="Ward or place"
        hint="By name or official code. Leave it empty for the whole area"
        classes="govuk-input--width-20"
        value={typed.place}
        errorMessage={errorOf(errors, 'place')}
      />
      <Input
        id="value"
        name="value"
        label={priority.unit === '' ? 'Figure' : `Figure, in ${priority.unit}`}
        classes="govuk-input--width-10"
        inputmode="decimal"
        value={typed.value}
        errorMessage={errorOf(errors, 'value')}
      />
      <Input
        id="source"
        name="source"
        label="Where is it from?"
        value={typed.source}
        errorMessage={errorOf(errors, 'source')}
      />
      <Textarea
        id="note"
        name="note"
        label="Note"
        rows={3}
        value={typed.note}
        errorMessage={errorOf(errors, 'note')}
      />
      <Button preventDoubleClick>Record it</Button>
    </Form>
  </>
)

export const ListReadingsView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <span class="govuk-caption-l">{props.priority.title}</span>
    <h1>Readings</h1>
    <PlaceLinks {...props} />
    {props.chart && <FiguresOverTime {...props.chart} />}
    <Readings {...props} />
    {props.mayMeasure && <RecordForm {...props} />}
  </>
)
