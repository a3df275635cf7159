import type { AskLine } from '#procurement'
import { formatInstantExact, InsetText, Radios } from '../../../platform/views/views.ts'
import { clashSentence } from '../messages.ts'
import type { DraftAnswer } from '../model.ts'
import { markOf } from '../read-bid.ts'
import { choiceField, theirsField } from './typed-answers.ts'

/** Two people have changed one answer: what each has written. */
export type Clash = {
  readonly code: string
  readonly theirs: DraftAnswer
  readonly mine: DraftAnswer
  /** Who saved theirs; null where it is not known any more. */
  readonly by: string | null
  readonly at: Date
}

type Props = { readonly clash: Clash; readonly lines: readonly AskLine[] }

const Paragraphs = ({ text }: { readonly text: string }) => (
  <>
    {text
      .split(/\n+/)
      .filter((line) => line.trim() !== '')
      .map((line) => (
        <p>{line}</p>
      ))}
  </>
)

const Offers = ({ answer, lines }: { readonly answer: DraftAnswer; readonly lines: readonly AskLine[] }) => (
  <ul class="govuk-list">
    {(answer.offers ?? []).map(({ framework, measure, quantity, inWords }) => (
      <li>
        {lines.find((line) => line.framework === framework && line.measure === measure)?.name ?? measure}:{' '}
        {quantity === '' ? 'nothing' : quantity}
        <Paragraphs text={inWords} />
      </li>
    ))}
  </ul>
)

const Theirs = ({ clash: { theirs }, lines }: Props) => {
  if (theirs.offers) return <Offers answer={theirs} lines={lines} />
  const text =
    theirs.words ??
    theirs.pounds ??
    theirs.number ??
    (theirs.yes === undefined ? '' : theirs.yes ? 'Yes' : 'No')
  return text.trim() === '' ? <p>Nothing: the answer was emptied.</p> : <Paragraphs text={text} />
}

/** Shows a colleague's answer above one's own, and asks which stands. The field below holds one's own, and can take from both. */
export const AnswerClash = ({ clash, lines }: Props) => {
  const { code, theirs, by, at } = clash
  const who = by ?? 'A colleague'
  return (
    <>
      <InsetText>
        <p>
          <strong>
            {who} saved this for {code} at {formatInstantExact(at)}:
          </strong>
        </p>
        <Theirs clash={clash} lines={lines} />
      </InsetText>
      <input type="hidden" name={theirsField(code)} value={markOf(theirs)} />
      <Radios
        name={choiceField(code)}
        idPrefix={choiceField(code)}
        fieldset={{ legend: `Which answer to ${code} stands?` }}
        errorMessage={clashSentence(code)}
        items={[
          { value: 'mine', text: 'What the field below holds: I have taken over what I want of the other' },
          { value: 'theirs', text: `What ${by ?? 'my colleague'} saved. What I typed is dropped` },
        ]}
      />
    </>
  )
}
