import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  EmptyState,
  errorOf,
  Form,
  FormErrorSummary,
  Radios,
  Select,
} from '../../../platform/views/views.ts'
import { promiseWords } from '../messages.ts'
import type { Objective, OwnerRole, SharedPriority } from '../model.ts'

type Props = {
  readonly shared: readonly SharedPriority[]
  readonly objectives: readonly Objective[]
  readonly roles: readonly OwnerRole[]
  readonly fields: { readonly shareId: string; readonly objectiveId: string; readonly ownerRoleId: string }
  readonly errors: readonly FieldError[]
}

export const TakeSharedView = ({ shared, objectives, roles, fields, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Take a shared priority</h1>
    <p>
      An alliance, such as a combined authority, can share a priority with its members. Take it as it is or
      adapt it: where it came from, and what you changed, stays visible.
    </p>
    {shared.length === 0 ? (
      <EmptyState
        title="Nothing is shared with you"
        purpose="When another organisation here shares an adopted priority, you can take it from this page."
      />
    ) : (
      <Form>
        <Radios
          name="shareId"
          idPrefix="shareId"
          fieldset={{ legend: { text: 'Which priority?' } }}
          value={fields.shareId}
          errorMessage={errorOf(errors, 'shareId')}
          items={shared.map((one) => ({
            value: one.id,
            text: one.content.title,
            hint: `${one.organisationName}, ${one.documentTitle}. ${promiseWords(one.content)}`,
          }))}
        />
        <Select
          id="objectiveId"
          name="objectiveId"
          label="Objective it serves here"
          value={fields.objectiveId}
          items={objectives.map(({ id, title }) => ({ value: id, text: title }))}
          errorMessage={errorOf(errors, 'objectiveId')}
        />
        <Select
          id="ownerRoleId"
          name="ownerRoleId"
          label="Senior owner here"
          value={fields.ownerRoleId}
          items={[
            { value: '', text: 'Nobody yet' },
            ...roles.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Button preventDoubleClick>Take it, then adapt it</Button>
      </Form>
    )}
  </>
)
