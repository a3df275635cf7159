import type { Letter } from '../../platform/mail.ts'
import { formatDate } from '../../platform/views/views.ts'
import type { Survey } from './model/survey.ts'

const MOST_NAMED = 20

/** That one answer is wanted for all companies of a group, and which they are; with a space before it, or nothing. */
export const groupSentence = (companies: readonly string[]): string => {
  if (companies.length === 0) return ''
  const more = companies.length - MOST_NAMED
  const named = companies.slice(0, MOST_NAMED).join('; ')
  return ` Please answer once for all companies of the group that are paid: ${named}${more > 0 ? `; and ${more} more` : ''}.`
}

/** The letter that invites or reminds a supplier; its link is theirs alone. */
export const surveyLetter = (
  siteUrl: string,
  to: string,
  from: {
    readonly organisation: string
    readonly survey: Survey
    readonly supplier: string
    /** Those of a group; none for one company. */
    readonly companies: readonly string[]
  },
  secret: string,
  isReminder: boolean,
): Letter => ({
  to,
  subject: `${isReminder ? 'Reminder: ' : ''}${from.survey.title}`,
  text: `${from.organisation} asks ${from.supplier}, as one of its largest suppliers, what you do for the area.${groupSentence(from.companies)}

Open this address to answer. You need no account:
${siteUrl}/survey/${secret}

Leave out what you do not know. You can save, come back by the same address, and change your answers until ${formatDate(from.survey.closesOn)}. The link is for ${from.supplier}: pass it on only to a colleague.

${from.organisation} reads your answers; what it publishes are totals and shares of all who answer.
`,
})
