import type { FieldError } from '../../../platform/http/form.ts'
import { Button, errorOf, FileUpload, Form, FormErrorSummary } from '../../../platform/views/views.ts'
import type { Contract } from '../model.ts'

type Props = { readonly contract: Contract; readonly errors: readonly FieldError[] }

export const ImportInvoicesView = ({ contract, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <span class="govuk-caption-l">{contract.title}</span>
    <h1>Import invoices</h1>
    <p>
      Payment files say when money was paid and not when the invoice came. A list of invoices from the ledger
      tells both, and so whether the supplier was paid within 30 days. All rows are taken, or none.
    </p>
    <Form hasFiles>
      <FileUpload
        id="file"
        name="file"
        label="CSV or XLSX file"
        hint="Its first row names the columns: invoice, received, paid, amount, disputed. Paid is empty where it is not paid"
        errorMessage={errorOf(errors, 'file')}
      />
      <Button preventDoubleClick>Import</Button>
    </Form>
  </>
)
