import { Button, DataTable, EmptyState, Form, formatDate, Tag } from '../../../platform/views/views.ts'
import type { Question } from '../law/answer.ts'
import { CONFIDENCE_NAMES, MEANS_WORDS } from '../messages/law-words.ts'
import type { Purchase } from '../model/purchase.ts'
import type { TimetableEntry } from '../model/timetable.ts'
import { CALENDAR_PATH, purchasePath } from '../paths.ts'
import { QuestionList } from './question-list.tsx'
import { TimetableChart } from './timetable-chart.tsx'

type Props = {
  readonly purchase: Purchase
  readonly entries: readonly TimetableEntry[]
  readonly questions: readonly Question[]
}

const When = ({ entry }: { readonly entry: TimetableEntry }) => (
  <>
    {MEANS_WORDS[entry.means]} {formatDate(entry.date)}
    {entry.isWorkingDay === false && <span class="govuk-hint"> (not a working day)</span>}
  </>
)

const Kept = ({ entry }: { readonly entry: TimetableEntry }) => {
  if (entry.means === 'plan') return <>Planned</>
  if (entry.isMet === null) return <Tag classes="govuk-tag--grey">Nothing planned</Tag>
  return entry.isMet ? <Tag classes="govuk-tag--green">Kept</Tag> : <Tag classes="govuk-tag--red">Broken</Tag>
}

const Entries = ({ entries }: Pick<Props, 'entries'>) => (
  <DataTable
    id="days"
    caption="Every day, and why"
    rows={entries}
    onPhone="stack"
    empty={{ title: 'No days yet', purpose: '' }}
    columns={[
      { name: 'what', header: 'What', cell: ({ what }) => what },
      { name: 'when', header: 'When', cell: (entry) => <When entry={entry} /> },
      { name: 'kept', header: 'Plan', cell: (entry) => <Kept entry={entry} /> },
      {
        name: 'why',
        header: 'Why',
        cell: ({ provision, confidence }) =>
          provision === null
            ? 'Our own plan'
            : `${provision} (${CONFIDENCE_NAMES[confidence ?? 'unsure'].toLowerCase()})`,
      },
    ]}
  />
)

export const PurchaseTimetableView = ({ purchase, entries, questions }: Props) => (
  <>
    <h1>Timetable</h1>
    <p class="govuk-body-l">{purchase.title}</p>
    <QuestionList purchase={purchase} questions={questions} />
    {entries.length === 0 ? (
      <EmptyState
        title="No days yet"
        purpose="Give the purchase its planned days; the law’s limits follow from them."
        firstStep={{ text: 'Give the days', href: purchasePath(purchase.id, 'edit') }}
      />
    ) : (
      <>
        <TimetableChart purchase={purchase} entries={entries} />
        <Entries entries={entries} />
        <h2>In your own calendar</h2>
        <p>
          Make a secret address that your calendar reads. Whoever has it sees these days, so keep it to
          yourself.
        </p>
        <Form action={CALENDAR_PATH}>
          <input type="hidden" name="purchaseId" value={purchase.id} />
          <Button classes="govuk-button--secondary">Make a calendar address</Button>
        </Form>
      </>
    )}
  </>
)
