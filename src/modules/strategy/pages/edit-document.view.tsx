import type { FieldError } from '../../../platform/http/form.ts'
import type { Standing } from '../../../platform/http/seen-form.ts'
import {
  Button,
  ChangedMeanwhile,
  DateInput,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  SeenField,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import { DOCUMENT_KIND_NAMES } from '../messages.ts'
import { DOCUMENT_KINDS } from '../model.ts'
import type { DocumentFields } from './edit-document.ts'

type Props = {
  readonly isNew: boolean
  readonly fields: DocumentFields
  readonly errors: readonly FieldError[]
  readonly standing: Standing
}

export const EditDocumentView = ({ isNew, fields, errors, standing }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>{isNew ? 'Write a document' : 'Change the document'}</h1>
    {isNew && (
      <p>
        It begins as a draft. Write its objectives and priorities, record that people were consulted, then
        have it adopted.
      </p>
    )}
    <ChangedMeanwhile meanwhile={standing.meanwhile} />
    <Form warnsOfUnsentChanges>
      <SeenField seen={standing.seen} />
      {isNew ? (
        <Select
          id="kind"
          name="kind"
          label="What kind of document is it?"
          value={fields.kind || 'corporate-plan'}
          items={DOCUMENT_KINDS.map((value) => ({ value, text: DOCUMENT_KIND_NAMES[value] }))}
          errorMessage={errorOf(errors, 'kind')}
        />
      ) : (
        <input type="hidden" name="kind" value={fields.kind} />
      )}
      <Input
        id="title"
        name="title"
        label="Title"
        value={fields.title}
        errorMessage={errorOf(errors, 'title')}
      />
      <Textarea
        id="summary"
        name="summary"
        label="Summary"
        hint="Two or three sentences that a resident would understand"
        value={fields.summary}
        errorMessage={errorOf(errors, 'summary')}
      />
      <DateInput
        id="startsOn"
        namePrefix="startsOn"
        fieldset={{ legend: { text: 'First day' } }}
        hint="For example 1 4 2026"
        values={fields.startsOn}
        errorMessage={errorOf(errors, 'startsOn-day')}
      />
      <DateInput
        id="endsOn"
        namePrefix="endsOn"
        fieldset={{ legend: { text: 'Last day' } }}
        values={fields.endsOn}
        errorMessage={errorOf(errors, 'endsOn-day')}
      />
      <Button preventDoubleClick>{isNew ? 'Begin the draft' : 'Save'}</Button>
    </Form>
  </>
)
