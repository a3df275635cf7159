import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  FileUpload,
  Form,
  FormErrorSummary,
  formatInstant,
  formatNumber,
  Input,
  LiveRegion,
  Progress,
  Radios,
  Tag,
} from '../../../platform/views/views.ts'
import { LOAD_KIND_NAMES } from '../messages.ts'
import { LOAD_KINDS, type LoadKind } from '../model.ts'
import type { LoadState } from '../rules/load-rules.ts'

export type LoadRow = {
  readonly id: string
  readonly kind: LoadKind
  readonly fileName: string
  readonly edition: string
  readonly state: LoadState
  readonly stateName: string
  readonly isRunning: boolean
  readonly percent: number | undefined
  readonly rowsRead: number
  readonly rowsKept: number
  readonly message: string
  readonly askedAt: Date
}

type Props = {
  readonly loads: readonly LoadRow[]
  readonly kind: string
  readonly errors: readonly FieldError[]
}

const HINTS: Readonly<Record<LoadKind, string>> = {
  postcodes:
    'ONS Postcode Directory, National Statistics Postcode Lookup or OS Code-Point Open, as downloaded',
  areas:
    'Codes, names, what lies in what, and successors: an ONS look-up, or a CSV with code, name, parent, successor',
  boundaries: 'GeoJSON or TopoJSON in longitude and latitude (WGS84), generalised',
  deprivation: 'Indices of Deprivation with official area codes and scores, ranks or deciles',
}

const COLOURS: Readonly<Record<LoadState, string>> = {
  queued: 'grey',
  running: 'blue',
  loaded: 'green',
  failed: 'red',
  stopped: 'orange',
}

const outcome = (load: LoadRow) => {
  if (load.isRunning) {
    const message = `${formatNumber(load.rowsRead)} rows read`
    return <Progress label={load.fileName} done={load.percent ?? 0} total={100} message={message} />
  }
  if (load.state === 'stopped') return 'It was ended from outside. Nothing was changed; load the file again.'
  return load.message || `${formatNumber(load.rowsKept)} rows`
}

const Loads = ({ loads }: Pick<Props, 'loads'>) => (
  <LiveRegion id="loads" url="/places/lookups" isRunning={loads.some((load) => load.isRunning)}>
    <DataTable
      id="load-table"
      caption="Files loaded, newest first"
      rows={loads}
      onPhone="stack"
      columns={[
        { name: 'file', header: 'File', cell: (load) => load.fileName },
        { name: 'kind', header: 'Holds', cell: (load) => LOAD_KIND_NAMES[load.kind] },
        {
          name: 'state',
          header: 'Status',
          cell: (load) => <Tag classes={`govuk-tag--${COLOURS[load.state]}`}>{load.stateName}</Tag>,
        },
        { name: 'outcome', header: 'Result', cell: outcome },
        { name: 'edition', header: 'Edition', cell: (load) => load.edition || '–' },
        { name: 'at', header: 'Handed in', cell: (load) => formatInstant(load.askedAt) },
      ]}
      empty={{
        title: 'Nothing loaded yet',
        purpose: 'With a postcode lookup every payee with a postcode is placed exactly, down to its ward.',
      }}
    />
  </LiveRegion>
)

export const LoadDataView = ({ loads, kind, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Data about places</h1>
    <p>
      Everybody here shares these data. A new file takes the place of the old one at once when all of it has
      been read; until then, and if anything goes wrong, the old one stays.
    </p>
    <Loads loads={loads} />
    <h2>Load a file</h2>
    <Form action="/places/lookups" hasFiles>
      <Radios
        name="kind"
        idPrefix="kind"
        fieldset={{ legend: { text: 'What does the file hold?' } }}
        errorMessage={errorOf(errors, 'kind')}
        value={kind}
        items={LOAD_KINDS.map((value) => ({ value, text: LOAD_KIND_NAMES[value], hint: HINTS[value] }))}
      />
      <Input
        id="edition"
        name="edition"
        label="Edition"
        hint="For example 2025-11. Leave it empty where the name of the file tells it."
        classes="govuk-input--width-10"
      />
      <FileUpload
        id="file"
        name="file"
        label="File"
        hint="CSV, GeoJSON or TopoJSON, plain, gzip or ZIP, as downloaded"
        errorMessage={errorOf(errors, 'file')}
      />
      <Button preventDoubleClick>Load it</Button>
    </Form>
  </>
)
