import type { PlainDate } from '../../../kernel/plain-date.ts'
import { Button, DataTable, formatDate, InsetText, Tag } from '../../../platform/views/views.ts'
import { grouped } from '../messages/deliveries.ts'
import { NOTICE_KIND_NAMES, NOTICE_NAMES, RATING_NAMES } from '../messages/life.ts'
import type { Assessment, Indicator, LawLine, PerformanceNotice, Rating } from '../model/life.ts'
import type { Contract } from '../model.ts'
import type { IndicatorGap } from '../rules/indicator-gap.ts'
import { ContractNav } from './contract-nav.tsx'
import { LawAnswer, LawQuestions } from './law-answer.tsx'
import { contractPath } from './paths.ts'

type Row = {
  readonly indicator: Indicator
  readonly last: Assessment | null
  readonly dueOn: PlainDate | null
}
type Props = {
  readonly contract: Contract
  readonly on: PlainDate
  readonly rows: readonly Row[]
  readonly notices: readonly PerformanceNotice[]
  readonly gap: IndicatorGap
  readonly lines: readonly LawLine[]
  readonly questions: readonly string[]
  readonly noIndicatorsBecause: string
  readonly mayManage: boolean
}

const TONES: Readonly<Record<Rating, string>> = {
  good: 'green',
  approaching: 'turquoise',
  'requires-improvement': 'orange',
  inadequate: 'red',
  other: 'grey',
}
export const RatingTag = ({ rating }: { readonly rating: Rating }) => (
  <Tag classes={`govuk-tag--${TONES[rating]}`}>{RATING_NAMES[rating]}</Tag>
)

export const targetWords = ({ target, direction, unit }: Indicator): string =>
  target === null
    ? 'In words'
    : `${direction === 'at-least' ? 'At least' : 'At most'} ${grouped(target)} ${unit}`.trim()

const Gap = ({ gap, noIndicatorsBecause }: Props) => {
  if (noIndicatorsBecause !== '')
    return (
      <InsetText>
        No indicators have to be set: performance could not be judged by any, because {noIndicatorsBecause}
      </InsetText>
    )
  return gap.missing > 0 ? (
    <InsetText>
      <strong>
        The law asks for at least {gap.minimum} indicators, and {gap.set} {gap.set === 1 ? 'is' : 'are'} set.
      </strong>{' '}
      Set {gap.missing} more, or write down why performance could not be judged by indicators.
    </InsetText>
  ) : null
}

const TitleCell = ({ row: { indicator }, path }: { readonly row: Row; readonly path: string }) => (
  <>
    <a href={`${path}/indicators/${indicator.id}`}>{indicator.title}</a>
    <span class="gt-under">
      {[
        targetWords(indicator),
        indicator.isSocial ? 'social value' : '',
        indicator.isStatutory ? 'set under section 52' : '',
        indicator.closedOn ? `closed on ${formatDate(indicator.closedOn)}` : '',
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  </>
)

const Table = ({ rows, contract, on, mayManage }: Props) => (
  <DataTable
    id="indicators"
    caption="Indicators"
    rows={rows}
    onPhone="stack"
    basis={{
      period: `Up to ${formatDate(on)}`,
      coverage: 'The last assessment of each; the names of the ratings are those of the regulations',
      verifiedBy: 'Rated by whoever assessed it',
    }}
    columns={[
      {
        name: 'title',
        header: 'Indicator',
        cell: (row) => <TitleCell row={row} path={contractPath(contract.id)} />,
      },
      {
        name: 'rating',
        header: 'Last rating',
        cell: ({ last }) => (last === null ? 'Not assessed yet' : <RatingTag rating={last.rating} />),
      },
      {
        name: 'until',
        header: 'For the time until',
        cell: ({ last }) => (last === null ? '–' : formatDate(last.toOn)),
      },
      {
        name: 'due',
        header: 'Next due',
        cell: ({ dueOn }) =>
          dueOn === null ? (
            'Not any more'
          ) : (
            <>
              {formatDate(dueOn)} {dueOn < on && <Tag classes="govuk-tag--red">Overdue</Tag>}
            </>
          ),
      },
    ]}
    empty={{
      title: 'No indicator yet',
      purpose:
        'An indicator says by which figure the work is judged, and how often. Contracts above £5 million need at least three.',
      firstStep: mayManage
        ? { text: 'Set an indicator', href: `${contractPath(contract.id)}/indicators/new` }
        : undefined,
    }}
  />
)

const Notices = ({ notices, contract }: Props) =>
  notices.length > 0 ? (
    <DataTable
      id="notices"
      caption="Notices of poor performance or breach"
      rows={notices}
      onPhone="stack"
      columns={[
        {
          name: 'kind',
          header: 'Notice',
          cell: (one) => (
            <a href={`${contractPath(contract.id)}/notices/${one.id}`}>
              {NOTICE_KIND_NAMES[one.kind]}, begun {formatDate(one.recordedAt.toISOString().slice(0, 10))}
            </a>
          ),
        },
        { name: 'by', header: 'Begun by', cell: (one) => one.authorName },
        { name: 'status', header: 'How it is', cell: (one) => NOTICE_NAMES[one.status] },
      ]}
      empty={{ title: '', purpose: '' }}
    />
  ) : null

export const ListIndicatorsView = (props: Props) => {
  const path = contractPath(props.contract.id)
  return (
    <>
      <span class="govuk-caption-l">{props.contract.title}</span>
      <h1>Indicators</h1>
      <ContractNav id={props.contract.id} here="indicators" />
      <Gap {...props} />
      {props.mayManage && (
        <div class="govuk-button-group">
          <Button href={`${path}/indicators/new`}>Set an indicator</Button>
          <a class="govuk-link" href={`${path}/notices/new`}>
            Begin a notice of poor performance or breach
          </a>
        </div>
      )}
      <Table {...props} />
      <Notices {...props} />
      <h2>What the law asks</h2>
      {props.questions.length > 0 ? (
        <LawQuestions questions={props.questions} href={`${path}/legal`} />
      ) : (
        <>
          {props.lines.map((line) => (
            <LawAnswer line={line} />
          ))}
          <p>
            <a href={`${path}/legal`}>What the law is told of this contract</a>
          </p>
        </>
      )}
    </>
  )
}
