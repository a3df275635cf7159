import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  InsetText,
  Radios,
} from '../../../platform/views/views.ts'
import type { Evaluation } from '../model.ts'
import { EvaluationHead } from './stage-tag.tsx'

type Props = {
  readonly evaluation: Evaluation
  readonly bidders: readonly {
    readonly supplierId: string
    readonly name: string
    readonly said: string
    readonly detail: string
  }[]
  readonly errors: readonly FieldError[]
}

export const DeclareInterestsView = ({ evaluation, bidders, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <EvaluationHead evaluation={evaluation} title="Declare your interests" />
    <p>
      An interest is anything personal, professional or financial that could make you lean one way, or could
      look so: family, friends, shares, a job before or in view, gifts (Procurement Act 2023, sections 81 to
      83).
    </p>
    <InsetText>
      The names stand here in the order of the alphabet. Which bid is whose is not shown. A bid of somebody
      you have an interest in stays closed to you; all others open once you have answered for everybody.
    </InsetText>
    {bidders.length === 0 ? (
      <p>Only the lead and the panel declare interests.</p>
    ) : (
      <Form warnsOfUnsentChanges>
        {bidders.map(({ supplierId, name, said, detail }) => (
          <>
            <Radios
              name={`interest-${supplierId}`}
              idPrefix={`interest-${supplierId}`}
              fieldset={{ legend: { text: name, classes: 'govuk-fieldset__legend--s' } }}
              items={[
                { value: 'no', text: 'I have no interest' },
                { value: 'yes', text: 'I have, or may seem to have, an interest' },
              ]}
              value={said}
              errorMessage={errorOf(errors, `interest-${supplierId}`)}
            />
            <Input
              id={`detail-${supplierId}`}
              name={`detail-${supplierId}`}
              label={`What your interest in ${name} is, if you have one`}
              value={detail}
              errorMessage={errorOf(errors, `detail-${supplierId}`)}
            />
          </>
        ))}
        <Button preventDoubleClick>Declare</Button>
      </Form>
    )}
  </>
)
