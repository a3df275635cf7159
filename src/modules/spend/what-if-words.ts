import { LIMIT_SETTINGS } from './rules/best-shift.ts'
import { GAP_SETTINGS } from './rules/gaps.ts'
import { readSetting, type Setting, type SetValue } from './rules/settings.ts'
import { REACHES, type Reach, WHAT_IF_SETTINGS } from './rules/what-if.ts'

/** Words of an address, as they are typed and shared. */
type Words = Readonly<Record<string, string>>

/** `to.Home care=60`: the local share wanted of one category. `all` is that of every category without its own. */
export const WANTED = 'to.'

const WANTED_SHARE: Setting = {
  name: 'all',
  label: 'Local share wanted (per cent)',
  unit: 'percent',
  suggested: 0,
  least: 0,
  most: 10_000,
  source: '',
}

const PLAIN_WORDS: ReadonlySet<string> = new Set([
  'from',
  'to',
  'category',
  'department',
  'scheme',
  'leaving',
  'reach',
  'all',
  'find',
  ...Object.keys(WHAT_IF_SETTINGS),
  ...Object.keys(LIMIT_SETTINGS),
  'growth',
])
const MOST_WORDS = 400
const LONGEST = 300

const isKept = (name: string, value: string): boolean =>
  value !== '' &&
  value.length <= LONGEST &&
  name.length <= LONGEST &&
  !`${name}${value}`.includes('\0') &&
  (PLAIN_WORDS.has(name) || name.startsWith(WANTED))

/** Those words of an address that say something of a scenario. */
export const keptWords = (words: Words): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words)
      .filter(([name, value]) => isKept(name, value))
      .slice(0, MOST_WORDS),
  )

/** Words as they were stored; nothing of what is no text. */
export const readStoredWords = (stored: unknown): Record<string, string> =>
  keptWords(
    Object.fromEntries(
      Object.entries(stored ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  )

export type WhatIfWords = {
  readonly reach: Reach
  readonly isBest: boolean
  /** Of every category without a share of its own; null where none is wanted. */
  readonly all: number | null
  readonly wanted: ReadonlyMap<string, number>
  /** Shares that cannot be used: the field, the category and what was typed. */
  readonly refusedShares: readonly {
    readonly field: string
    readonly category: string
    readonly typed: string
  }[]
  readonly assumptions: readonly SetValue[]
  readonly limits: readonly SetValue[]
}

const readShare = (typed: string): number | undefined => {
  const { refused, value } = readSetting(WANTED_SHARE, typed)
  return refused === null ? value : undefined
}

/** What an address says of a scenario. What cannot be used is said, never silently left out. */
export const readWhatIfWords = (words: Words): WhatIfWords => {
  const shares = Object.entries(words).filter(
    ([name, value]) => (name === 'all' || name.startsWith(WANTED)) && value.trim() !== '',
  )
  const wanted = new Map<string, number>()
  const refusedShares: { field: string; category: string; typed: string }[] = []
  let all: number | null = null
  for (const [field, typed] of shares) {
    const share = readShare(typed)
    const category = field === 'all' ? 'every category' : field.slice(WANTED.length)
    if (share === undefined) refusedShares.push({ field, category, typed: typed.slice(0, 40) })
    else if (field === 'all') all = share
    else wanted.set(category, share)
  }
  const read = (settings: readonly Setting[]) =>
    settings.map((setting) => readSetting(setting, words[setting.name]))
  return {
    reach: REACHES.find((reach) => reach === words.reach) ?? 'influenceable',
    isBest: words.find === 'best',
    all,
    wanted,
    refusedShares,
    assumptions: read([GAP_SETTINGS.growth, ...Object.values(WHAT_IF_SETTINGS)]),
    limits: read(Object.values(LIMIT_SETTINGS)),
  }
}
