import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import type { MailTables } from '../../../platform/mail.ts'
import { inReading } from '../../../platform/reading.ts'
import { listLetters, type SentLetter } from '../store/letters.ts'
import { MailboxView } from './mailbox.view.tsx'

const LETTERS = 50

/** A piece of a letter: text, or an address of this site that can be followed. */
export type LetterPiece = { readonly text: string; readonly href?: string }

/** Cuts a letter at the addresses of this site. Any other address stays text: a letter is no place to leave from. */
export const cutLetter = (text: string, siteUrl: string): LetterPiece[] =>
  text.split(/(https?:\/\/\S+)/).flatMap((piece): LetterPiece[] => {
    if (piece === '') return []
    return piece.startsWith(`${siteUrl}/`)
      ? [{ text: piece, href: piece.slice(siteUrl.length) }]
      : [{ text: piece }]
  })

/** Every letter of everybody: nothing in a demonstration is real, and without this no invitation could be tried. */
export const get = async ({ ctx }: PageRequest): Promise<Answer> => {
  if (!ctx.mailer.isDemonstration) throw new NotFound()
  const letters = await inReading<MailTables, SentLetter[]>(ctx, (db) => listLetters(db, LETTERS))
  const cut = letters.map((letter) => ({ ...letter, pieces: cutLetter(letter.text, ctx.siteUrl) }))
  return page('Mailbox', h(MailboxView, { letters: cut }))
}
