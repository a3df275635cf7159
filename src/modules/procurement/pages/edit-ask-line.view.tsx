import { unitWords } from '#measures'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  Radios,
  Textarea,
} from '../../../platform/views/views.ts'
import { EXISTING_WORDS, INDEXATION_WORDS } from '../messages/ask-words.ts'
import { type AskLine, EXISTING_CREDITS, INDEXATIONS } from '../model/ask.ts'
import type { EngagementNote } from '../model/engagement.ts'
import type { TypedBecause } from './ask-request.ts'
import { BecauseFields } from './because-fields.tsx'

type Props = {
  readonly line: AskLine
  readonly fields: Readonly<Record<string, string>>
  readonly isVolumeGuaranteed: boolean
  readonly typed: TypedBecause
  readonly notes: readonly EngagementNote[]
  readonly errors: readonly FieldError[]
}

const EXISTING_HINTS = {
  'in-full': 'People-centred organisations are not beaten by those that only promise',
  half: 'New work counts more than what is done already',
  'additional-only': 'Fits one-off gains; say so plainly, because it favours those who start from nothing',
} as const

type FieldProps = Pick<Props, 'fields' | 'errors'>

const AskedAs = ({ fields, errors }: FieldProps) => (
  <Radios
    name="askedAs"
    idPrefix="askedAs"
    fieldset={{ legend: 'How is it asked for?' }}
    value={fields.askedAs ?? ''}
    items={[
      { value: 'number', text: 'In numbers' },
      {
        value: 'words',
        text: 'In words',
        hint: 'Scored from 0 to 5 on a described scale, never turned into pounds',
      },
    ]}
    errorMessage={errorOf(errors, 'askedAs')}
  />
)

const Minimum = ({ line, fields, errors }: FieldProps & Pick<Props, 'line'>) => (
  <Input
    id="minimum"
    name="minimum"
    label="Minimum"
    hint={`In: ${unitWords(line.unit)}. Leave empty if every offer is welcome`}
    classes="govuk-input--width-5"
    inputmode="decimal"
    value={fields.minimum ?? ''}
    errorMessage={errorOf(errors, 'minimum')}
  />
)

const Existing = ({ fields, errors }: FieldProps) => (
  <Radios
    name="existing"
    idPrefix="existing"
    fieldset={{ legend: 'What of what an organisation already does?' }}
    value={fields.existing ?? ''}
    items={EXISTING_CREDITS.map((value) => ({
      value,
      text: EXISTING_WORDS[value],
      hint: EXISTING_HINTS[value],
    }))}
    errorMessage={errorOf(errors, 'existing')}
  />
)

const Indexation = ({
  fields,
  isVolumeGuaranteed,
  errors,
}: FieldProps & Pick<Props, 'isVolumeGuaranteed'>) => (
  <Radios
    name="indexation"
    idPrefix="indexation"
    fieldset={{ legend: 'If less is bought than expected' }}
    hint={isVolumeGuaranteed ? 'This contract guarantees its volume' : 'This contract guarantees no volume'}
    value={fields.indexation ?? ''}
    items={INDEXATIONS.map((value) => ({ value, text: INDEXATION_WORDS[value] }))}
    errorMessage={errorOf(errors, 'indexation')}
  />
)

export const EditAskLineView = ({ line, fields, isVolumeGuaranteed, typed, notes, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>{line.name}</h1>
    <p>{line.counts}</p>
    <Form warnsOfUnsentChanges>
      <AskedAs fields={fields} errors={errors} />
      <Minimum line={line} fields={fields} errors={errors} />
      <Existing fields={fields} errors={errors} />
      <Indexation fields={fields} isVolumeGuaranteed={isVolumeGuaranteed} errors={errors} />
      <Textarea
        id="reason"
        name="reason"
        label="Why it is asked although it does not suit this contract"
        hint="Only where the list says that it does not"
        rows={2}
        value={fields.reason ?? ''}
        errorMessage={errorOf(errors, 'reason')}
      />
      <BecauseFields typed={typed} notes={notes} errors={errors} />
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)
