import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  formatPence,
  InsetText,
  type Query,
  Radios,
  type TableState,
  Textarea,
} from '../../../platform/views/views.ts'
import type { Bid, Evaluation, LowPriceCase } from '../model.ts'
import type { Results } from '../read-results.ts'
import { bidderName, type LotResult } from '../score-lot.ts'
import { evaluationPath } from './paths.ts'
import { EvaluationHead } from './stage-tag.tsx'

type Props = Results & {
  readonly evaluation: Evaluation
  readonly cases: readonly LowPriceCase[]
  readonly names: ReadonlyMap<string, { readonly bid: Bid; readonly name: string }>
  readonly errors: readonly FieldError[]
  readonly state: TableState
  readonly query: Query
  readonly isLead: boolean
  readonly words: string
}
type OfLot = Props & { readonly code: string; readonly result: LotResult }

const MOST_COLUMNS = 6

const pointsOn = (result: LotResult, bid: string, criterion: string): string =>
  result.bids.find((one) => one.bid === bid)?.steps.find((step) => step.criterion === criterion)
    ?.pointsShown ?? ''

const Ranking = (props: OfLot) => {
  const { evaluation, result, code, names, state, query } = props
  type Row = LotResult['ranking'][number]
  const criteria = evaluation.criteria.length <= MOST_COLUMNS ? evaluation.criteria : []
  return (
    <DataTable
      id={`ranking-${code}`}
      caption="Ranking"
      rows={result.ranking.slice((state.page - 1) * state.pageSize, state.page * state.pageSize)}
      paging={{ path: evaluationPath(evaluation.id, 'result'), query, state, total: result.ranking.length }}
      onPhone="stack"
      basis={{
        period: props.number === 0 ? 'As things stand' : `Result ${props.number}, as put up for approval`,
        coverage: `${result.rounding.rule} Ranked by ${result.rankedBy.rule}`,
      }}
      exports={(['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
        format,
        href: evaluationPath(evaluation.id, `result.${format.toLowerCase()}`),
      }))}
      columns={[
        { name: 'rank', header: 'Rank', isNumeric: true, cell: (row: Row) => row.rank },
        {
          name: 'bid',
          header: 'Bid',
          isRowHeader: true,
          cell: (row: Row) => {
            const known = names.get(`${code} ${row.bid}`)
            return (
              <>
                <a href={evaluationPath(evaluation.id, `result/${known?.bid.id ?? ''}`)}>{row.bid}</a>
                {known?.name && <span class="gt-under">{known.name}</span>}
              </>
            )
          },
        },
        ...criteria.map(({ name, weight }, at) => ({
          name: `criterion-${at}`,
          header: `${name} (of ${weight})`,
          isNumeric: true,
          cell: (row: Row) => pointsOn(result, row.bid ?? '', name),
        })),
        { name: 'total', header: 'Total', isNumeric: true, cell: (row: Row) => row.totalShown },
      ]}
      empty={{ title: 'No bid is left', purpose: 'Every bid of this lot is out of the competition.' }}
    />
  )
}

const LowStep = ({ evaluation, bidId, errors, words }: Props & { readonly bidId: string }) => (
  <Form action={evaluationPath(evaluation.id, `low-prices/${bidId}`)}>
    <Radios
      name="step"
      idPrefix={`step-${bidId}`}
      fieldset={{ legend: { text: 'What happened?' } }}
      items={[
        { value: 'ask', text: 'We told the supplier and asked for an explanation' },
        { value: 'answer', text: 'The supplier explained, or did not answer in time' },
        { value: 'keep', text: 'The explanation satisfies: the bid stays in' },
        { value: 'disregard', text: 'It does not: the bid is disregarded' },
      ]}
      errorMessage={errorOf(errors, 'step')}
    />
    <Textarea
      id={`words-${bidId}`}
      name="words"
      label="In words"
      rows={3}
      value={words}
      errorMessage={errorOf(errors, 'words')}
    />
    <Button classes="govuk-button--secondary" preventDoubleClick>
      Note it
    </Button>
  </Form>
)

