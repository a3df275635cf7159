import type { Letter } from '../../platform/mail.ts'
import { CODE_HOURS } from './model/directory.ts'
import { showCode } from './rules/directory/codes.ts'

/** The letter with a code, to the address at which a supplier is known. */
export const codeLetter = (
  siteUrl: string,
  to: string,
  entry: { readonly name: string },
  code: { readonly id: string; readonly code: string },
): Letter => ({
  to,
  subject: 'Your code for the supplier directory',
  text: `Somebody asked to keep the entry of ${entry.name} in the supplier directory.

If that was you, open this address:
${siteUrl}/directory/codes/${code.id}

and enter this code:
${showCode(code.code)}

It works once, for ${CODE_HOURS} hours. Give it to nobody whom you would not let speak for ${entry.name}.

If you did not ask, you need not do anything: without the code nothing changes.
`,
})

/** The letter that says what a moderator decided. */
export const decisionLetter = (
  siteUrl: string,
  to: string,
  entry: { readonly id: string; readonly name: string },
  refusal: string | null,
): Letter => ({
  to,
  subject: refusal
    ? 'Your entry in the supplier directory is not listed yet'
    : 'Your entry is in the supplier directory',
  text: refusal
    ? `A moderator has read your entry for ${entry.name} and asks for a change before it is listed:

${refusal}

To change it, ask for a code here:
${siteUrl}/directory/entries/${entry.id}/keep
`
    : `Your entry for ${entry.name} is listed:
${siteUrl}/directory/entries/${entry.id}

To change it or take it off, ask for a code here:
${siteUrl}/directory/entries/${entry.id}/keep
`,
})
