import { Tag } from '../../../platform/views/views.ts'
import { STAGE_NAMES } from '../messages/purchase-words.ts'
import type { Stage } from '../model/purchase.ts'

const COLOURS: Readonly<Record<Stage, string>> = {
  idea: 'grey',
  planning: 'blue',
  engagement: 'blue',
  ask: 'blue',
  ready: 'green',
  published: 'purple',
  assessing: 'purple',
  awarded: 'green',
  'in-contract': 'green',
  ended: 'grey',
  stopped: 'red',
}

export const StageTag = ({ stage }: { readonly stage: Stage }) => (
  <Tag classes={`govuk-tag--${COLOURS[stage]}`}>{STAGE_NAMES[stage]}</Tag>
)
