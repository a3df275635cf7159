import { formatDate, Tag } from '../../../platform/views/views.ts'
import { apartWords, dueWords, figureWords, STATUS_NAMES } from '../messages.ts'
import type { Indicator, Status } from '../model.ts'
import type { Progress } from '../rules/progress.ts'

const COLOURS: Readonly<Record<Status, string>> = {
  draft: 'govuk-tag--grey',
  consulted: 'govuk-tag--blue',
  adopted: 'govuk-tag--green',
  superseded: 'govuk-tag--orange',
}

export const StatusTag = ({ status }: { readonly status: Status }) => (
  <Tag classes={COLOURS[status]}>{STATUS_NAMES[status]}</Tag>
)

/** Whether an indicator meets its target, in a word that does not rest on colour. */
export const ProgressTag = ({ progress }: { readonly progress: Progress | null }) => {
  if (progress === null) return <Tag classes="govuk-tag--grey">No reading</Tag>
  if (progress.isMet === null) return <Tag classes="govuk-tag--grey">No target due yet</Tag>
  return progress.isMet ? (
    <Tag classes="govuk-tag--green">Meets its target</Tag>
  ) : (
    <Tag classes="govuk-tag--orange">Short of its target</Tag>
  )
}

const against = ({ target, isMet, apart }: Progress, unit: string): string => {
  if (target === null) return 'before the first target is due'
  const due = `the target of ${figureWords(target.value, unit)} that was due in ${dueWords(target.year)}`
  return isMet ? `which meets ${due}` : `${apartWords(apart ?? '', unit)} short of ${due}`
}

/** Where an indicator stands, in a sentence or three. */
export const progressSentence = (progress: Progress | null, indicator: Indicator): string => {
  if (progress === null) return 'No reading for the whole area has been recorded yet.'
  const { unit, baseline } = indicator
  const { latest, next, isBetter } = progress
  const change = isBetter === null ? 'the same as' : isBetter ? 'better than' : 'worse than'
  return [
    `${figureWords(latest.value, unit)} on ${formatDate(latest.measuredOn)}, ${against(progress, unit)}.`,
    baseline === null ? '' : `It is ${change} the baseline of ${figureWords(baseline, unit)}.`,
    next ? `The next target is ${figureWords(next.value, unit)} by ${dueWords(next.year)}.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
