import type { FieldError } from '../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary, Input, Select } from '../../../platform/views/views.ts'

type Choice = { readonly value: string; readonly text: string }
type Props = {
  readonly kinds: readonly Choice[]
  readonly partners: readonly Choice[]
  readonly fields: {
    readonly kind: string
    readonly title: string
    readonly note: string
    readonly other: string
  }
  readonly errors: readonly FieldError[]
}

export const AddToThreadView = ({ kinds, partners, fields, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Put something on the thread</h1>
    <p>
      For what is not kept here: a need that residents told of, a contract let elsewhere, a grant, an asset
      given to a community group.
    </p>
    <Form>
      <Select
        id="kind"
        name="kind"
        label="What is it?"
        value={fields.kind || 'contract'}
        items={[...kinds]}
        errorMessage={errorOf(errors, 'kind')}
      />
      <Input
        id="title"
        name="title"
        label="What is it called?"
        value={fields.title}
        errorMessage={errorOf(errors, 'title')}
      />
      <Input
        id="note"
        name="note"
        label="Note"
        hint="Where it is recorded, or who told of it"
        value={fields.note}
        errorMessage={errorOf(errors, 'note')}
      />
      <Select
        id="other"
        name="other"
        label="Priority it serves, or that answers it"
        value={fields.other}
        items={[{ value: '', text: 'None' }, ...partners]}
        errorMessage={errorOf(errors, 'other')}
      />
      <Button preventDoubleClick>Put it on the thread</Button>
    </Form>
  </>
)
