import type { TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  Textarea,
} from '../../../platform/views/views.ts'
import { WAY_NAMES } from '../messages/life.ts'
import type { Review, ReviewAction } from '../model/life.ts'
import type { Contract } from '../model.ts'
import { DayField } from './day-field.tsx'
import { contractPath } from './paths.ts'
import { TextField } from './text-field.tsx'

type Props = {
  readonly contract: Contract
  readonly review: Review
  readonly actions: readonly ReviewAction[]
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly heldOn: TypedDay
  readonly dueOn: TypedDay
  readonly mayManage: boolean
}

const Actions = ({ actions, mayManage, path }: Props & { readonly path: string }) => (
  <DataTable
    id="actions"
    caption="Actions agreed"
    rows={actions}
    onPhone="stack"
    columns={[
      { name: 'what', header: 'What', cell: (one) => one.what },
      { name: 'owner', header: 'Who', cell: (one) => one.owner || 'Nobody named' },
      { name: 'due', header: 'Due', cell: (one) => (one.dueOn === null ? 'No day' : formatDate(one.dueOn)) },
      {
        name: 'done',
        header: 'Done',
        cell: (one) =>
          one.doneOn !== null ? (
            formatDate(one.doneOn)
          ) : mayManage ? (
            <Form action={`${path}/done`}>
              <input type="hidden" name="number" value={one.number} />
              <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                Done<span class="govuk-visually-hidden">: {one.what}</span>
              </Button>
            </Form>
          ) : (
            'Not yet'
          ),
      },
    ]}
    empty={{ title: 'No action yet', purpose: 'What somebody promised to do at the review, and by when.' }}
  />
)

const Forms = ({ errors, fields, heldOn, dueOn, path }: Props & { readonly path: string }) => (
  <>
    <h2>Write an action down</h2>
    <Form action={`${path}/actions`}>
      <TextField name="what" label="What is to be done" errors={errors} fields={fields} />
      <TextField name="owner" label="Who does it" errors={errors} fields={fields} />
      <DayField name="dueOn" legend="Due on" value={dueOn} errors={errors} />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Write the action down
      </Button>
    </Form>
    <h2>Write down that it was held</h2>
    <Form action={`${path}/held`}>
      <DayField name="heldOn" legend="Held on" value={heldOn} errors={errors} />
      <Textarea
        id="notes"
        name="notes"
        label="What was said"
        value={fields['notes']}
        errorMessage={errorOf(errors, 'notes')}
      />
      <Button preventDoubleClick>Write it down</Button>
    </Form>
  </>
)

export const ShowReviewView = (props: Props) => {
  const { contract, review, mayManage } = props
  const path = `${contractPath(contract.id)}/reviews/${review.id}`
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <span class="govuk-caption-l">{contract.title}</span>
      <h1>{review.title}</h1>
      <p>
        Planned for {formatDate(review.plannedOn)};{' '}
        {review.heldOn === null ? 'not held yet' : `held on ${formatDate(review.heldOn)}`}.
      </p>
      {review.isReviewPoint && (
        <>
          <p>It is a review point. These ways to adjust were agreed:</p>
          <ul class="govuk-list govuk-list--bullet">
            {review.ways.map((way) => (
              <li>
                {mayManage ? (
                  <a href={`${contractPath(contract.id)}/changes/new?review=${review.id}&way=${way}`}>
                    {WAY_NAMES[way]}
                  </a>
                ) : (
                  WAY_NAMES[way]
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {review.notes && (
        <>
          <h2>Notes</h2>
          <p class="govuk-!-text-break-word">{review.notes}</p>
        </>
      )}
      <Actions {...props} path={path} />
      {mayManage && <Forms {...props} path={path} />}
    </>
  )
}
