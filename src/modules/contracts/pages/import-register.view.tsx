import { Button, Checkboxes, Details, ErrorSummary, FileUpload, Form } from '../../../platform/views/views.ts'

type Props = {
  readonly problems: readonly string[]
  readonly more: number
  readonly isByRow: boolean
  readonly imported: string | null
  readonly lists: string | null
  readonly leftOut: readonly string[]
  readonly notes: readonly string[]
}

const Sentences = ({
  title,
  sentences,
}: {
  readonly title: string
  readonly sentences: readonly string[]
}) =>
  sentences.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <ul>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </>
  )

const Problems = ({ problems, more, isByRow }: Props) =>
  problems.length === 0 ? null : (
    <ErrorSummary
      titleText={isByRow ? 'Nothing was imported: these rows cannot be used' : 'There is a problem'}
      errorList={[
        ...problems.map((text) => ({ text, href: '#file' })),
        ...(more > 0 ? [{ text: `and ${more} more` }] : []),
      ]}
    />
  )

export const ImportRegisterView = (props: Props) => (
  <>
    <Problems {...props} />
    <h1>Import a register</h1>
    {props.lists && <p>{props.lists}</p>}
    <Sentences title="Left out" sentences={props.leftOut} />
    <Sentences title="Worth a look" sentences={props.notes} />
    {props.imported && (
      <p>
        <a href="/contracts">See the register</a>
      </p>
    )}
    <p>
      The contract register that you publish will do, as CSV or Excel (.xlsx). Columns are found by their
      names, in any order. A contract whose reference is here already is brought up to date; what the file
      leaves empty is kept.
    </p>
    <Form hasFiles>
      <Checkboxes
        name="leaveOut"
        idPrefix="leaveOut"
        hint="Otherwise one row that cannot be used stops the import, and nothing changes"
        items={[{ value: 'yes', text: 'Leave out rows that cannot be used' }]}
      />
      <FileUpload id="file" name="file" label="Register" hint="Up to 10 MB" />
      <Button preventDoubleClick>Import it</Button>
    </Form>
    <Details summaryText="Which columns are understood">
      <p>
        Supplier, and a title or description, are needed. Reference, department, lot, company number, charity
        number, value, start date, end date, contract manager and CPV codes are read where they are there;
        and, for the Transparency Code, VAT that cannot be recovered, invitation to quote or tender, SME and
        VCSE. Contracts Finder’s own CSV is read too: every supplier of its lists in brackets is kept, without
        its address. “TBC”, “N/A” and “rolling” leave a day or a value open.
      </p>
    </Details>
  </>
)
