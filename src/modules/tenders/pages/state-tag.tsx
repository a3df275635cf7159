import { Tag } from '../../../platform/views/views.ts'
import { STATE_NAMES } from '../messages/words.ts'
import type { TenderState } from '../rules/deadlines.ts'

const COLOURS = {
  draft: 'grey',
  open: 'green',
  closed: 'yellow',
  opened: 'blue',
  awarded: 'purple',
  cancelled: 'red',
} as const

export const StateTag = ({ state }: { readonly state: TenderState }) => (
  <Tag classes={`govuk-tag--${COLOURS[state]}`}>{STATE_NAMES[state]}</Tag>
)
