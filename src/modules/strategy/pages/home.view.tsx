import type { PlainDate } from '../../../kernel/plain-date.ts'
import {
  Button,
  Card,
  CardGrid,
  DataTable,
  EmptyState,
  formatCount,
  formatDate,
  formatInstant,
  formatList,
  formatPeriod,
  KeyFigure,
  KeyFigures,
} from '../../../platform/views/views.ts'
import { figureWords, promiseWords } from '../messages.ts'
import type { Indicator, Status } from '../model.ts'
import type { Orphan } from '../rules/orphans.ts'
import type { Progress } from '../rules/progress.ts'
import { ProgressTag, StatusTag } from './status-tag.tsx'

export type DocumentCard = {
  readonly title: string
  readonly kind: string
  readonly href: string
  readonly status: Status
  readonly version: number
  readonly from: PlainDate
  readonly until: PlainDate
  readonly objectives: number
  readonly priorities: number
  /** A later version on its way. */
  readonly open: { readonly version: number; readonly status: Status; readonly href: string } | null
}
export type PriorityRow = {
  readonly title: string
  readonly href: string
  readonly document: string
  readonly owner: string
  readonly holder: string
  readonly places: readonly string[]
  readonly origin: string | null
  readonly indicator: Indicator
  readonly progress: Progress | null
}
type Props = {
  readonly cards: readonly DocumentCard[]
  readonly priorities: readonly PriorityRow[]
  readonly orphans: readonly Orphan[]
  readonly plan: { readonly href: string; readonly edition: number; readonly publishedAt: Date } | null
  readonly mayEdit: boolean
  readonly mayApprove: boolean
  readonly mayMeasure: boolean
  readonly day: PlainDate
}

const Figures = ({ priorities, orphans, plan, day }: Props) => {
  const measured = priorities.filter(({ progress }) => progress !== null)
  const aimed = measured.filter(({ progress }) => progress?.isMet !== null)
  const met = aimed.filter(({ progress }) => progress?.isMet)
  const period = `On ${formatDate(day)}`
  return (
    <KeyFigures>
      <KeyFigure
        label="Priorities that meet their target"
        value={`${met.length} of ${aimed.length}`}
        isMain
        basis={{
          period,
          coverage: `the newest reading of ${formatCount(measured.length, 'adopted priority', 'adopted priorities')} out of ${priorities.length}`,
          unknown: `${priorities.length - aimed.length} without a reading or a target due yet`,
        }}
      />
      <KeyFigure
        label="Loose ends of the thread"
        value={String(orphans.length)}
        href="/strategy/thread"
        basis={{
          period,
          coverage: 'priorities that nothing serves, needs unanswered, work that serves nothing',
        }}
      />
      {plan && (
        <KeyFigure
          label="Plan on a page"
          value={`Edition ${plan.edition}`}
          href={plan.href}
          basis={{
            period: `Published ${formatInstant(plan.publishedAt)}`,
            coverage: 'public, no sign-in needed',
          }}
        />
      )}
    </KeyFigures>
  )
}

const Documents = ({ cards }: Pick<Props, 'cards'>) => (
  <CardGrid>
    {cards.map((card) => (
      <Card title={card.title} href={card.href} above={<StatusTag status={card.status} />} headingLevel={3}>
        <p class="govuk-body-s">
          {card.kind}, {formatPeriod(card.from, card.until)}. Version {card.version}.
        </p>
        <p class="govuk-body-s">
          {formatCount(card.objectives, 'objective')},{' '}
          {formatCount(card.priorities, 'priority', 'priorities')}
        </p>
        {card.open && (
          <p class="govuk-body-s">
            <a href={card.open.href}>
              Version {card.open.version} is {card.open.status === 'draft' ? 'being written' : 'consulted on'}
            </a>
          </p>
        )}
      </Card>
    ))}
  </CardGrid>
)

