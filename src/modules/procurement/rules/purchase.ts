import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import {
  PLANNING_STAGES,
  type Purchase,
  type PurchaseDraft,
  type PurchaseRefusal,
  STAGE_MOVES,
  type Stage,
} from '../model/purchase.ts'

/** The dates of a purchase in the order in which they happen. */
const ORDERED: readonly (readonly [keyof PurchaseDraft, string])[] = [
  ['commencesOn', 'procurement commences'],
  ['tenderOn', 'tender notice'],
  ['tendersDueOn', 'tenders due'],
  ['awardOn', 'award'],
  ['contractOn', 'contract entered into'],
  ['endsOn', 'contract ends'],
  ['extendedEndsOn', 'end with every extension'],
]

type OutOfOrder = { readonly earlier: string; readonly later: string }

/** The first two dates that stand in the wrong order. A contract may start before or after it is signed, never after it ends. */
export const findDatesOutOfOrder = (draft: PurchaseDraft): OutOfOrder | undefined => {
  let last: { name: string; day: PlainDate } | undefined
  for (const [field, name] of ORDERED) {
    const day = draft[field] as PlainDate | null
    if (day === null) continue
    if (last && day < last.day) return { earlier: name, later: last.name }
    last = { name, day }
  }
  const end = draft.endsOn ?? draft.extendedEndsOn
  return draft.startsOn !== null && end !== null && end < draft.startsOn
    ? { earlier: 'contract ends', later: 'contract starts' }
    : undefined
}

/** Takes a purchase as somebody wrote it, or says what cannot be. Missing facts are no fault: an idea has few. */
export const decidePurchase = (
  draft: PurchaseDraft,
  knownPlaceIds: ReadonlySet<string>,
): Decision<PurchaseDraft, PurchaseRefusal> => {
  const title = draft.title.trim()
  if (title === '' || title.length > 200) return refuse('purchase-has-no-title')
  if ([draft.valuePence ?? 0, draft.optionsPence, draft.extensionsPence].some((pence) => pence < 0))
    return refuse('value-negative')
  const disorder = findDatesOutOfOrder(draft)
  if (disorder) return refuse('dates-out-of-order', disorder)
  if (draft.placeIds.some((id) => !knownPlaceIds.has(id))) return refuse('place-unknown')
  return accept({ ...draft, title, placeIds: [...new Set(draft.placeIds)] })
}

/** Once suppliers have seen a purchase, its value, kind and dates are changed by notice, not by editing. */
export const mayEdit = ({ stage }: Pick<Purchase, 'stage'>): boolean => PLANNING_STAGES.includes(stage)

/** A purchase is ready to publish when every part of its planning is done or not needed. `toDo` names the others. */
export const decideStage = (
  purchase: Pick<Purchase, 'stage'>,
  to: Stage,
  toDo: readonly string[],
): Decision<Stage, PurchaseRefusal> => {
  if (!STAGE_MOVES[purchase.stage].includes(to)) return refuse('stage-not-next', { from: purchase.stage, to })
  if ((to === 'ready' || to === 'published') && toDo.length > 0)
    return refuse('sections-to-do', { sections: toDo.join(', ') })
  return accept(to)
}
