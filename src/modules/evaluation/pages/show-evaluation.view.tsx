import type { PlainDate } from '../../../kernel/plain-date.ts'
import {
  Button,
  DataTable,
  Form,
  formatDate,
  formatInstant,
  formatList,
  formatPence,
  formatPounds,
  InsetText,
  SummaryList,
  type TablePaging,
} from '../../../platform/views/views.ts'
import type { Award, Bid, Evaluation, Panellist } from '../model.ts'
import { evaluationPath } from './paths.ts'
import { EvaluationHead } from './stage-tag.tsx'

type Props = {
  readonly evaluation: Evaluation
  readonly panel: readonly Panellist[]
  readonly given: ReadonlyMap<string, number>
  readonly interests: ReadonlyMap<string, number>
  readonly own: {
    readonly isOnPanel: boolean
    readonly hasDeclared: boolean
    readonly hasHandedIn: boolean
    readonly toScore: number
    readonly left: number
  }
  readonly bids: readonly (Bid & {
    readonly bidder: string | null
    readonly open: number | null
    readonly failed: number
  })[]
  readonly awards: readonly Award[]
  readonly bidCount: number
  readonly paging: TablePaging
  readonly areIn: boolean
  readonly isLead: boolean
  readonly mayApprove: boolean
  readonly today: PlainDate
}

const Link = ({ evaluation, to, text }: { evaluation: Evaluation; to: string; text: string }) => (
  <a href={evaluationPath(evaluation.id, to)}>{text}</a>
)

const missingNames = ({ panel }: Props): string =>
  formatList(
    panel
      .filter(({ removedAt, handedInAt }) => removedAt === null && handedInAt === null)
      .map(({ name }) => name),
  )

const Preparing = (props: Props) => (
  <>
    <p>
      <Link {...props} to="panel" text="Name the panel" />, check each bid below, then begin.
    </p>
    <Form action={evaluationPath(props.evaluation.id, 'begin')}>
      <Button preventDoubleClick>Begin scoring</Button>
    </Form>
  </>
)

/** What the person who looks can do next; one thing at a time. */
const NextStep = (props: Props) => {
  const { evaluation, own, isLead, areIn, mayApprove } = props
  const { stage } = evaluation
  const isInside = isLead || own.isOnPanel
  if (isInside && !own.hasDeclared && ['preparing', 'scoring', 'moderation'].includes(stage))
    return (
      <p>
        <Link {...props} to="interests" text="Declare your interests" /> before you read anything.
      </p>
    )
  if (stage === 'preparing' && isLead) return <Preparing {...props} />
  if (stage === 'scoring' && own.isOnPanel && !own.hasHandedIn)
    return (
      <p>
        <Link {...props} to="desk" text="Go to your desk" />: {own.left} of {own.toScore} answers are left to
        score.
      </p>
    )
  if (stage === 'scoring' && isLead && areIn)
    return (
      <Form action={evaluationPath(evaluation.id, 'moderate')}>
        <Button preventDoubleClick>Begin moderation</Button>
      </Form>
    )
  if (stage === 'scoring' && isLead) return <p>Waiting for {missingNames(props)}.</p>
  if (stage === 'moderation' && isInside)
    return (
      <p>
        <Link {...props} to="moderation" text="Agree on scores" />
        {isLead && (
          <>
            , then look at the <Link {...props} to="result" text="result" />
          </>
        )}
        .
      </p>
    )
  if (stage === 'approval')
    return (
      <p>
        <Link {...props} to="result" text="The result" /> waits for{' '}
        <Link {...props} to="approval" text={mayApprove ? 'your approval' : 'approval'} />. The{' '}
        <Link {...props} to="robustness" text="tests of robustness" /> have to be looked at first.
      </p>
    )
  if (stage === 'standstill' || stage === 'awarded')
    return (
      <p>
        <Link {...props} to="summaries" text="What bidders were told" /> ·{' '}
        <Link {...props} to="result" text="The result" /> · <Link {...props} to="award" text="The award" />
      </p>
    )
  return <p>The panel is at work. Scores and bids are not shown to anybody else until it is decided.</p>
}

const Facts = ({ evaluation, bidCount }: Props) => (
  <SummaryList
    rows={[
      { key: 'Lead', value: evaluation.leadName },
      { key: 'Value', value: `${formatPounds(evaluation.valuePence)}, without VAT, as published` },
      { key: 'Bids', value: String(bidCount) },
      {
        key: 'Criteria',
        value: evaluation.criteria.map(({ name, weight }) => `${name} ${weight}`).join(', '),
      },
      { key: 'Fingerprint of the criteria', value: <code class="gt-code">{evaluation.fingerprint}</code> },
    ]}
  />
)

