import { Button, Form, FormErrorSummary } from '../../../platform/views/views.ts'
import { PlaceFields } from './place-fields.tsx'
import type { PlaceFormView } from './place-form.ts'

export const DefinePlaceView = ({ view }: { readonly view: PlaceFormView }) => (
  <>
    <FormErrorSummary errors={view.errors} />
    <h1>Define a place</h1>
    <p>
      A place is what you call local: your ward, city, county or region. Payments are placed by postcode, so
      say which postcodes or official areas belong to it.
    </p>
    <Form>
      <PlaceFields view={view} />
      <Button preventDoubleClick>Save the place</Button>
    </Form>
  </>
)
