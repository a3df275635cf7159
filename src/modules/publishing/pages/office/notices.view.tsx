import type { PlainDate } from '../../../../kernel/plain-date.ts'
import {
  Button,
  type DataColumn,
  DataTable,
  Form,
  formatCount,
  formatInstant,
  InsetText,
  type TablePaging,
  Tag,
} from '../../../../platform/views/views.ts'
import { NOTICE_STATES, type Notice } from '../../model/notice.ts'
import { dueWords, NEED_WORDS, NOT_SURE_OF_FIELDS, STATE_WORDS } from '../../notice-words.ts'

type Props = {
  readonly rows: readonly Notice[]
  readonly paging: TablePaging
  readonly state: string
  readonly isOpen: boolean
  readonly on: PlainDate
  readonly overdue: number
  readonly lookedAt: Date | null
  readonly mayManage: boolean
}

const COLOURS = { due: 'yellow', prepared: 'blue', sent: 'green', failed: 'red' } as const

export const NoticeStateTag = ({ notice, on }: { notice: Notice; on: PlainDate }) => {
  const isLate = notice.state !== 'sent' && notice.dueOn !== null && notice.dueOn < on
  return (
    <>
      <Tag classes={`govuk-tag--${COLOURS[notice.state]}`}>{STATE_WORDS[notice.state]}</Tag>
      {isLate && (
        <>
          {' '}
          <Tag classes="govuk-tag--red">{notice.dueMeans === 'planned' ? 'After its plan' : 'Overdue'}</Tag>
        </>
      )}
    </>
  )
}

export const subjectHref = ({ subject: { kind, id } }: Notice): string | null => {
  if (kind === 'authority') return null
  return kind === 'purchase' ? `/procurement/purchases/${id}` : `/contracts/${id}`
}

const columnsOn = (on: PlainDate): readonly DataColumn<Notice>[] => [
  {
    name: 'notice',
    header: 'Notice',
    cell: (notice) => (
      <>
        <a href={`/publishing/notices/${notice.id}`}>{notice.title}</a>
        <span class="gt-under">{notice.subject.title}</span>
      </>
    ),
  },
  { name: 'due', header: 'Due', cell: dueWords },
  { name: 'state', header: 'State', cell: (notice) => <NoticeStateTag notice={notice} on={on} /> },
  { name: 'need', header: 'By law', cell: ({ need }) => NEED_WORDS[need] },
  {
    name: 'law',
    header: 'Section and confidence',
    cell: ({ provision, confidence }) => (
      <>
        {provision}
        <span class="gt-under">{confidence}</span>
      </>
    ),
  },
]

const Filter = ({ state }: { state: string }) => (
  <nav aria-label="Notices by state">
    <ul class="govuk-list">
      {['', ...NOTICE_STATES].map((each) => {
        const text = NOTICE_STATES.find((known) => known === each)
        const href = each === '' ? '/publishing/notices' : `/publishing/notices?state=${each}`
        return (
          <li key={each}>
            {each === state ? (
              <strong>{text ? STATE_WORDS[text] : 'All notices'}</strong>
            ) : (
              <a href={href}>{text ? STATE_WORDS[text] : 'All notices'}</a>
            )}
          </li>
        )
      })}
    </ul>
  </nav>
)

export const NoticesView = (props: Props) => (
  <>
    <h1>Notices</h1>
    <p>
      What the Procurement Act 2023 asks to be published of purchases and contracts, by when. This is guidance
      for officers, not legal advice. A tender notice has no last lawful day: it stands at the day planned for
      it.
    </p>
    {!props.isOpen && (
      <InsetText>
        <a href="/publishing">Open the publication first</a>: a notice is written under your ocid prefix.
      </InsetText>
    )}
    {props.overdue > 0 && (
      <InsetText>{`${formatCount(props.overdue, 'needed notice')} not marked as sent, and past the due date.`}</InsetText>
    )}
    <Filter state={props.state} />
    <DataTable
      id="notices"
      caption="By due date"
      rows={props.rows}
      columns={columnsOn(props.on)}
      paging={props.paging}
      onPhone="stack"
      exports={(['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
        format,
        href: `/publishing/notices.${format.toLowerCase()}${props.state === '' ? '' : `?state=${props.state}`}`,
      }))}
      basis={{
        period: props.lookedAt
          ? `As the law was asked on ${formatInstant(props.lookedAt)}`
          : 'Not looked for yet',
        coverage:
          'Purchases beyond the first idea and contracts whose legal facts are known; where a fact is missing the law is not asked',
      }}
      empty={{
        title: 'No notices here',
        purpose:
          'Answer what the law asks of a purchase, or give a contract its legal facts; then its notices come up here with their dates.',
      }}
    />
    {props.mayManage && (
      <Form>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Look again now
        </Button>
      </Form>
    )}
    <p>{NOT_SURE_OF_FIELDS}</p>
  </>
)
