import type { Letter } from '../../platform/mail.ts'
import { formatDate } from '../../platform/views/views.ts'
import type { Survey } from './model/survey.ts'

/** The letter that invites or reminds a supplier; its link is theirs alone. */
export const surveyLetter = (
  siteUrl: string,
  to: string,
  from: { readonly organisation: string; readonly survey: Survey; readonly supplier: string },
  secret: string,
  isReminder: boolean,
): Letter => ({
  to,
  subject: `${isReminder ? 'Reminder: ' : ''}${from.survey.title}`,
  text: `${from.organisation} asks ${from.supplier}, as one of its largest suppliers, what you do for the area.

Open this address to answer. You need no account:
${siteUrl}/survey/${secret}

Leave out what you do not know. You can save, come back by the same address, and change your answers until ${formatDate(from.survey.closesOn)}. The link is for ${from.supplier}: pass it on only to a colleague.

${from.organisation} reads your answers; what it publishes are totals and shares of all who answer.
`,
})
