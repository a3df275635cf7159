import { EmptyState, formatInstant, SummaryList } from '../../../platform/views/views.ts'
import type { SentLetter } from '../store/letters.ts'
import type { LetterPiece } from './mailbox.ts'

type Letter = Pick<SentLetter, 'subject' | 'recipient' | 'createdAt'> & {
  readonly pieces: readonly LetterPiece[]
}

/** What somebody was written, with its links. */
export const Pieces = ({ pieces }: Pick<Letter, 'pieces'>) => (
  <div>
    {pieces.map(({ text, href }) =>
      href ? <a href={href}>{text}</a> : text.split('\n').map((line, at) => [at > 0 && <br />, line]),
    )}
  </div>
)

const toCard = ({ subject, recipient, createdAt, pieces }: Letter) => (
  <SummaryList
    card={{ title: { text: subject, headingLevel: 2 } }}
    rows={[
      { key: 'To', value: recipient },
      { key: 'Sent', value: formatInstant(createdAt) },
      { key: 'Letter', value: { html: <Pieces pieces={pieces} /> } },
    ]}
  />
)

export const MailboxView = ({ letters }: { readonly letters: readonly Letter[] }) => (
  <>
    <h1>Mailbox</h1>
    <p>Letters do not leave a demonstration. These are the newest ones that would have been sent.</p>
    {letters.length === 0 ? (
      <EmptyState
        title="No letters yet"
        purpose="Invitations and links for a forgotten password arrive here."
        firstStep={{ text: 'Ask for a new password', href: '/forgotten-password' }}
      />
    ) : (
      letters.map(toCard)
    )}
  </>
)