const lowWords = (one: LowPriceCase | undefined): string => {
  if (!one) return 'The supplier has to be told and may explain before anything is decided.'
  if (one.decision === 'kept') return `Kept: ${one.reason}`
  if (one.decision === 'disregarded') return `Disregarded: ${one.reason}`
  return one.answer === null ? `Asked on ${formatDate(one.askedOn)}.` : `Explained: ${one.answer}`
}

const LowPrices = (props: OfLot) => {
  const { result, code, names, cases, isLead, evaluation } = props
  const { abnormallyLow } = result
  const flagged = abnormallyLow.flagged.flatMap((flag) => {
    const bid = names.get(`${code} ${flag.bid}`)?.bid
    return bid ? [{ ...flag, bidId: bid.id }] : []
  })
  return (
    <>
      <h3>Prices that stand out as low</h3>
      <p>
        The rule: {abnormallyLow.rule}. It is a flag only: it does not see cost, scope or subsidy, and cannot
        compare two bids. {abnormallyLow.next}
      </p>
      {flagged.length === 0 && <p>No price was flagged.</p>}
      {flagged.map((flag) => (
        <InsetText>
          <p>
            {flag.bid}: {formatPence(Math.round(Number(flag.price) * 100))}, {flag.percentBelow} % below{' '}
            {formatPence(Math.round(Number(flag.comparedWith) * 100))}.{' '}
            {lowWords(cases.find(({ bidId }) => bidId === flag.bidId))}
          </p>
          {isLead && evaluation.stage === 'moderation' && <LowStep {...props} bidId={flag.bidId} />}
        </InsetText>
      ))}
    </>
  )
}

const Lot = (props: OfLot) => {
  const { result, code, names } = props
  const winner = names.get(`${code} ${result.winner ?? ''}`)
  return (
    <>
      <p>
        {result.winner === null
          ? 'There is no single winner.'
          : `First: ${result.winner}${winner?.name ? `, ${winner.name}` : ''}.`}
      </p>
      <Ranking {...props} />
      {result.rejected.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {result.rejected.map((one) => (
            <li>
              {one.bid}: {one.reason}
            </li>
          ))}
        </ul>
      )}
      {result.warnings.map((warning) => (
        <p>{warning.message}</p>
      ))}
      <LowPrices {...props} />
    </>
  )
}

const Excluded = ({ bids }: Props) => {
  const out = bids.filter(({ excludedBecause }) => excludedBecause !== null)
  return out.length === 0 ? null : (
    <>
      <h2>Out of the competition</h2>
      <ul class="govuk-list govuk-list--bullet">
        {out.map((bid) => (
          <li>
            {bidderName(bid)}: {bid.excludedBecause}
          </li>
        ))}
      </ul>
    </>
  )
}

export const ShowResultView = (props: Props) => {
  const { evaluation, lots, isLead } = props
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <EvaluationHead evaluation={evaluation} title="Result" />
      {lots.length === 0 && (
        <p>
          There is no result to show yet. The lead sees how things stand while the panel agrees; others see it
          when it is up for approval.
        </p>
      )}
      {lots.map(({ lot, scored }) => (
        <section>
          <h2>{lot.name ? `Lot ${lot.code}: ${lot.name}` : `Lot ${lot.code}`}</h2>
          {scored.kind === 'scored' ? (
            <Lot {...props} code={lot.code} result={scored.result} />
          ) : (
            <ul class="govuk-list govuk-list--bullet">
              {scored.why.map((why) => (
                <li>{why}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <Excluded {...props} />
      {lots.length > 0 && (
        <p>
          <a href={evaluationPath(evaluation.id, 'robustness')}>How robust is it?</a>
        </p>
      )}
      {isLead && evaluation.stage === 'moderation' && lots.length > 0 && (
        <Form action={evaluationPath(evaluation.id, 'put-up')}>
          <Button preventDoubleClick>Put it up for approval</Button>
        </Form>
      )}
    </>
  )
}
