import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Status, Step, StrategyRefusal, Tree } from '../model.ts'

export type StepRequest = { readonly decidedOn: PlainDate; readonly note: string }

const decideDay = (
  steps: readonly Step[],
  { decidedOn }: StepRequest,
  today: PlainDate,
): Decision<null, StrategyRefusal> => {
  if (decidedOn > today) return refuse('decided-in-future')
  const last = steps.filter(({ status }) => status !== 'draft').map((step) => step.decidedOn)
  return last.some((day) => day > decidedOn) ? refuse('decided-before-last-step') : accept(null)
}

/** What has to be there before people are asked: an objective, a priority, and for each who answers for it. */
const decideWhole = ({ objectives, priorities }: Tree): Decision<null, StrategyRefusal> => {
  if (objectives.length === 0) return refuse('objective-missing')
  if (priorities.length === 0) return refuse('priority-missing')
  const incomplete = priorities.find(({ ownerRoleId, indicator }) => ownerRoleId === null || indicator === '')
  return incomplete ? refuse('priority-incomplete', { title: incomplete.title }) : accept(null)
}

/** A draft goes out for consultation once it is whole. From then on its text stands still. */
export const decideConsultation = (
  tree: Tree,
  steps: readonly Step[],
  request: StepRequest,
  today: PlainDate,
): Decision<Status, StrategyRefusal> => {
  if (tree.version.status !== 'draft') return refuse('not-a-draft')
  const whole = decideWhole(tree)
  if (!whole.ok) return whole
  const day = decideDay(steps, request, today)
  return day.ok ? accept('consulted') : day
}

/** What was consulted on is adopted as it stands. */
export const decideAdoption = (
  status: Status,
  steps: readonly Step[],
  request: StepRequest,
  today: PlainDate,
): Decision<Status, StrategyRefusal> => {
  if (status !== 'consulted') return refuse('not-consulted')
  const day = decideDay(steps, request, today)
  return day.ok ? accept('adopted') : day
}

/** A new draft carries on the newest published version, and there is one draft at a time. */
export const decideNewVersion = (
  versions: readonly { readonly version: number; readonly status: Status }[],
): Decision<{ readonly from: number; readonly version: number }, StrategyRefusal> => {
  if (versions.some(({ status }) => status === 'draft')) return refuse('draft-exists')
  const newest = Math.max(0, ...versions.map(({ version }) => version))
  return newest === 0 ? refuse('nothing-to-carry-on') : accept({ from: newest, version: newest + 1 })
}

/** The versions that an adoption puts behind it. */
export const supersededBy = (
  versions: readonly { readonly version: number; readonly status: Status }[],
  adopted: number,
): number[] =>
  versions
    .filter(({ version, status }) => version !== adopted && (status === 'adopted' || status === 'consulted'))
    .filter(({ version, status }) => status === 'adopted' || version < adopted)
    .map(({ version }) => version)
