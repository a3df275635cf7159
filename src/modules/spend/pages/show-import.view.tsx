import {
  Button,
  Details,
  Form,
  FormErrorSummary,
  formatCount,
  formatInstant,
  formatNumber,
  formatPence,
  formatPeriod,
  InsetText,
  LiveRegion,
  Radios,
  SummaryList,
  WarningText,
} from '../../../platform/views/views.ts'
import type { ImportReport } from '../import-report.ts'
import type { SampleRow } from '../reading/reading.ts'
import type { ImportRecord } from '../store/imports.ts'
import { LayoutSummary, SampleTable } from './layout-summary.tsx'
import { StatusTag } from './list-imports.view.tsx'

type Props = {
  readonly record: ImportRecord
  readonly report: ImportReport
  readonly sample: readonly SampleRow[]
  readonly problem: string | null
  readonly mayImport: boolean
  readonly mayManage: boolean
}

const path = (record: ImportRecord, rest = ''): string => `/spend/imports/${record.id}${rest}`

const ToCheck = ({ record, mayImport }: Props) =>
  mayImport ? (
    <>
      <p>This is how we read the file. Nothing is counted yet.</p>
      <Form action={path(record, '/read')}>
        <div class="govuk-button-group">
          <Button preventDoubleClick>Count this file</Button>
          <a class="govuk-link" href={path(record, '/layout')}>
            Correct how it is read
          </a>
        </div>
      </Form>
    </>
  ) : (
    <p>Somebody who may import has to check how this file is read.</p>
  )

const Running = ({ record }: Props) => (
  <LiveRegion id="progress" url={path(record)} isRunning>
    <p>
      {record.status === 'queued'
        ? 'The file waits for its turn.'
        : `Reading: ${formatCount(record.progress_rows, 'row')} so far.`}{' '}
      You can leave this page; the file is read all the same.
    </p>
  </LiveRegion>
)

const Choice = ({ record, problem, mayManage }: Props) => (
  <>
    <WarningText iconFallbackText="Warning">
      {formatCount(record.overlap?.payments ?? 0, 'payment')} in this file (
      {formatPence(record.overlap?.pence ?? 0)}) stand in files that count already.
    </WarningText>
    <ul class="govuk-list govuk-list--bullet">
      {record.overlap?.files.map((file) => (
        <li>
          <a href={`/spend/imports/${file.importId}`}>{file.fileName}</a>:{' '}
          {formatCount(file.payments, 'payment')}
        </li>
      ))}
    </ul>
    {mayManage && (
      <Form action={path(record, '/overlap')}>
        <Radios
          name="choice"
          idPrefix="choice"
          errorMessage={problem ?? undefined}
          fieldset={{ legend: { text: 'What becomes of the shared payments?' } }}
          items={[
            {
              value: 'skip',
              text: 'Leave them out of this file',
              hint: 'Each payment counts once. Choose this where the files cover the same days.',
            },
            {
              value: 'keep',
              text: 'Count them again',
              hint: 'Choose this where they are different payments that only look the same.',
            },
            { value: 'cancel', text: 'Do not count this file at all' },
          ]}
        />
        <Button preventDoubleClick>Continue</Button>
      </Form>
    )}
  </>
)

const printed = (report: ImportReport): string => {
  const { printedTotal, payments } = report.pence
  if (printedTotal === null) return 'The file prints none'
  return printedTotal === payments
    ? `${formatPence(printedTotal)}, the same as we count`
    : `${formatPence(printedTotal)}, which is not what we count`
}

const Account = ({ record, report }: Props) => (
  <>
    <h2>What became of each row</h2>
    <SummaryList
      rows={[
        { key: 'Rows in the file', value: formatNumber(report.rows.source) },
        {
          key: 'Payments',
          value: `${formatNumber(report.rows.payments)}, ${formatPence(report.pence.payments)}`,
          actions: {
            items: [
              {
                href: `/spend/payments?file=${record.id}`,
                text: 'See them',
                visuallyHiddenText: 'payments of this file',
              },
            ],
          },
        },
        {
          key: 'Other rows',
          value: formatNumber(report.rows.other),
          actions: {
            items: [
              { href: path(record, '/rows/other'), text: 'See them', visuallyHiddenText: 'other rows' },
            ],
          },
        },
        {
          key: 'Rejected rows',
          value: `${formatNumber(report.rows.rejected)}, ${formatPence(report.pence.rejected)}`,
          actions: {
            items: [
              {
                href: path(record, '/rows/rejected'),
                text: 'See why',
                visuallyHiddenText: 'rows were rejected',
              },
            ],
          },
        },
        { key: 'Total printed in the file', value: printed(report) },
        {
          key: 'Period',
          value: report.period ? formatPeriod(report.period.from, report.period.to) : 'Not known',
        },
      ]}
    />
  </>
)

const Warnings = ({ report }: Props) =>
  report.warnings.length > 0 ? (
    <>
      <h2>What to know about this file</h2>
      <ul class="govuk-list govuk-list--bullet">
        {report.warnings.map((warning) => (
          <li>{warning.message}</li>
        ))}
      </ul>
    </>
  ) : null

const Undo = ({ record, mayManage }: Props) =>
  mayManage && (record.status === 'counted' || record.status === 'overlapping') ? (
    <Details summaryText="Undo this import">
      <p>Its payments leave every figure. The file itself stays, and you can hand it in again.</p>
      <Form action={path(record, '/undo')}>
        <Button classes="govuk-button--warning" preventDoubleClick>
          Undo this import
        </Button>
      </Form>
    </Details>
  ) : null

const isRunning = (record: ImportRecord): boolean => record.status === 'queued' || record.status === 'reading'
const hasAccount = (record: ImportRecord): boolean =>
  record.status === 'counted' || record.status === 'overlapping'

export const ShowImportView = (props: Props) => {
  const { record, report, sample, problem } = props
  return (
    <>
      <FormErrorSummary errors={problem === null ? [] : [{ field: 'choice', message: problem }]} />
      <h1>{record.file_name}</h1>
      <p>
        <StatusTag status={record.status} /> handed in {formatInstant(record.created_at)}
      </p>
      {record.problem && <InsetText>{record.problem}</InsetText>}
      {record.status === 'uploaded' && <ToCheck {...props} />}
      {record.status === 'failed' && <ToCheck {...props} />}
      {record.status === 'unreadable' && (
        <p>
          <a href={path(record, '/layout')}>Tell us how the file is laid out</a>, or{' '}
          <a href="/spend/imports/new">hand in another</a>.
        </p>
      )}
      {isRunning(record) && <Running {...props} />}
      {record.status === 'overlapping' && <Choice {...props} />}
      {hasAccount(record) && <Account {...props} />}
      <Warnings {...props} />
      {report.layout && <LayoutSummary layout={report.layout} />}
      {sample.length > 0 && <SampleTable sample={sample} />}
      <Undo {...props} />
    </>
  )
}
