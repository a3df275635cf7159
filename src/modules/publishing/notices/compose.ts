import type { ComposedNotice } from '../model/notice.ts'
import type { NoticeFacts } from './facts.ts'
import { linesOf } from './lines.ts'
import { releaseOf } from './release.ts'

/** Stands wherever our records have no answer, so that nobody takes silence for one. */
export const TO_FILL_IN = 'to be filled in:'
const isOpen = (text: string | null): boolean => text === null || text.includes('to be filled in')

/**
 * One notice as complete plain text and as an OCDS release, from our own records only. What they do not hold is named where
 * it belongs and listed in `gaps`; what somebody `filled` in, by label, stands in the text only. Pure: the same facts and moment give the same notice.
 */
export const composeNotice = (
  facts: NoticeFacts,
  at: string,
  filled: Readonly<Record<string, string>> = {},
): ComposedNotice => {
  const { duty, buyer } = facts
  const lines = linesOf(facts).map(({ label, of, ask }) => ({ label, ask, text: of(facts) }))
  const subject = lines.find(({ label }) => label === 'Title')?.text
  const title = subject ? `${duty.title}: ${subject}` : duty.title
  const contact = buyer.contact === '' ? null : buyer.contact
  const known = [
    { label: 'Contracting authority', ask: '', text: `${buyer.name} (${buyer.orgId})` },
    { label: 'Contact', ask: 'an address of a team', text: contact },
    { label: 'Under', ask: '', text: duty.provision },
    ...lines,
  ]
  const all = known.map(({ label, ask, text }) => ({
    label,
    ask,
    text: isOpen(text) ? filled[label] || text : text,
  }))
  const gaps = all.filter(({ text }) => isOpen(text))
  const body = all.map(({ label, ask, text }) => `${label}: ${text ?? `${TO_FILL_IN} ${ask}`}`)
  return {
    title,
    text: `${title}\n\n${body.join('\n')}\n`,
    gaps: gaps.map(({ label, ask }) => ({ label, ask })),
    release: releaseOf(facts, title, at),
  }
}