const progressWords = (one: Panellist, given: number): string => {
  if (one.removedAt !== null) return `Taken off the panel: ${one.removedBecause ?? ''}`
  if (one.handedInAt !== null) return `Handed in ${formatInstant(one.handedInAt)}`
  return given === 0 ? 'Has not begun' : `${given} scores so far`
}

const interestWords = (count: number | undefined): string =>
  count === undefined ? 'Not yet' : count === 0 ? 'No interest' : `An interest in ${count} of the bidders`

const PanelTable = ({ evaluation, panel, given, interests, isLead }: Props) => (
  <>
    <DataTable
      id="panel"
      caption="Panel"
      rows={panel}
      onPhone="stack"
      columns={[
        { name: 'name', header: 'Evaluator', cell: (one) => one.name },
        { name: 'criteria', header: 'Criteria', cell: (one) => one.criteria.join(', ') },
        { name: 'declared', header: 'Declared', cell: (one) => interestWords(interests.get(one.personId)) },
        {
          name: 'progress',
          header: 'Scores',
          cell: (one) => progressWords(one, given.get(one.personId) ?? 0),
        },
      ]}
      empty={{ title: 'Nobody is on the panel yet', purpose: 'Evaluators score answers, each on their own.' }}
    />
    {isLead && (evaluation.stage === 'preparing' || evaluation.stage === 'scoring') && (
      <p>
        <a href={evaluationPath(evaluation.id, 'panel')}>Change the panel</a>
      </p>
    )}
  </>
)

const stateWords = (bid: Props['bids'][number]): string => {
  if (bid.excludedBecause !== null) return `Out: ${bid.excludedBecause}`
  if (bid.open === null) return 'In'
  if (bid.failed > 0) return `${bid.failed} failed`
  return bid.open === 0 ? 'In; nothing open' : `${bid.open} to check`
}

const Bids = ({ evaluation, bids, isLead, own, paging }: Props) => (
  <DataTable
    id="bids"
    caption="Bids"
    rows={bids}
    paging={paging}
    onPhone="stack"
    basis={{
      period: 'As opened',
      coverage: 'Every bid under a letter; names are shown to the lead, and to others once all scores are in',
    }}
    columns={[
      {
        name: 'letter',
        header: 'Bid',
        cell: (bid) => {
          const text = `Bidder ${bid.letter}${evaluation.lots.length > 1 ? `, lot ${bid.lot}` : ''}`
          return isLead && own.hasDeclared ? (
            <a href={evaluationPath(evaluation.id, `bids/${bid.id}`)}>{text}</a>
          ) : (
            text
          )
        },
      },
      { name: 'bidder', header: 'Who', cell: (bid) => bid.bidder ?? 'Not shown yet' },
      { name: 'state', header: 'State', cell: stateWords },
    ]}
    empty={{ title: 'No bids', purpose: 'Bids are taken over when they are opened.' }}
  />
)

const Awarded = ({ evaluation, awards, today }: Props) => (
  <InsetText>
    {awards.map((award) => (
      <p>
        {award.lotName || `Lot ${award.lot}`}: {award.supplierName}
        {award.pricePence !== null && `, ${formatPence(award.pricePence)} without VAT`}
      </p>
    ))}
    {evaluation.contractFrom && (
      <p>
        The notice is of {formatDate(evaluation.noticeOn ?? today)}. The contract may be entered into from{' '}
        {formatDate(evaluation.contractFrom)}. {evaluation.standstillWords}
      </p>
    )}
  </InsetText>
)

export const ShowEvaluationView = (props: Props) => {
  const { evaluation, awards, isLead } = props
  return (
    <>
      <EvaluationHead evaluation={evaluation} title="Evaluation" />
      {evaluation.endedBecause && <InsetText>{evaluation.endedBecause}</InsetText>}
      {awards.length > 0 && <Awarded {...props} />}
      {evaluation.stage !== 'cancelled' && <NextStep {...props} />}
      <Facts {...props} />
      <PanelTable {...props} />
      <Bids {...props} />
      {(isLead || ['standstill', 'awarded'].includes(evaluation.stage)) && (
        <p>
          {isLead && !['awarded', 'cancelled'].includes(evaluation.stage) && (
            <>
              <a href={evaluationPath(evaluation.id, 'cancel')}>Cancel the purchase</a> ·{' '}
            </>
          )}
          <a href={evaluationPath(evaluation.id, 'pack.zip')}>Evidence pack for audit (ZIP)</a>
        </p>
      )}
    </>
  )
}
