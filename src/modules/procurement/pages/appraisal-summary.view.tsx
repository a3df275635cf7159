import { DataTable, formatDate } from '../../../platform/views/views.ts'
import { CONFIDENCE_WORDS } from '../messages/appraisal-words.ts'
import type { DeliveryOption } from '../model/appraisal.ts'
import type { TurningWeight } from '../rules/appraisal/turning-weights.ts'
import type { AppraisalSummary } from '../store/appraisals.ts'
import { appraisalBasis, type OptionRow, OptionsTable } from './options-table.tsx'
import { Sensitivity } from './show-appraisal.view.tsx'

type Props = {
  readonly summary: AppraisalSummary
  readonly ranked: readonly OptionRow[]
  readonly turning: readonly (TurningWeight & { readonly shown: string; readonly changeShown: string })[]
  readonly cheapest: DeliveryOption | null
  readonly chosen: string
}

const Scores = ({
  summary,
  option,
}: {
  readonly summary: AppraisalSummary
  readonly option: DeliveryOption
}) => (
  <DataTable
    id={`scores-${option.id}`}
    caption={`Scores: ${option.name}`}
    rows={summary.content.criteria}
    onPhone="stack"
    columns={[
      { name: 'criterion', header: 'Criterion', cell: ({ name, weight }) => `${name} (weight ${weight})` },
      {
        name: 'score',
        header: 'Score of 5',
        isNumeric: true,
        cell: ({ code }) => option.scores.find(({ criterion }) => criterion === code)?.score ?? '–',
      },
      {
        name: 'evidence',
        header: 'Evidence',
        cell: ({ code }) => {
          const score = option.scores.find(({ criterion }) => criterion === code)
          return score ? (
            <>
              {score.evidence}
              <span class="gt-under">{CONFIDENCE_WORDS[score.confidence]}</span>
            </>
          ) : (
            '–'
          )
        },
      },
    ]}
    empty={{ title: 'No criteria', purpose: 'Nothing was compared.' }}
  />
)

export const AppraisalSummaryView = ({ summary, ranked, turning, cheapest, chosen }: Props) => (
  <>
    <span class="govuk-caption-l">{summary.authorityName}</span>
    <h1>How it is delivered: {summary.title}</h1>
    <p>
      Published {formatDate(summary.publishedOn)}, edition {summary.edition}.
    </p>
    <p>{summary.content.need}</p>
    <h2>What was chosen, and why</h2>
    <p>
      <strong>{chosen}.</strong> {summary.content.chosenBecause}
    </p>
    <OptionsTable
      rows={ranked}
      chosenId={summary.content.chosenId}
      basis={appraisalBasis(summary.content.criteria.length)}
    />
    <Sensitivity turning={turning} ranked={ranked} cheapest={cheapest} />
    {summary.content.publicInterest && (
      <section>
        <h2>Public interest test</h2>
        <p>Good practice, not a rule of law.</p>
        {summary.content.publicInterest.answers.map(({ question, answer }) => (
          <>
            <h3>{question}</h3>
            <p>{answer}</p>
          </>
        ))}
      </section>
    )}
    {ranked.map(({ option }) => (
      <Scores summary={summary} option={option} />
    ))}
  </>
)
