import { Tag } from '../../../platform/views/views.ts'
import { COMMITMENT_NAMES, DELIVERY_NAMES, TERM_NAMES } from '../messages.ts'
import type { DeliveryStatus, TermState } from '../model.ts'
import type { CommitmentState } from '../rules/progress.ts'

const TERM_TONES: Readonly<Record<TermState, string>> = {
  'to-come': 'blue',
  running: 'green',
  ending: 'yellow',
  ended: 'grey',
  'not-known': 'orange',
}
const COMMITMENT_TONES: Readonly<Record<CommitmentState, string>> = {
  exceeded: 'turquoise',
  kept: 'green',
  'on-track': 'green',
  behind: 'yellow',
  'at-risk': 'orange',
  'not-due': 'grey',
  missed: 'red',
  replaced: 'grey',
}
const DELIVERY_TONES: Readonly<Record<DeliveryStatus, string>> = {
  reported: 'blue',
  asked: 'yellow',
  accepted: 'green',
  partly: 'turquoise',
  rejected: 'red',
}

export const TermTag = ({ state }: { readonly state: TermState }) => (
  <Tag classes={`govuk-tag--${TERM_TONES[state]}`}>{TERM_NAMES[state]}</Tag>
)
export const CommitmentTag = ({ state }: { readonly state: CommitmentState }) => (
  <Tag classes={`govuk-tag--${COMMITMENT_TONES[state]}`}>{COMMITMENT_NAMES[state]}</Tag>
)
export const DeliveryTag = ({ status }: { readonly status: DeliveryStatus }) => (
  <Tag classes={`govuk-tag--${DELIVERY_TONES[status]}`}>{DELIVERY_NAMES[status]}</Tag>
)
