import {
  Button,
  type DataColumn,
  DataTable,
  formatNumber,
  formatShortDate,
  Tag,
} from '../../../platform/views/views.ts'
import { KIND_OF_REGISTER_TEXT } from '../messages.ts'
import type { LoadProgress } from '../rules/load-progress.ts'
import type { RegisterAge } from '../rules/register-age.ts'
import type { RegisterLine } from './list-registers.ts'
import { IMPORT_PATH, LOOK_UP_PATH, registerPath } from './paths.ts'

const ATTEMPT: Readonly<Record<LoadProgress['state'], { readonly text: string; readonly classes: string }>> =
  {
    queued: { text: 'Waiting to load', classes: 'govuk-tag--grey' },
    loading: { text: 'Loading', classes: 'govuk-tag--blue' },
    loaded: { text: 'Loaded', classes: 'govuk-tag--green' },
    failed: { text: 'Not loaded', classes: 'govuk-tag--red' },
    stopped: { text: 'Stopped', classes: 'govuk-tag--red' },
  }

const AgeTag = ({ age }: { readonly age: RegisterAge }) =>
  age.isOutOfDate ? <Tag classes="govuk-tag--orange">Out of date</Tag> : null

export const AttemptTag = ({ attempt }: { readonly attempt: LoadProgress }) => {
  const { text, classes } = ATTEMPT[attempt.state]
  return (
    <Tag classes={classes}>
      {attempt.state === 'loading' && attempt.percent !== null ? `${text}: ${attempt.percent}%` : text}
    </Tag>
  )
}

const COLUMNS: readonly DataColumn<RegisterLine>[] = [
  {
    name: 'name',
    header: 'Register',
    cell: ({ register }) => <a href={registerPath(register.registerId)}>{register.name}</a>,
  },
  { name: 'kind', header: 'Kind', cell: ({ register }) => KIND_OF_REGISTER_TEXT[register.kind] },
  {
    name: 'as-of',
    header: 'As of',
    cell: ({ register: { current }, age }) =>
      current ? (
        <>
          {formatShortDate(current.asOf)} {age && <AgeTag age={age} />}
        </>
      ) : (
        'Not loaded yet'
      ),
  },
  {
    name: 'entries',
    header: 'Entries',
    isNumeric: true,
    cell: ({ register: { current } }) => (current ? formatNumber(current.rowsLoaded) : '–'),
  },
  {
    name: 'rejected',
    header: 'Rows not taken',
    isNumeric: true,
    cell: ({ register: { current } }) => (current ? formatNumber(current.rowsRejected) : '–'),
  },
  {
    name: 'source',
    header: 'Source',
    cell: ({ register: { current, latest } }) => (current ?? latest)?.source || 'Not stated',
  },
  {
    name: 'licence',
    header: 'Licence',
    cell: ({ register: { current, latest } }) => (current ?? latest)?.licence || 'Not stated',
  },
  {
    name: 'attempt',
    header: 'Newest import',
    cell: ({ attempt }) => (attempt ? <AttemptTag attempt={attempt} /> : 'In use'),
  },
]

type Props = { readonly lines: readonly RegisterLine[]; readonly mayImport: boolean }

export const ListRegistersView = ({ lines, mayImport }: Props) => (
  <>
    <h1>Registers</h1>
    <p>
      Payees are looked up in these registers to learn who they are, where they are and what kind of supplier
      they are. {lines.length > 0 && <a href={LOOK_UP_PATH}>Look up a supplier</a>}
    </p>
    {mayImport && lines.length > 0 && <Button href={IMPORT_PATH}>Import a register</Button>}
    <DataTable
      id="registers"
      caption="Registers that are loaded"
      columns={COLUMNS}
      rows={lines}
      onPhone="stack"
      empty={{
        title: 'No register is loaded',
        purpose:
          'Companies House, the Charity Commission and the Financial Conduct Authority publish their registers free of charge. Load one and most payees can be identified and placed.',
        firstStep: mayImport ? { text: 'Import a register', href: IMPORT_PATH } : undefined,
      }}
    />
  </>
)
