import { formatDate } from '../../../platform/views/views.ts'
import { type FrameworkBook, nameIn } from '../framework-book.ts'
import { figureWords } from '../messages.ts'
import type { Objective, OwnerRole, PriorityDraft } from '../model.ts'
import type { PriorityPart } from '../rules/parts.ts'

type Around = {
  readonly objectives: readonly Objective[]
  readonly roles: readonly OwnerRole[]
  readonly book: FrameworkBook
}

/** One part of a priority as people read it; empty where it says nothing. */
export const partWords = (
  draft: PriorityDraft,
  part: PriorityPart,
  { objectives, roles, book }: Around,
): string => {
  switch (part) {
    case 'objectiveId':
      return objectives.find(({ id }) => id === draft.objectiveId)?.title ?? 'An objective that was taken out'
    case 'ownerRoleId':
      return roles.find(({ id }) => id === draft.ownerRoleId)?.name ?? 'Nobody yet'
    case 'direction':
      return draft.direction === 'up' ? 'More' : 'Less'
    case 'baseline':
      return draft.baseline === null ? '' : figureWords(draft.baseline, draft.unit)
    case 'baselineOn':
      return draft.baselineOn === null ? '' : formatDate(draft.baselineOn)
    case 'targets':
      return draft.targets.map(({ year, value }) => `${year}: ${figureWords(value, draft.unit)}`).join('; ')
    case 'places':
      return draft.places.map(({ name }) => name).join('; ') || 'The whole area'
    case 'outcomes':
    case 'measures':
      return draft[part].map((code) => nameIn(book[part], code)).join('; ')
    default:
      return draft[part]
  }
}
