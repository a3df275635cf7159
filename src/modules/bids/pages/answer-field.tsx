import { unitWords } from '#measures'
import type { AskLine } from '#procurement'
import { CharacterCount, formatNumber, Input, Radios, Textarea } from '../../../platform/views/views.ts'
import { STATE_WORDS } from '../messages.ts'
import type { QuestionState } from '../rules/answers.ts'
import { offerField } from './typed-answers.ts'

type Props = {
  readonly state: QuestionState
  readonly lines: readonly AskLine[]
  readonly isOpen: boolean
}

/** What the server says is wrong with an answer that was saved. */
const errorIn = ({ state, words, question }: QuestionState): string | undefined => {
  if (state === 'over-limit')
    return `This has ${formatNumber(words)} words; at most ${formatNumber(question.wordLimit ?? 0)} are allowed`
  return state === 'not-a-number' || state === 'not-an-amount' ? STATE_WORDS[state] : undefined
}

const common = ({ question: { code, text, help, isRequired } }: QuestionState) => ({
  id: code,
  name: code,
  hint: [help, isRequired ? '' : 'You may leave this out.'].filter(Boolean).join(' ') || undefined,
  title: `${code}. ${text}`,
})

const Words = ({ state, isOpen }: Props) => {
  const { title, ...field } = common(state)
  const shared = {
    ...field,
    label: { text: title, classes: 'govuk-label--s' },
    value: state.answer.words ?? '',
    rows: '8',
    errorMessage: errorIn(state),
    attributes: isOpen ? {} : { readonly: 'readonly' },
  }
  const limit = state.question.wordLimit
  return (
    <>
      {limit === null ? <Textarea {...shared} /> : <CharacterCount {...shared} maxwords={String(limit)} />}
      {limit !== null && (
        <p class="govuk-hint">
          As saved: {formatNumber(state.words)} of {formatNumber(limit)} words.
        </p>
      )}
    </>
  )
}

const Amount = ({ state, isOpen }: Props) => {
  const { title, ...field } = common(state)
  const isPrice = state.question.kind === 'price'
  return (
    <Input
      {...field}
      label={{ text: title, classes: 'govuk-label--s' }}
      value={(isPrice ? state.answer.pounds : state.answer.number) ?? ''}
      classes="govuk-input--width-10"
      inputmode="decimal"
      {...(isPrice ? { prefix: { text: '£' } } : {})}
      errorMessage={errorIn(state)}
      attributes={isOpen ? {} : { readonly: 'readonly' }}
    />
  )
}

const YesNo = ({ state, isOpen }: Props) => {
  const { title, id: _id, ...field } = common(state)
  const { yes } = state.answer
  return (
    <Radios
      {...field}
      idPrefix={state.question.code}
      classes="govuk-radios--inline"
      fieldset={{ legend: { text: title, classes: 'govuk-fieldset__legend--s' } }}
      value={yes === undefined ? '' : yes ? 'yes' : 'no'}
      items={[
        { value: 'yes', text: 'Yes', disabled: !isOpen },
        { value: 'no', text: 'No', disabled: !isOpen },
      ]}
    />
  )
}

const Offers = ({ state, lines, isOpen }: Props) => {
  const { code, text, help } = state.question
  const readonly = isOpen ? {} : { readonly: 'readonly' }
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        {code}. {text}
      </legend>
      {help !== '' && <p class="govuk-hint">{help}</p>}
      {errorIn(state) && (
        <p class="govuk-error-message" id={code}>
          {errorIn(state)}
        </p>
      )}
      {lines.map((line, at) => {
        const offer = state.answer.offers?.find(
          ({ framework, measure }) => framework === line.framework && measure === line.measure,
        )
        return (
          <>
            <Input
              name={offerField(code, at, 'quantity')}
              label={`${line.name}: how many (${unitWords(line.unit)})?`}
              hint={line.counts}
              value={offer?.quantity ?? ''}
              classes="govuk-input--width-5"
              inputmode="decimal"
              attributes={readonly}
            />
            <Textarea
              name={offerField(code, at, 'words')}
              label={`${line.name}: how will you do it?`}
              value={offer?.inWords ?? ''}
              rows="3"
              attributes={readonly}
            />
          </>
        )
      })}
    </fieldset>
  )
}

const FIELDS = { words: Words, number: Amount, price: Amount, 'yes-no': YesNo, offers: Offers } as const

/** The field of a question that is typed or chosen, with what the server says of the answer as saved. */
export const AnswerField = (p: Props) => {
  const { kind, code } = p.state.question
  if (kind === 'file') return null
  const Field = FIELDS[kind]
  return (
    <div id={`question-${code}`}>
      <Field {...p} />
    </div>
  )
}
