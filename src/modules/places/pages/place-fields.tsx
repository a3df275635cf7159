import { errorOf, Input, Select, Textarea } from '../../../platform/views/views.ts'
import type { PlaceFormView } from './place-form.ts'

/** The fields of a place, for the form that makes one and the form that changes one. */
export const PlaceFields = ({ view }: { readonly view: PlaceFormView }) => (
  <>
    <Input
      id="name"
      name="name"
      label="Name"
      value={view.fields.name}
      errorMessage={errorOf(view.errors, 'name')}
    />
    <Select
      id="kind"
      name="kind"
      label="Kind of place"
      value={view.fields.kind || 'district'}
      items={view.kinds}
      errorMessage={errorOf(view.errors, 'kind')}
    />
    <Select
      id="parentId"
      name="parentId"
      label="Lies in"
      hint="What is in this place counts as in that one too. You need not repeat its parts there."
      value={view.fields.parentId}
      items={view.parents}
      errorMessage={errorOf(view.errors, 'parentId')}
    />
    <Textarea
      id="parts"
      name="parts"
      label="Parts"
      hint="One a line, or with commas: postcode areas (PR), districts (PR1), sectors (PR1 2) or official area codes (E07000123)"
      rows={8}
      spellcheck={false}
      value={view.fields.parts}
      errorMessage={errorOf(view.errors, 'parts')}
    />
    {view.partErrors.length > 0 && (
      <ul class="govuk-list govuk-list--bullet">
        {view.partErrors.map((sentence) => (
          <li class="govuk-error-message">{sentence}</li>
        ))}
      </ul>
    )}
  </>
)
