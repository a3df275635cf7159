import { DataTable, formatDate, InsetText } from '../../../platform/views/views.ts'
import type { AssessmentSummary, Evaluation, SummaryLine } from '../model.ts'
import type { SentSummary } from '../store/decisions.ts'
import { evaluationPath } from './paths.ts'
import { EvaluationHead } from './stage-tag.tsx'

const rankWords = ({ rank, of, isWinner, disregardedBecause }: AssessmentSummary): string => {
  if (disregardedBecause !== null) return 'Not compared'
  return isWinner ? `First of ${of}` : `${rank} of ${of}`
}

type ListProps = { readonly evaluation: Evaluation; readonly summaries: readonly SentSummary[] }

export const ListSummariesView = ({ evaluation, summaries }: ListProps) => (
  <>
    <EvaluationHead evaluation={evaluation} title="What bidders were told" />
    <DataTable
      id="summaries"
      caption="Assessment summaries"
      rows={summaries}
      onPhone="stack"
      columns={[
        {
          name: 'bidder',
          header: 'Bidder',
          cell: ({ bidId, content }) => (
            <a href={evaluationPath(evaluation.id, `summaries/${bidId}`)}>{content.bidder}</a>
          ),
        },
        { name: 'lot', header: 'Lot', cell: ({ lot }) => lot },
        { name: 'rank', header: 'Rank', cell: ({ content }) => rankWords(content) },
        { name: 'sent', header: 'Sent', cell: ({ sentOn }) => formatDate(sentOn) },
      ]}
      empty={{
        title: 'Nobody was told yet',
        purpose:
          'When the award is announced, each bidder gets its assessment, criterion by criterion, against the winner.',
      }}
    />
  </>
)

export const ListOutcomesView = ({ summaries }: { readonly summaries: readonly SentSummary[] }) => (
  <>
    <h1>Results of your bids</h1>
    <DataTable
      id="outcomes"
      caption="Assessment summaries"
      rows={summaries}
      onPhone="stack"
      columns={[
        {
          name: 'tender',
          header: 'Tender',
          cell: ({ bidId, content }) => <a href={`/outcomes/${bidId}`}>{content.title}</a>,
        },
        { name: 'lot', header: 'Lot', cell: ({ lot }) => lot },
        { name: 'rank', header: 'Result', cell: ({ content }) => rankWords(content) },
        { name: 'sent', header: 'Told on', cell: ({ sentOn }) => formatDate(sentOn) },
      ]}
      empty={{
        title: 'No results yet',
        purpose:
          'When an authority has decided, you read here how your bid was assessed and why, beside the winner’s.',
      }}
    />
  </>
)

const Lines = ({ content }: { readonly content: AssessmentSummary }) => {
  const theirs = content.lines.some(({ winnerPoints }) => winnerPoints !== null)
  return (
    <DataTable
      id="lines"
      caption="Criterion by criterion"
      rows={content.lines}
      onPhone="stack"
      columns={[
        {
          name: 'criterion',
          header: 'Criterion',
          cell: (line: SummaryLine) => `${line.criterion} (${line.weight})`,
        },
        {
          name: 'own',
          header: 'Your bid',
          cell: (line) => (
            <>
              {line.value}, {line.points} points
              <span class="gt-under">{line.reason}</span>
            </>
          ),
        },
        ...(theirs
          ? [
              {
                name: 'winner',
                header: 'The winning bid',
                cell: (line: SummaryLine) => (
                  <>
                    {line.winnerValue}, {line.winnerPoints} points
                    <span class="gt-under">{line.winnerReason}</span>
                  </>
                ),
              },
            ]
          : []),
      ]}
      empty={{ title: 'It was not scored', purpose: 'The reason stands above.' }}
    />
  )
}

/** One summary, as it is printed, sent and read by the supplier. */
export const SummaryView = ({ summary }: { readonly summary: SentSummary }) => {
  const { content, sentOn } = summary
  return (
    <>
      <span class="govuk-caption-l">
        {content.title} ({content.reference}), {content.lot}
      </span>
      <h1>Assessment summary: {content.bidder}</h1>
      <InsetText>
        {content.disregardedBecause !== null
          ? `This bid was not compared with others: ${content.disregardedBecause}`
          : `${rankWords(content)}, with ${content.total} points of 100.`}
        {!content.isWinner && ` First was ${content.winner}, with ${content.winnerTotal} points.`}
      </InsetText>
      <Lines content={content} />
      <p class="gt-under">
        Told on {formatDate(sentOn)}. Procurement Act 2023 section 50: an assessment summary says how your bid
        was assessed by the award criteria, and how the most advantageous one was.
      </p>
    </>
  )
}
