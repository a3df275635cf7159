import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Holder, OwnerRole, StrategyRefusal } from '../model.ts'

type Period = { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null }

const overlap = (a: Period, b: Period): boolean =>
  a.fromOn <= (b.untilOn ?? '9999-12-31') && b.fromOn <= (a.untilOn ?? '9999-12-31')

const dayBefore = (day: PlainDate): PlainDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** One person holds a role at a time. An open-ended holder who began earlier ends the day before the new one. */
export const decideHolder = (
  holders: readonly Holder[],
  draft: Period,
): Decision<{ readonly id: string; readonly untilOn: PlainDate } | null, StrategyRefusal> => {
  if (draft.untilOn !== null && draft.untilOn < draft.fromOn) return refuse('holder-ends-before-start')
  const open = holders.find(({ fromOn, untilOn }) => untilOn === null && fromOn < draft.fromOn)
  const others = holders.filter((holder) => holder !== open)
  if (others.some((holder) => overlap(holder, draft))) return refuse('holders-overlap')
  return accept(open ? { id: open.id, untilOn: dayBefore(draft.fromOn) } : null)
}

/** Who holds a role on a day; undefined where nobody does. */
export const holderOn = (role: OwnerRole | undefined, day: PlainDate): Holder | undefined =>
  role?.holders.find(({ fromOn, untilOn }) => fromOn <= day && day <= (untilOn ?? '9999-12-31'))
