import { formatPeriod } from '../../platform/views/formatters.ts'
import { promiseWords } from './messages.ts'
import type { OwnerRole, PlanContent, PlanPriority, Priority, SharedPriority, Tree } from './model.ts'

export type PlanDraft = {
  readonly title: string
  readonly introduction: string
  readonly priorityIds: readonly string[]
}
type Around = {
  readonly organisation: string
  /** The adopted documents. */
  readonly trees: readonly Tree[]
  readonly roles: readonly OwnerRole[]
  readonly shared: readonly SharedPriority[]
}

const MOST_PLACES = 60

const placesWords = ({ places }: Priority): string => {
  const names = places.map(({ name }) => name).join(', ')
  return names.length > MOST_PLACES ? `in ${places.length} places` : names
}

const MOST_SOURCES = 4

const sourcesOf = (trees: readonly Tree[], chosen: readonly Priority[]): string[] => {
  const used = trees.filter(({ version }) => chosen.some((one) => one.documentId === version.documentId))
  const names = used.map(
    ({ version }) =>
      `${version.title}, ${formatPeriod(version.startsOn, version.endsOn)}, version ${version.version}`,
  )
  const more = names.length - MOST_SOURCES
  return more > 0 ? [...names.slice(0, MOST_SOURCES), `and ${more} more`] : names
}

/** The plan as it would be published: the chosen adopted priorities in the order they were chosen in. */
export const buildPlan = (draft: PlanDraft, { organisation, trees, roles, shared }: Around): PlanContent => {
  const known = new Map(trees.flatMap(({ priorities }) => priorities).map((one) => [one.id, one]))
  const chosen = draft.priorityIds.flatMap((id) => known.get(id) ?? [])
  const titleOf = new Map(trees.map(({ version }) => [version.documentId, version.title]))
  const item = (priority: Priority): PlanPriority => ({
    id: priority.id,
    title: priority.title,
    plainWords: priority.plainWords,
    promise: promiseWords(priority),
    owner: roles.find(({ id }) => id === priority.ownerRoleId)?.name ?? '',
    document: titleOf.get(priority.documentId) ?? '',
    places: placesWords(priority),
    origin: shared.find(({ id }) => id === priority.origin?.shareId)?.organisationName ?? '',
  })
  return {
    organisation,
    title: draft.title,
    introduction: draft.introduction,
    priorities: chosen.map(item),
    sources: sourcesOf(trees, chosen),
  }
}
