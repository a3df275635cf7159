import type { DirectoryRefusal, EntryState } from '../model/directory.ts'

const REFUSALS: Readonly<Record<DirectoryRefusal, string>> = {
  'code-wrong': 'This is not the code. Check it against the letter; after five tries a new code is needed',
  'code-used-up': 'This code no longer works. Ask for a new one',
  'key-unknown': 'This address works for two hours after a code was entered. Ask for a new code',
  'not-waiting': 'This entry no longer waits for a decision.',
  'changed-meanwhile': 'The supplier changed this entry while you read it. Read it again, then decide.',
  'reason-needed': 'Enter the reason, so that the supplier can put it right',
  'already-kept': 'Somebody keeps an entry with this number already. Refuse this claim, or ask them first.',
  'claim-decided': 'Somebody has decided on this claim already.',
}
export const directoryRefusal = (refusal: DirectoryRefusal): string => REFUSALS[refusal]

type State = { readonly text: string; readonly classes: string }
const STATES: Readonly<Record<EntryState, State>> = {
  draft: { text: 'Draft', classes: 'govuk-tag--grey' },
  waiting: { text: 'Waiting', classes: 'govuk-tag--yellow' },
  listed: { text: 'Listed', classes: 'govuk-tag--green' },
  refused: { text: 'Refused', classes: 'govuk-tag--red' },
}
export const stateTag = (state: EntryState): State => STATES[state]

export const DIRECTORY_KIND_TEXT = {
  business: 'Business',
  vcse: 'Voluntary, community or social enterprise',
} as const
