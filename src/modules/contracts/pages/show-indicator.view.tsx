import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  formatPeriod,
  Radios,
  SummaryList,
  Textarea,
} from '../../../platform/views/views.ts'
import { grouped } from '../messages/deliveries.ts'
import { RATING_HINTS, RATING_NAMES } from '../messages/life.ts'
import { type Assessment, type Indicator, RATINGS, type Rating } from '../model/life.ts'
import type { Contract } from '../model.ts'
import { DayField } from './day-field.tsx'
import { RatingTag, targetWords } from './list-indicators.view.tsx'
import { contractPath } from './paths.ts'
import { TextField } from './text-field.tsx'

type Props = {
  readonly contract: Contract
  readonly indicator: Indicator
  /** Newest first. */
  readonly assessments: readonly Assessment[]
  readonly dueOn: PlainDate | null
  readonly suggested: Rating | null
  readonly on: PlainDate
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly fromOn: TypedDay
  readonly toOn: TypedDay
  readonly mayManage: boolean
}

const History = ({ assessments, indicator }: Props) => (
  <DataTable
    id="assessments"
    caption="Assessments"
    rows={assessments}
    onPhone="stack"
    columns={[
      { name: 'period', header: 'For', cell: (one) => formatPeriod(one.fromOn, one.toOn) },
      {
        name: 'value',
        header: 'Figure',
        isNumeric: true,
        cell: (one) => (one.value === null ? 'In words' : `${grouped(one.value)} ${indicator.unit}`),
      },
      { name: 'rating', header: 'Rating', cell: (one) => <RatingTag rating={one.rating} /> },
      { name: 'note', header: 'Note', cell: (one) => one.note || '–' },
      { name: 'who', header: 'Assessed', cell: (one) => `${one.personName}, ${formatDate(one.assessedOn)}` },
    ]}
    empty={{ title: 'Not assessed yet', purpose: 'Each assessment stays as it was written down.' }}
  />
)

const Assess = (props: Props) => {
  const { errors, fields, suggested } = props
  return (
    <>
      <h2>Assess it</h2>
      <Form action={`${contractPath(props.contract.id)}/indicators/${props.indicator.id}/assess`}>
        <DayField name="fromOn" legend="For the time from" value={props.fromOn} errors={errors} />
        <DayField name="toOn" legend="Until" value={props.toOn} errors={errors} />
        <TextField {...props} name="value" label="Figure reached" classes="govuk-input--width-10" />
        {suggested && <p>The figure suggests: {RATING_NAMES[suggested]}.</p>}
        <Radios
          name="rating"
          idPrefix="rating"
          fieldset={{ legend: { text: 'Rating' } }}
          items={RATINGS.map((value) => ({
            value,
            text: RATING_NAMES[value],
            hint: RATING_HINTS[value],
          }))}
          value={fields['rating']}
          errorMessage={errorOf(errors, 'rating')}
        />
        <Textarea
          id="note"
          name="note"
          label="Note"
          hint="Needed where the rating is Other, or is not what the figure suggests"
          rows={3}
          value={fields['note']}
          errorMessage={errorOf(errors, 'note')}
        />
        <Button preventDoubleClick>Write the assessment down</Button>
      </Form>
    </>
  )
}

export const ShowIndicatorView = (props: Props) => {
  const { indicator, dueOn, on, mayManage } = props
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <span class="govuk-caption-l">{props.contract.title}</span>
      <h1>{indicator.title}</h1>
      <SummaryList
        rows={[
          { key: 'Target', value: targetWords(indicator) },
          { key: 'Measured', value: indicator.howMeasured },
          {
            key: 'Next assessment',
            value:
              dueOn === null
                ? 'Not any more'
                : `${formatDate(dueOn)}${dueOn < on ? ', which is overdue' : ''}`,
          },
          {
            key: 'How often',
            value: indicator.everyMonths === 1 ? 'Every month' : `Every ${indicator.everyMonths} months`,
          },
          { key: 'Set under section 52', value: indicator.isStatutory ? 'Yes' : 'No' },
          { key: 'About social value', value: indicator.isSocial ? 'Yes' : 'No' },
        ]}
      />
      <History {...props} />
      {mayManage && <Assess {...props} />}
      {mayManage && (
        <Form action={`${contractPath(props.contract.id)}/indicators/${indicator.id}/close`}>
          <Button classes="govuk-button--warning">Close the indicator</Button>
        </Form>
      )}
    </>
  )
}
