import type { PriorityText } from '../model.ts'

export type Difference = { readonly part: keyof PriorityText; readonly theirs: string; readonly ours: string }

const words = (value: PriorityText[keyof PriorityText]): string => {
  if (value === null) return ''
  if (typeof value === 'string') return value
  return value
    .map((item) => ('year' in item ? `${item.year}: ${item.value}` : 'name' in item ? item.name : item.code))
    .join(', ')
}

const PARTS: readonly (keyof PriorityText)[] = [
  'title',
  'plainWords',
  'description',
  'indicator',
  'unit',
  'direction',
  'baseline',
  'baselineOn',
  'targets',
  'places',
  'outcomes',
  'measures',
]

/** What a council changed in a priority that it adopted from others, part by part. */
export const differencesFrom = (theirs: PriorityText, ours: PriorityText): Difference[] =>
  PARTS.map((part) => ({ part, theirs: words(theirs[part]), ours: words(ours[part]) })).filter(
    (one) => one.theirs !== one.ours,
  )
