import {
  type Basis,
  DataTable,
  formatNumber,
  formatShare,
  KeyFigure,
  KeyFigures,
  type TableExport,
} from '../../../../platform/views/views.ts'
import type { Survey } from '../../model/survey.ts'
import type { QuestionResult, Stand, TextResult } from '../../rules/survey/results.ts'
import type { ResultWords } from '../../survey-words.ts'

type Figure = { readonly result: QuestionResult; readonly words: ResultWords; readonly basis: Basis }
type Props = {
  readonly survey: Survey
  readonly response: Stand
  readonly basis: Basis
  readonly figures: readonly Figure[]
  readonly texts: readonly TextResult[]
  readonly exports: readonly TableExport[]
}

const Said = ({ texts }: Pick<Props, 'texts'>) => (
  <>
    {texts.map(({ question, texts: said }) => (
      <>
        <h2>{question.text}</h2>
        {said.length === 0 ? (
          <p>Nobody wrote anything.</p>
        ) : (
          said.map(({ name, text }) => (
            <blockquote class="govuk-inset-text">
              <p>{text}</p>
              <p class="gt-basis">{name}, in its own words</p>
            </blockquote>
          ))
        )}
      </>
    ))}
  </>
)

const HowToRead = () => (
  <>
    <h2>How to read this</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        A number is the sum of what was reported. Weighted by spending, it is what all invited would report if
        the silent did as much for each pound as the others. Nobody knows whether they do: that is why a range
        stands beside it, and its lower end counts the silent as nothing. They may also do more.
      </li>
      <li>
        A share is of those who answered the question. Its range is what it would be of all invited if none,
        or all, of the silent said yes.
      </li>
      <li>Answers that were saved and never sent are not counted. No answer was checked by anybody.</li>
    </ul>
    <p class="govuk-body">
      <a href="/spend/method#surveys">How these figures are made</a>
    </p>
  </>
)

export const SurveyResultsView = ({ survey, response, basis, figures, texts, exports }: Props) => (
  <>
    <h1>Results: {survey.title}</h1>
    <KeyFigures>
      <KeyFigure
        label="Answered, by number"
        value={formatShare(response.answered, response.invited)}
        basis={basis}
        isMain
      />
      <KeyFigure
        label="Answered, by spending"
        value={formatShare(response.pence, response.penceInvited)}
        basis={basis}
      />
    </KeyFigures>
    <DataTable
      id="results"
      caption="What they answered"
      rows={figures}
      basis={basis}
      exports={exports}
      onPhone="stack"
      empty={{ title: 'No figures', purpose: 'This survey asks for words only.' }}
      columns={[
        { name: 'question', header: 'Question', cell: ({ result }) => result.question.text },
        {
          name: 'figure',
          header: 'Of those who answered',
          isNumeric: true,
          cell: ({ words }) => words.figure,
        },
        {
          name: 'weighted',
          header: 'Weighted by spending',
          isNumeric: true,
          cell: ({ words }) => words.weighted,
        },
        { name: 'range', header: 'Range for all invited', isNumeric: true, cell: ({ words }) => words.range },
        {
          name: 'stand',
          header: 'Answered',
          isNumeric: true,
          cell: ({ result: { stand } }) =>
            `${formatNumber(stand.answered)}, ${formatShare(stand.pence, stand.penceInvited)} of the spending`,
        },
      ]}
    />
    <HowToRead />
    <Said texts={texts} />
  </>
)
