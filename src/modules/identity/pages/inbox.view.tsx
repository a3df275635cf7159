import { TablePages } from '../../../platform/views/table-pages.tsx'
import {
  Button,
  EmptyState,
  Form,
  formatInstant,
  SummaryList,
  type TablePaging,
  Tag,
} from '../../../platform/views/views.ts'
import type { Note } from '../model/notes.ts'
import type { LetterPiece } from './mailbox.ts'
import { Pieces } from './mailbox.view.tsx'

type Shown = Note & { readonly paragraphs: readonly (readonly LetterPiece[])[] }
type Props = {
  readonly notes: readonly Shown[]
  readonly unread: number
  readonly paging: TablePaging
}

const MarkRead = ({ note }: { readonly note: Note }) => (
  <Form action={`/inbox/${note.id}/read`}>
    <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
      Mark as read<span class="govuk-visually-hidden">: {note.subject}</span>
    </Button>
  </Form>
)

const NoteCard = ({ note }: { readonly note: Shown }) => (
  <SummaryList
    card={{ title: { text: note.subject, headingLevel: 2 } }}
    rows={[
      {
        key: 'Came',
        value: {
          html: (
            <>
              {formatInstant(note.createdAt)}
              {note.authorityName && `, from ${note.authorityName}`}{' '}
              {note.readAt === null && <Tag>Unread</Tag>}
            </>
          ),
        },
      },
      {
        key: 'Note',
        value: {
          html: (
            <>
              {note.paragraphs.map((pieces) => (
                <div class="govuk-!-margin-bottom-3">
                  <Pieces pieces={pieces} />
                </div>
              ))}
              <p>
                <a href={note.href}>
                  Look at it<span class="govuk-visually-hidden">: {note.subject}</span>
                </a>
              </p>
            </>
          ),
        },
      },
      ...(note.readAt === null ? [{ key: 'Done', value: { html: <MarkRead note={note} /> } }] : []),
    ]}
  />
)

export const InboxView = ({ notes, unread, paging }: Props) => (
  <>
    <h1>Inbox</h1>
    <p>
      {unread === 0 ? 'You have read everything.' : `${unread} unread.`} What you are told stays here.{' '}
      <a href="/inbox/settings">Choose how often you get letters, and subscribe to your dates</a>.
    </p>
    {unread > 1 && (
      <Form action="/inbox/read">
        <Button classes="govuk-button--secondary">Mark all as read</Button>
      </Form>
    )}
    {notes.length === 0 ? (
      <EmptyState
        title="No notes here"
        purpose="Reminders of contracts, of tests that come due and of decisions on bids arrive here."
        firstStep={{ text: 'Choose how often you get letters', href: '/inbox/settings' }}
      />
    ) : (
      <>
        {notes.map((note) => (
          <NoteCard note={note} />
        ))}
        <TablePages paging={paging} caption="notes" />
      </>
    )}
  </>
)
