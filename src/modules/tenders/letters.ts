import type { Letter } from '../../platform/mail.ts'
import { formatInstantExact } from '../../platform/views/formatters.ts'
import type { Tender } from './model.ts'

export type News = 'published' | 'amended' | 'extended' | 'answered' | 'cancelled'

const HOW_LONG = 'The link works for two days. If you did not ask, you need not do anything.'

/** Asks whether an address wants letters; nothing else is sent before it is used. */
export const confirmLettersLetter = (siteUrl: string, to: string, secret: string): Letter => ({
  to,
  subject: 'Do you want letters about opportunities?',
  text: `Somebody asked for letters about council contracts to this address.

If that was you, open this address to begin them:
${siteUrl}/opportunities/letters/${secret}

${HOW_LONG}
`,
})

export const confirmQuestionLetter = (
  siteUrl: string,
  to: string,
  tender: Pick<Tender, 'title'>,
  secret: string,
): Letter => ({
  to,
  subject: 'Send your question about an opportunity',
  text: `You wrote a question about "${tender.title}". It was not sent yet.

To send it, open this address:
${siteUrl}/opportunities/questions/${secret}

The answer goes to everybody at once, without your name. ${HOW_LONG}
`,
})

const SUBJECTS: Readonly<Record<News, (title: string) => string>> = {
  published: (title) => `New opportunity: ${title}`,
  amended: (title) => `Changed: ${title}`,
  extended: (title) => `More time: ${title}`,
  answered: (title) => `A question was answered: ${title}`,
  cancelled: (title) => `Cancelled: ${title}`,
}
const WHAT_HAPPENED: Readonly<Record<News, string>> = {
  published: 'A council has published an opportunity that fits what you wanted to hear of.',
  amended: 'The council has changed what it asks for. What changed, and why, is on the page.',
  extended: 'The council has given everybody more time.',
  answered: 'The council has answered a question. Everybody reads the same answer.',
  cancelled: 'The council has cancelled this competition. The reason is on the page.',
}

/** Tells whoever keeps an entry of the directory, and asked for it, of an opportunity in its category near by. */
export const fitLetter = (
  siteUrl: string,
  keeper: { readonly email: string; readonly name: string; readonly entryId: string },
  tender: Pick<Tender, 'title' | 'reference' | 'deadline'>,
): Letter => ({
  to: keeper.email,
  subject: SUBJECTS.published(tender.title),
  text: `A council has published an opportunity in a category of ${keeper.name}, near you or where you say you work.

${tender.title}
${siteUrl}/opportunities/${tender.reference}
Bids are due by ${formatInstantExact(tender.deadline)}.

All that fit your entry in the supplier directory:
${siteUrl}/opportunities/for/${keeper.entryId}

You asked for these letters in your entry. To have no more of them, change it:
${siteUrl}/directory/entries/${keeper.entryId}/keep
`,
})

/** Tells a reader what became of a tender. Nothing of the reader stands in it but the address it goes to. */
export const newsLetter = (
  siteUrl: string,
  reader: { readonly email: string; readonly leaveKey: string },
  tender: Pick<Tender, 'title' | 'reference' | 'deadline'>,
  news: News,
): Letter => ({
  to: reader.email,
  subject: SUBJECTS[news](tender.title),
  text: `${WHAT_HAPPENED[news]}

${tender.title}
${siteUrl}/opportunities/${tender.reference}
${news === 'cancelled' ? '' : `Bids are due by ${formatInstantExact(tender.deadline)}.\n`}
To have no more of these letters, open this address:
${siteUrl}/opportunities/leave/${reader.leaveKey}
`,
})
