import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import { CONFIDENCE_WORDS } from '../messages/appraisal-words.ts'
import { type AppraisalCriterion, CONFIDENCES, DELIVERY_MODELS, DOERS } from '../model/appraisal.ts'

type Props = {
  readonly title: string
  readonly removeAt: string | null
  readonly text: (name: string) => string
  readonly criteria: readonly AppraisalCriterion[]
  readonly seen: number
  readonly errors: readonly FieldError[]
}

const PART_ROWS = [0, 1, 2, 3]
const itemsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))
const SCORES = ['', '0', '1', '2', '3', '4', '5'].map((value) => ({ value, text: value || 'Not scored' }))

const Score = ({ criterion, text }: { readonly criterion: AppraisalCriterion } & Pick<Props, 'text'>) => {
  const { code, name, weight } = criterion
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        {name} (weight {weight})
      </legend>
      <Select
        id={`score-${code}`}
        name={`score-${code}`}
        label="Score, 0 to 5"
        value={text(`score-${code}`)}
        items={SCORES}
      />
      <Textarea
        id={`evidence-${code}`}
        name={`evidence-${code}`}
        label="Evidence"
        rows={2}
        value={text(`evidence-${code}`)}
      />
      <Select
        id={`confidence-${code}`}
        name={`confidence-${code}`}
        label="How sure are we?"
        value={text(`confidence-${code}`) || 'medium'}
        items={CONFIDENCES.map((value) => ({ value, text: CONFIDENCE_WORDS[value] }))}
      />
    </fieldset>
  )
}

const Parts = ({ text }: Pick<Props, 'text'>) => (
  <section>
    <h2>Part by part</h2>
    <p>
      For a hybrid: who administers each part, and who delivers it. Such as: bookings taken back, driving
      bought.
    </p>
    {PART_ROWS.map((row) => (
      <fieldset class="govuk-fieldset">
        <legend class="govuk-visually-hidden">Part {row + 1}</legend>
        <Input
          id={`part-${row}`}
          name={`part-${row}`}
          label={`Part ${row + 1}`}
          value={text(`part-${row}`)}
        />
        <Select
          id={`runs-${row}`}
          name={`runs-${row}`}
          label="Who administers it"
          value={text(`runs-${row}`) || 'council'}
          items={itemsOf(DOERS)}
        />
        <Select
          id={`does-${row}`}
          name={`does-${row}`}
          label="Who delivers it"
          value={text(`does-${row}`) || 'supplier'}
          items={itemsOf(DOERS)}
        />
      </fieldset>
    ))}
  </section>
)

const NameAndCosts = ({ text, errors }: Pick<Props, 'text' | 'errors'>) => (
  <>
    <Input id="name" name="name" label="Name" value={text('name')} errorMessage={errorOf(errors, 'name')} />
    <Select
      id="model"
      name="model"
      label="How it is delivered"
      value={text('model')}
      items={itemsOf(DELIVERY_MODELS)}
      errorMessage={errorOf(errors, 'model')}
    />
    <Textarea
      id="costs"
      name="costs"
      label="What it costs in each year, in pounds"
      hint="From the first year, change-over costs in them, separated by spaces. Such as: 120,000 95,000 95,000"
      rows={2}
      value={text('costs')}
      errorMessage={errorOf(errors, 'costs')}
    />
  </>
)

const StaffAndSubsidy = ({ text, errors }: Pick<Props, 'text' | 'errors'>) => (
  <>
    <h2>Staff and subsidy</h2>
    <Checkboxes
      name="movesStaff"
      idPrefix="movesStaff"
      classes="govuk-checkboxes--small"
      values={text('movesStaff') === 'yes' ? ['yes'] : []}
      items={[{ value: 'yes', text: 'Staff would change employer', hint: 'Look at TUPE and pensions' }]}
    />
    <Checkboxes
      name="mayBeSubsidy"
      idPrefix="mayBeSubsidy"
      classes="govuk-checkboxes--small"
      values={text('mayBeSubsidy') === 'yes' ? ['yes'] : []}
      items={[{ value: 'yes', text: 'It may be a subsidy', hint: 'Look at the Subsidy Control Act 2022' }]}
    />
    <Textarea
      id="flagsNote"
      name="flagsNote"
      label="What was found out about staff and subsidy"
      rows={2}
      value={text('flagsNote')}
      errorMessage={errorOf(errors, 'flagsNote')}
    />
  </>
)

const Remove = ({ at, seen }: { readonly at: string; readonly seen: number }) => (
  <Form action={at}>
    <input type="hidden" name="seen" value={String(seen)} />
    <Button classes="govuk-button--warning" preventDoubleClick>
      Remove this option
    </Button>
  </Form>
)

export const EditOptionView = ({ title, removeAt, text, criteria, seen, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>{title}</h1>
    <Form warnsOfUnsentChanges>
      <input type="hidden" name="seen" value={String(seen)} />
      <NameAndCosts text={text} errors={errors} />
      <h2>Scores</h2>
      {criteria.map((criterion) => (
        <Score criterion={criterion} text={text} />
      ))}
      <Parts text={text} />
      <StaffAndSubsidy text={text} errors={errors} />
      <Button preventDoubleClick>Save</Button>
    </Form>
    {removeAt && <Remove at={removeAt} seen={seen} />}
  </>
)
