import type { Parts } from '../../../kernel/seen.ts'
import type { ObjectiveText, PriorityDraft, VersionText } from '../model.ts'

export const documentParts = ({ title, summary, startsOn, endsOn }: VersionText): Parts => ({
  title,
  summary,
  startsOn,
  endsOn,
})

export const objectiveParts = ({ title, description }: ObjectiveText): Parts => ({ title, description })

export const PRIORITY_PARTS = [
  'objectiveId',
  'title',
  'plainWords',
  'description',
  'ownerRoleId',
  'indicator',
  'unit',
  'direction',
  'baseline',
  'baselineOn',
  'targets',
  'places',
  'outcomes',
  'measures',
] as const satisfies (keyof PriorityDraft)[]
export type PriorityPart = (typeof PRIORITY_PARTS)[number]

/** Lists as text: what is chosen makes a difference, the order it was chosen in does not. */
const listed = (value: Exclude<PriorityDraft[PriorityPart], string | null>): string =>
  value
    .map((item) => {
      if ('year' in item) return `${item.year}: ${item.value}`
      return 'framework' in item ? `${item.framework}:${item.code}` : item.code
    })
    .sort()
    .join('\n')

/** What a priority says, part by part, for comparing two states of it. */
export const priorityParts = (draft: PriorityDraft): Parts =>
  Object.fromEntries(
    PRIORITY_PARTS.map((part) => {
      const value = draft[part]
      return [part, value === null || typeof value === 'string' ? (value ?? '') : listed(value)]
    }),
  )
