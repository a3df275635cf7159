import { Button, DataTable, FileUpload, Form, FormErrorSummary } from '../../../platform/views/views.ts'

type Props = {
  readonly faults: readonly string[]
  /** Faults beyond those that are listed. */
  readonly more: number
  readonly priorities: readonly { readonly code: string; readonly title: string; readonly unit: string }[]
}

const EXAMPLE = `priority,place,date,value,source,note
warm-homes,,2026-03-31,41.5,Housing stock survey,
warm-homes,Bellwharf,2026-03-31,47,Housing stock survey,Ward sample of 300 homes`

const Faults = ({ faults, more }: Pick<Props, 'faults' | 'more'>) =>
  faults.length === 0 ? null : (
    <>
      <FormErrorSummary
        errors={[
          {
            field: 'file',
            message: 'Nothing was recorded. Put right what is listed and hand the file in again',
          },
        ]}
      />
      <div id="faults">
        <h2>What has to be put right</h2>
        <ul>
          {faults.map((sentence) => (
            <li>{sentence}</li>
          ))}
          {more > 0 && <li>and {more} more</li>}
        </ul>
      </div>
    </>
  )

export const ImportReadingsView = ({ faults, more, priorities }: Props) => (
  <>
    <h1>Hand in readings</h1>
    <Faults faults={faults} more={more} />
    <p>
      A CSV file whose first row names the columns: priority, date, value and source; place and note if you
      have them. All rows are recorded, or none. A reading that is there already is not overwritten.
    </p>
    <pre class="gt-code gt-code--block" role="region" aria-label="Example of a file" tabindex={0}>
      {EXAMPLE}
    </pre>
    <Form hasFiles>
      <FileUpload
        id="file"
        name="file"
        label="CSV file"
        hint="Dates as 2026-03-31 or 31/03/2026, figures in digits without the unit"
      />
      <Button preventDoubleClick>Record them all</Button>
    </Form>
    <DataTable
      id="codes"
      caption="Short names of your priorities"
      rows={priorities}
      onPhone="stack"
      columns={[
        { name: 'code', header: 'Short name', cell: ({ code }) => <code class="gt-code">{code}</code> },
        { name: 'title', header: 'Priority', cell: ({ title }) => title },
        { name: 'unit', header: 'Unit', cell: ({ unit }) => unit || '–' },
      ]}
      empty={{ title: 'No priority yet', purpose: 'Readings belong to priorities. Write a document first.' }}
    />
  </>
)
