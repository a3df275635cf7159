import { Button, Form, FormErrorSummary } from '../../../platform/views/views.ts'
import { PurchaseFields } from './purchase-fields.tsx'
import type { PurchaseFormView } from './purchase-form.ts'

type Props = {
  readonly title: string
  readonly action: string
  /** Null for a purchase that is not there yet. */
  readonly version: number | null
  readonly form: PurchaseFormView
}

export const EditPurchaseView = ({ title, action, version, form }: Props) => (
  <>
    <FormErrorSummary errors={form.errors} />
    <h1>{title}</h1>
    {version === null && (
      <p>A title is enough to begin. The purchase page asks for the rest when it is needed.</p>
    )}
    <Form action={action} warnsOfUnsentChanges>
      {version !== null && <input type="hidden" name="version" value={String(version)} />}
      <PurchaseFields view={form} />
      <Button preventDoubleClick>{version === null ? 'Add to the pipeline' : 'Save the changes'}</Button>
    </Form>
  </>
)
