import {
  Button,
  DataTable,
  Details,
  Form,
  FormErrorSummary,
  formatCount,
  formatDate,
  formatInstant,
  formatNumber,
  formatShare,
  InsetText,
  LiveRegion,
  Progress,
  SummaryList,
  Table,
  WarningText,
} from '../../../platform/views/views.ts'
import { KIND_OF_REGISTER_TEXT, reasonText } from '../messages.ts'
import type { RegisterReject } from '../model.ts'
import { AttemptTag } from './list-registers.view.tsx'
import { IMPORT_PATH, registerPath, removePath } from './paths.ts'
import type { Figure, ShowRegisterProps } from './show-register.ts'

const Attempt = ({ register, attempt }: ShowRegisterProps) => {
  const { latest, current } = register
  if (!attempt || !latest) return null
  const isRunning = attempt.state === 'queued' || attempt.state === 'loading'
  if (!isRunning) {
    return (
      <InsetText>
        <p>
          <AttemptTag attempt={attempt} /> The import of {formatInstant(latest.askedAt)} did not end.{' '}
          {latest.problem ?? 'Its process stopped.'}
        </p>
        {current && <p>The register as of {formatDate(current.asOf)} is still in use, whole.</p>}
      </InsetText>
    )
  }
  return (
    <LiveRegion id="progress" url={registerPath(register.registerId)} isRunning>
      <Progress
        label={`Loading the edition of ${formatDate(latest.asOf)}`}
        done={attempt.percent ?? 0}
        total={100}
        message={
          attempt.state === 'queued'
            ? 'It waits for its turn.'
            : `${attempt.percent ?? 0}% read: ${formatCount(latest.rowsRead, 'row')}, ${formatNumber(latest.rowsRejected)} not taken`
        }
      />
      <p>You can leave this page; the register is loaded all the same.</p>
    </LiveRegion>
  )
}

const Edition = ({ register: { kind, current } }: ShowRegisterProps) =>
  current && (
    <SummaryList
      rows={[
        { key: 'Kind', value: KIND_OF_REGISTER_TEXT[kind] },
        { key: 'As of', value: formatDate(current.asOf) },
        { key: 'Loaded', value: current.finishedAt ? formatInstant(current.finishedAt) : '–' },
        { key: 'Source', value: current.source || 'Not stated' },
        { key: 'Licence', value: current.licence || 'Not stated' },
        { key: 'Files', value: current.files.map((file) => file.name).join(', ') },
        {
          key: 'Rows',
          value: `${formatNumber(current.rowsRead)} read = ${formatNumber(current.rowsLoaded)} entries + ${formatNumber(current.rowsRejected)} not taken`,
        },
        ...current.notes.map((note) => ({ key: 'Note', value: note })),
      ]}
    />
  )

const Figures = ({
  caption,
  figures,
  total,
}: {
  readonly caption: string
  readonly figures: readonly Figure[]
  readonly total: number
}) => (
  <Table
    caption={caption}
    captionClasses="govuk-table__caption--s"
    firstCellIsHeader
    head={[
      { text: 'Entries that are' },
      { text: 'Number', format: 'numeric' },
      { text: 'Share', format: 'numeric' },
    ]}
    rows={figures.map(({ text, entries }) => [
      { text },
      { text: formatNumber(entries), format: 'numeric' },
      { text: formatShare(entries, total), format: 'numeric' },
    ])}
  />
)

const Rejects = ({ register, rejects, paging }: ShowRegisterProps) => {
  const load = register.latest ?? register.current
  if (!load || load.rowsRejected === 0) return null
  return (
    <>
      <h2>Rows that were not taken</h2>
      <ul class="govuk-list govuk-list--bullet">
        {Object.entries(load.rejectedByReason).map(([reason, rows]) => (
          <li>
            {formatCount(rows ?? 0, 'row')}: {reasonText(reason as RegisterReject['reason'])}
          </li>
        ))}
      </ul>
      <DataTable
        id="rejects"
        caption={`The first ${formatCount(paging.total, 'of these rows', 'of these rows')}`}
        rows={rejects}
        paging={paging}
        onPhone="stack"
        empty={{ title: 'None is kept to look at', purpose: 'Rows of a load that failed are counted only.' }}
        columns={[
          { name: 'row', header: 'Row', cell: (reject) => formatNumber(reject.row) },
          { name: 'file', header: 'File', cell: (reject) => reject.file },
          { name: 'reason', header: 'Why', cell: (reject) => reasonText(reject.reason) },
          { name: 'extract', header: 'What it says', cell: (reject) => reject.extract },
        ]}
      />
    </>
  )
}

const Remove = ({ register }: ShowRegisterProps) => (
  <Details summaryText="Remove this register">
    <p>All its entries go. Payees that only it knows are not identified any more. You can import it again.</p>
    <Form action={removePath(register.registerId)}>
      <Button classes="govuk-button--warning" preventDoubleClick>
        Remove this register
      </Button>
    </Form>
  </Details>
)

export const ShowRegisterView = (props: ShowRegisterProps) => {
  const { register, age, byKind, bySize, byStatus, mayImport, problem } = props
  const total = register.current?.rowsLoaded ?? 0
  return (
    <>
      <FormErrorSummary errors={problem === null ? [] : [{ field: '', message: problem }]} />
      <h1>{register.name}</h1>
      {age?.isOutOfDate && (
        <WarningText>
          This register is {formatCount(age.months, 'month')} old. New bodies, new names and closures since
          then are missing.{' '}
          {mayImport ? 'Import a newer edition.' : 'Ask an analyst to import a newer edition.'}
        </WarningText>
      )}
      <Attempt {...props} />
      <Edition {...props} />
      {mayImport && <Button href={IMPORT_PATH}>Import a newer edition</Button>}
      {register.current && (
        <>
          <Figures caption="By kind" figures={byKind} total={total} />
          <Figures caption="By size, as accounts or the list say" figures={bySize} total={total} />
          <Figures caption="By status" figures={byStatus} total={total} />
        </>
      )}
      <Rejects {...props} />
      {mayImport && <Remove {...props} />}
    </>
  )
}