const Title = ({ row }: { readonly row: PriorityRow }) => (
  <>
    <a href={row.href}>{row.title}</a>
    <span class="gt-under">
      {row.document}
      {row.origin && `, shared by ${row.origin}`}
    </span>
  </>
)

const Standing = ({ row }: { readonly row: PriorityRow }) => (
  <>
    <ProgressTag progress={row.progress} />
    <span class="gt-under">
      {row.progress
        ? `${figureWords(row.progress.latest.value, row.indicator.unit)} on ${formatDate(row.progress.latest.measuredOn)}`
        : 'Nothing measured yet'}
    </span>
  </>
)

const Priorities = ({ priorities, day }: Pick<Props, 'priorities' | 'day'>) => (
  <DataTable
    id="priorities"
    caption="Adopted priorities"
    rows={priorities}
    onPhone="stack"
    basis={{
      period: `On ${formatDate(day)}`,
      coverage: 'the newest reading for the whole area against the target that was due by then',
      unknown: `${priorities.filter(({ progress }) => progress === null).length} without a reading`,
    }}
    columns={[
      { name: 'title', header: 'Priority', cell: (row) => <Title row={row} /> },
      { name: 'promise', header: 'From and to', cell: (row) => promiseWords(row.indicator) },
      { name: 'standing', header: 'Where it stands', cell: (row) => <Standing row={row} /> },
      {
        name: 'owner',
        header: 'Senior owner',
        cell: (row) => (
          <>
            {row.owner}
            <span class="gt-under">{row.holder}</span>
          </>
        ),
      },
      {
        name: 'places',
        header: 'For',
        cell: (row) => (row.places.length === 0 ? 'The whole area' : formatList(row.places)),
      },
    ]}
    empty={{
      title: 'No priority is adopted yet',
      purpose:
        'A priority says what the council wants more of, who answers for it, where it stands and where it should be. It counts once its document was consulted on and adopted.',
    }}
  />
)

const NothingYet = ({ mayEdit }: { readonly mayEdit: boolean }) => (
  <EmptyState
    title="No strategy yet"
    purpose="Everything that is bought should serve something the council wants. Begin with the document that says what that is: the corporate plan, or one about growth, climate or a place."
    firstStep={mayEdit ? { text: 'Write a document', href: '/strategy/documents/new' } : undefined}
  >
    <p>
      For example: Corporate plan 2025 to 2029 → Work that pays → More jobs pay the real living wage → share
      of contracts that pay it, from 34% to 70%.
    </p>
  </EmptyState>
)

const Links = ({ mayEdit, mayApprove, mayMeasure }: Props) => (
  <ul>
    <li>
      <a href="/strategy/thread">The thread, and what hangs loose</a>
    </li>
    {mayMeasure && (
      <li>
        <a href="/strategy/readings/import">Hand in readings from a spreadsheet</a>
      </li>
    )}
    <li>
      <a href="/strategy/roles">Who answers for priorities</a>
    </li>
    {mayApprove && (
      <li>
        <a href="/strategy/plan">Publish a plan on a page</a>
      </li>
    )}
    {mayEdit && (
      <li>
        <a href="/strategy/thread/add">Put something on the thread by hand</a>
      </li>
    )}
  </ul>
)

export const HomeView = (props: Props) => (
  <>
    <h1>Strategy</h1>
    <p>What the council wants, who answers for it, and how far it is.</p>
    {props.cards.length === 0 ? (
      <NothingYet mayEdit={props.mayEdit} />
    ) : (
      <>
        <Figures {...props} />
        <h2>Documents</h2>
        <Documents cards={props.cards} />
        {props.mayEdit && (
          <Button href="/strategy/documents/new" classes="govuk-button--secondary">
            Write another document
          </Button>
        )}
        <h2>Priorities</h2>
        <Priorities priorities={props.priorities} day={props.day} />
        <h2>More</h2>
        <Links {...props} />
      </>
    )}
  </>
)
