import { Button, Details, FileUpload, Form, FormErrorSummary } from '../../../platform/views/views.ts'

export const NewImportView = ({ error }: { readonly error: string | null }) => (
  <>
    <FormErrorSummary errors={error === null ? [] : [{ field: 'file', message: error }]} />
    <h1>Hand in a payment file</h1>
    <p>
      Any list of payments will do: the spending over £500 that councils publish, a purchase card list, or an
      export of your ledger. It may be a CSV, an Excel workbook (.xlsx) or a ZIP archive of them.
    </p>
    <p>You will see how we read it before anything is counted.</p>
    <Form hasFiles>
      <FileUpload
        id="file"
        name="file"
        label="Payment file"
        hint="Up to 2 GB"
        errorMessage={error ?? undefined}
      />
      <Button preventDoubleClick>Hand it in</Button>
    </Form>
    <Details summaryText="What the file needs to hold">
      <p>
        A column with who was paid and one with how much. A date, a department, a category, a postcode or a
        company number make the money map better. The order and the names of the columns do not matter, nor do
        title rows, blank rows and totals.
      </p>
    </Details>
  </>
)
