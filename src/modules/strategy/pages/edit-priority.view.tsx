import type { FinancialYear } from '../../../kernel/financial-year.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { Standing } from '../../../platform/http/seen-form.ts'
import {
  Button,
  ChangedMeanwhile,
  CharacterCount,
  Checkboxes,
  DateInput,
  Details,
  errorOf,
  Fieldset,
  Form,
  FormErrorSummary,
  Input,
  Radios,
  SeenField,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import type { Choice } from '../framework-book.ts'
import { type Objective, type OwnerRole, TEXT_LIMITS } from '../model.ts'
import { type PriorityFields, targetField } from './priority-form.ts'

type Props = {
  readonly title: string
  readonly fields: PriorityFields
  readonly errors: readonly FieldError[]
  readonly standing: Standing
  readonly years: readonly FinancialYear[]
  readonly objectives: readonly Objective[]
  readonly roles: readonly OwnerRole[]
  readonly outcomes: readonly Choice[]
  readonly measures: readonly Choice[]
  /** Where the form goes. */
  readonly path: string
  readonly isNew: boolean
}

const Words = ({ fields, errors, objectives, roles }: Props) => (
  <>
    <Select
      id="objectiveId"
      name="objectiveId"
      label="Objective it serves"
      value={fields.objectiveId}
      items={objectives.map(({ id, title }) => ({ value: id, text: title }))}
      errorMessage={errorOf(errors, 'objectiveId')}
    />
    <CharacterCount
      id="title"
      name="title"
      label="Priority"
      hint="What the council wants more of, or less of, in a few words"
      rows={1}
      maxlength={TEXT_LIMITS.priorityTitle}
      value={fields.title}
      errorMessage={errorOf(errors, 'title')}
    />
    <CharacterCount
      id="plainWords"
      name="plainWords"
      label="In plain words"
      hint="One sentence for the plan on a page"
      rows={2}
      maxlength={TEXT_LIMITS.plainWords}
      value={fields.plainWords}
      errorMessage={errorOf(errors, 'plainWords')}
    />
    <Textarea
      id="description"
      name="description"
      label="Why, and what it takes"
      value={fields.description}
      errorMessage={errorOf(errors, 'description')}
    />
    <Select
      id="ownerRoleId"
      name="ownerRoleId"
      label="Senior owner"
      hint="The role that answers for it; the page on roles says who holds it"
      value={fields.ownerRoleId}
      items={[{ value: '', text: 'Nobody yet' }, ...roles.map(({ id, name }) => ({ value: id, text: name }))]}
      errorMessage={errorOf(errors, 'ownerRoleId')}
    />
    <Textarea
      id="places"
      name="places"
      label="Wards or places it is for"
      hint="One a line, by name or official code. Leave it empty for the whole area"
      rows={4}
      spellcheck={false}
      value={fields.places}
      errorMessage={errorOf(errors, 'places')}
    />
  </>
)

const Targets = ({ fields, errors, years }: Props) => (
  <Fieldset
    legend={{ text: 'Targets for the end of each financial year', classes: 'govuk-fieldset__legend--s' }}
  >
    <div class="gt-filter">
      {years.map((year) => (
        <Input
          id={targetField(year)}
          name={targetField(year)}
          label={year}
          classes="govuk-input--width-5"
          inputmode="decimal"
          value={fields.targets[year] ?? ''}
          errorMessage={errorOf(errors, targetField(year))}
        />
      ))}
    </div>
  </Fieldset>
)

const Figures = (props: Props) => {
  const { fields, errors } = props
  return (
    <>
      <Input
        id="indicator"
        name="indicator"
        label="Indicator"
        hint="The figure that shows whether it comes true, such as “Residents paid below the real living wage”"
        value={fields.indicator}
        errorMessage={errorOf(errors, 'indicator')}
      />
      <Input
        id="unit"
        name="unit"
        label="Unit"
        hint="%, £, or a word such as homes"
        classes="govuk-input--width-10"
        value={fields.unit}
        errorMessage={errorOf(errors, 'unit')}
      />
      <Radios
        name="direction"
        idPrefix="direction"
        fieldset={{ legend: { text: 'Which way is better?' } }}
        value={fields.direction}
        items={[
          { value: 'up', text: 'More' },
          { value: 'down', text: 'Less' },
        ]}
        errorMessage={errorOf(errors, 'direction')}
      />
      <Input
        id="baseline"
        name="baseline"
        label="Baseline: where it stood"
        classes="govuk-input--width-10"
        inputmode="decimal"
        value={fields.baseline}
        errorMessage={errorOf(errors, 'baseline')}
      />
      <DateInput
        id="baselineOn"
        namePrefix="baselineOn"
        fieldset={{ legend: { text: 'Day of the baseline' } }}
        values={fields.baselineOn}
        errorMessage={errorOf(errors, 'baselineOn-day')}
      />
      <Targets {...props} />
    </>
  )
}

type ChoicesProps = {
  readonly name: 'outcomes' | 'measures'
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
}

const Choices = ({ name, choices, chosen }: ChoicesProps) => (
  <>
    {[...Map.groupBy(choices, ({ theme }) => theme)].map(([theme, items], at) => {
      const count = items.filter(({ value }) => chosen.includes(value)).length
      return (
        <Details summaryText={count > 0 ? `${theme} (${count} chosen)` : theme} open={count > 0}>
          <Checkboxes
            name={name}
            idPrefix={`${name}-${at}`}
            classes="govuk-checkboxes--small"
            fieldset={{ legend: { text: theme, classes: 'govuk-visually-hidden' } }}
            items={items.map(({ value, text }) => ({ value, text }))}
            values={[...chosen]}
          />
        </Details>
      )
    })}
  </>
)

export const EditPriorityView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>{props.title}</h1>
    <ChangedMeanwhile meanwhile={props.standing.meanwhile} />
    <Form action={props.path} warnsOfUnsentChanges>
      <SeenField seen={props.standing.seen} />
      <Words {...props} />
      <h2>How it will show</h2>
      <Figures {...props} />
      <h2>Outcomes</h2>
      <p>The change it should bring, so that contracts can be asked for the same.</p>
      <Choices name="outcomes" choices={props.outcomes} chosen={props.fields.outcomes} />
      <h2>Measures</h2>
      <p>What can be counted in a contract. Choose few: each one is asked for and checked.</p>
      <Choices name="measures" choices={props.measures} chosen={props.fields.measures} />
      <Button preventDoubleClick>Save the priority</Button>
    </Form>
    {!props.isNew && (
      <Form action={`${props.path}/remove`}>
        <SeenField seen={props.standing.seen} />
        <Button classes="govuk-button--warning" preventDoubleClick>
          Remove it from this draft
        </Button>
      </Form>
    )}
  </>
)
