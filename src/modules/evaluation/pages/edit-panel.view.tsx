import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  Select,
} from '../../../platform/views/views.ts'
import type { Evaluation, Panellist } from '../model.ts'
import { evaluationPath } from './paths.ts'
import { EvaluationHead } from './stage-tag.tsx'

type Props = {
  readonly evaluation: Evaluation
  readonly panel: readonly Panellist[]
  readonly people: readonly { readonly id: string; readonly name: string; readonly roles: string }[]
  readonly criteria: readonly string[]
  readonly errors: readonly FieldError[]
  readonly fields: {
    readonly person: string
    readonly criteria: readonly string[]
    readonly because: string
  }
}

const Name = ({ evaluation, people, criteria, errors, fields }: Props) => (
  <>
    <h2>Name an evaluator</h2>
    <Form action={evaluationPath(evaluation.id, 'panel')}>
      <Select
        id="person"
        name="person"
        label="Who scores"
        items={[
          { value: '', text: 'Choose' },
          ...people.map(({ id, name, roles }) => ({
            value: id,
            text: `${name} (${roles})`,
            selected: fields.person === id,
          })),
        ]}
        errorMessage={errorOf(errors, 'person')}
      />
      <Checkboxes
        name="criteria"
        idPrefix="criteria"
        fieldset={{ legend: { text: 'Which criteria' } }}
        hint="Price and quantities are counted; nobody scores them"
        items={criteria.map((name) => ({ value: name, text: name }))}
        values={fields.criteria}
        errorMessage={errorOf(errors, 'criteria')}
      />
      <Button preventDoubleClick>Name this evaluator</Button>
    </Form>
  </>
)

const Remove = ({ evaluation, panel, errors, fields }: Props) => (
  <>
    <h2>Take somebody off the panel</h2>
    <p>What they have given stays in the record. The reason is read by auditors.</p>
    <Form action={evaluationPath(evaluation.id, 'panel/remove')}>
      <Select
        id="removed"
        name="person"
        label="Who leaves"
        items={panel.map(({ personId, name }) => ({ value: personId, text: name }))}
      />
      <Input
        id="because"
        name="because"
        label="Reason"
        value={fields.because}
        errorMessage={errorOf(errors, 'because')}
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Take off the panel
      </Button>
    </Form>
  </>
)

export const EditPanelView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <EvaluationHead evaluation={props.evaluation} title="Panel" />
    <DataTable
      id="panel"
      caption="Who scores what"
      rows={props.panel}
      onPhone="stack"
      columns={[
        { name: 'name', header: 'Evaluator', cell: (one) => one.name },
        { name: 'criteria', header: 'Criteria', cell: (one) => one.criteria.join(', ') },
      ]}
      empty={{
        title: 'Nobody yet',
        purpose: 'Name at least one evaluator for every criterion that people judge. Two see more than one.',
      }}
    />
    <Name {...props} />
    {props.panel.length > 0 && <Remove {...props} />}
  </>
)
