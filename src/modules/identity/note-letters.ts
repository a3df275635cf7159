import type { Letter } from '../../platform/mail.ts'
import { formatInstant } from '../../platform/views/formatters.ts'
import type { NewNote, Note } from './model/notes.ts'

type Written = Pick<NewNote, 'subject' | 'lines' | 'href'>

const body = (siteUrl: string, { lines, href }: Pick<Written, 'lines' | 'href'>): string =>
  `${lines.join('\n\n')}\n\n${siteUrl}${href}\n`

/** A note as a letter of its own. Who has an account is told where to choose how often. */
export const noteLetter = (siteUrl: string, to: string, note: Written, hasInbox: boolean): Letter => ({
  to,
  subject: note.subject,
  text: `${body(siteUrl, note)}${hasInbox ? `\nThis note is in your inbox, too. Choose how often you get letters: ${siteUrl}/inbox/settings\n` : ''}`,
})

/** Several notes in one letter, the oldest first. */
export const digestLetter = (siteUrl: string, to: string, notes: readonly Note[]): Letter => ({
  to,
  subject:
    notes.length === 1 ? 'One unread note on Goldthread' : `${notes.length} unread notes on Goldthread`,
  text: `${notes
    .map((note) => `${note.subject}\n${formatInstant(note.createdAt)}\n\n${body(siteUrl, note)}`)
    .join('\n----------\n\n')}
All your notes: ${siteUrl}/inbox
Choose how often you get letters: ${siteUrl}/inbox/settings
`,
})
