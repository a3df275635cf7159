import { Tag } from '../../../platform/views/views.ts'
import { CHECK_NAMES, STAGE_NAMES } from '../messages.ts'
import type { Stage } from '../model.ts'
import type { CheckState } from '../rules/checks.ts'

const STAGE_TONES: Readonly<Record<Stage, string>> = {
  preparing: 'grey',
  scoring: 'blue',
  moderation: 'yellow',
  approval: 'orange',
  standstill: 'turquoise',
  awarded: 'green',
  cancelled: 'red',
}
const CHECK_TONES: Readonly<Record<CheckState, string>> = {
  fine: 'green',
  met: 'green',
  missing: 'orange',
  'to-check': 'blue',
  failed: 'red',
  asked: 'yellow',
  answered: 'yellow',
}

export const StageTag = ({ stage }: { readonly stage: Stage }) => (
  <Tag classes={`govuk-tag--${STAGE_TONES[stage]}`}>{STAGE_NAMES[stage]}</Tag>
)
export const CheckTag = ({ state }: { readonly state: CheckState }) => (
  <Tag classes={`govuk-tag--${CHECK_TONES[state]}`}>{CHECK_NAMES[state]}</Tag>
)

type HeadProps = {
  readonly evaluation: { readonly reference: string; readonly title: string; readonly stage: Stage }
  readonly title: string
}
/** The head of every page of an evaluation: which tender, which page, how far it is. */
export const EvaluationHead = ({ evaluation, title }: HeadProps) => (
  <>
    <span class="govuk-caption-l">
      {evaluation.title} ({evaluation.reference})
    </span>
    <h1>{title}</h1>
    <p>
      <StageTag stage={evaluation.stage} />
    </p>
  </>
)
