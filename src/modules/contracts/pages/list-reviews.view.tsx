import type { PlainDate } from '../../../kernel/plain-date.ts'
import { DataTable, formatDate, type TablePaging, Tag } from '../../../platform/views/views.ts'
import type { CalendarEntry } from '../read-calendar.ts'
import { CALENDAR_WORDS } from '../write-calendar.ts'
import { contractPath } from './paths.ts'

type Props = { readonly rows: readonly CalendarEntry[]; readonly on: PlainDate; readonly paging: TablePaging }

export const ListReviewsView = ({ rows, on, paging }: Props) => (
  <>
    <h1>Reviews and what is due</h1>
    <p>
      Everything planned on contracts, the next first.{' '}
      <a href="/contracts/reviews.ics">Take the days into a calendar</a> (iCalendar).
    </p>
    <DataTable
      id="calendar"
      caption="What is due"
      rows={rows}
      paging={paging}
      onPhone="stack"
      basis={{
        period: `On ${formatDate(on)}`,
        coverage: 'Reviews not held, assessments by the days agreed, actions not done, last days to come',
      }}
      columns={[
        {
          name: 'what',
          header: 'What',
          cell: (one) => (
            <>
              <a href={`${contractPath(one.contract.id)}${one.path}`}>{one.what}</a>
              <span class="gt-under">{CALENDAR_WORDS[one.kind]}</span>
            </>
          ),
        },
        {
          name: 'contract',
          header: 'Contract',
          cell: (one) => (
            <>
              {one.contract.title}
              <span class="gt-under">{one.contract.reference}</span>
            </>
          ),
        },
        {
          name: 'on',
          header: 'On',
          cell: (one) => (
            <>
              {formatDate(one.on)} {one.on < on && <Tag classes="govuk-tag--red">Overdue</Tag>}
            </>
          ),
        },
      ]}
      empty={{
        title: 'Nothing is planned',
        purpose: 'Reviews, indicators and actions of contracts put their days here.',
      }}
    />
  </>
)
