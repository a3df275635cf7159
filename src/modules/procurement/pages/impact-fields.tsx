import { Button, Checkboxes, errorOf, Form, Radios, Select, Textarea } from '../../../platform/views/views.ts'
import {
  ANSWER_NAMES,
  DIMENSION_NAMES,
  DIRECTION_NAMES,
  LIKELIHOOD_NAMES,
  SCALE_NAMES,
} from '../messages/impact-words.ts'
import { DIMENSIONS, GRADES, GROUPS, IMPACT_ANSWERS } from '../model/impact.ts'
import { purchasePath } from '../paths.ts'
import type { ImpactProps } from './purchase-impact.view.tsx'

const Kind = ({ text, errors }: ImpactProps) => (
  <>
    <Radios
      name="direction"
      idPrefix="direction"
      classes="govuk-radios--inline"
      fieldset={{ legend: 'Is it good or bad?' }}
      value={text('direction')}
      items={(['positive', 'negative'] as const).map((value) => ({ value, text: DIRECTION_NAMES[value] }))}
      errorMessage={errorOf(errors, 'direction')}
    />
    <Radios
      name="dimension"
      idPrefix="dimension"
      classes="govuk-radios--inline"
      fieldset={{ legend: 'What kind of effect is it?' }}
      value={text('dimension')}
      items={DIMENSIONS.map((value) => ({ value, text: DIMENSION_NAMES[value] }))}
      errorMessage={errorOf(errors, 'dimension')}
    />
  </>
)

const Grades = ({ text, errors }: ImpactProps) => {
  const items = (names: readonly string[]) => [
    { value: '', text: 'Choose' },
    ...GRADES.map((grade) => ({ value: String(grade), text: `${grade}: ${names[grade]}` })),
  ]
  return (
    <>
      <Select
        id="likelihood"
        name="likelihood"
        label="How likely is it?"
        value={text('likelihood')}
        items={items(LIKELIHOOD_NAMES)}
        errorMessage={errorOf(errors, 'likelihood')}
      />
      <Select
        id="scale"
        name="scale"
        label="How large is it?"
        value={text('scale')}
        items={items(SCALE_NAMES)}
      />
    </>
  )
}

const Answer = ({ text, errors }: ImpactProps) => (
  <>
    <Radios
      name="answer"
      idPrefix="answer"
      fieldset={{ legend: 'If it is bad: what will you do?' }}
      items={[
        ...IMPACT_ANSWERS.map((value) => ({
          value,
          text: ANSWER_NAMES[value],
          checked: value === text('answer'),
        })),
        { value: 'none', text: 'Not decided yet', checked: text('answer') === '' },
      ]}
    />
    <Textarea
      id="answerReason"
      name="answerReason"
      label="What will change, or why it is accepted"
      rows={3}
      value={text('answerReason')}
      errorMessage={errorOf(errors, 'answerReason')}
    />
  </>
)

/** The form for one effect, new or to be changed. */
export const ImpactFields = (props: ImpactProps) => {
  const { text, chosen, errors, places, purchase } = props
  const isChange = text('impactId') !== ''
  return (
    <>
      <h2 id="form">{isChange ? 'Change an effect' : 'Write down an effect'}</h2>
      <Form action={purchasePath(purchase.id, 'impact')} warnsOfUnsentChanges>
        <input type="hidden" name="impactId" value={text('impactId')} />
        <Textarea
          id="effect"
          name="effect"
          label="What will change, for whom?"
          rows={3}
          value={text('effect')}
          errorMessage={errorOf(errors, 'effect')}
        />
        <Kind {...props} />
        <Checkboxes
          name="groups"
          idPrefix="groups"
          classes="govuk-checkboxes--small"
          fieldset={{ legend: 'Who will feel it most?' }}
          hint="None ticked: everybody alike"
          values={[...chosen('groups')]}
          items={GROUPS.map((group) => ({ value: group, text: group }))}
        />
        {places.size > 0 && (
          <Checkboxes
            name="placeIds"
            idPrefix="placeIds"
            classes="govuk-checkboxes--small"
            fieldset={{ legend: 'Which wards or other places?' }}
            hint="Places can be added under “Places”"
            values={[...chosen('placeIds')]}
            items={[...places].map(([value, name]) => ({ value, text: name }))}
          />
        )}
        <Grades {...props} />
        <Answer {...props} />
        <Button preventDoubleClick>{isChange ? 'Save the change' : 'Add the effect'}</Button>
      </Form>
    </>
  )
}
