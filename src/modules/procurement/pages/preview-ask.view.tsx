import { formatCount, InsetText } from '../../../platform/views/views.ts'
import type { PlainPart } from '../messages/plain-ask.ts'
import type { ReadingEase } from '../rules/ask/reading-age.ts'

type Props = {
  readonly title: string
  readonly parts: readonly PlainPart[]
  readonly ease: ReadingEase | null
}

/** About the age the public pages are written for. */
const WANTED_AGE = 12

const Hint = ({ ease }: { readonly ease: ReadingEase | null }) =>
  ease === null ? (
    <InsetText>There is too little text to say how easy it is to read.</InsetText>
  ) : (
    <InsetText>
      <p>
        <strong>Reading age about {ease.age}.</strong>{' '}
        {ease.age <= WANTED_AGE
          ? 'That is about right for somebody who has never bid.'
          : `Aim for ${WANTED_AGE}: shorter sentences, shorter words.`}{' '}
        {formatCount(ease.words, 'word')} in {formatCount(ease.sentences, 'sentence')}; Flesch–Kincaid grade{' '}
        {ease.grade}. A hint from a formula that counts syllables by spelling, not a test with people.
      </p>
      {ease.longSentences.length > 0 && (
        <>
          <p>Sentences of more than 25 words:</p>
          <ul>
            {ease.longSentences.slice(0, 5).map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </InsetText>
  )

export const PreviewAskView = ({ title, parts, ease }: Props) => (
  <>
    <span class="govuk-caption-l">As a small charity would read it</span>
    <h1>{title}</h1>
    <Hint ease={ease} />
    {parts.map(({ heading, sentences }) => (
      <section>
        <h2>{heading}</h2>
        {sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </section>
    ))}
  </>
)
