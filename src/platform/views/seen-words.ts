import type { LastSaved } from '../seen.ts'
import { formatInstant } from './formatters.ts'

export const nameOfOther = (by: string): string => (by === '' ? 'A colleague' : by)

const whenSaved = (at: string): string => (at === '' ? 'meanwhile' : `on ${formatInstant(new Date(at))}`)

/** `Ada Byron changed this on 22 November 2026 at 2:30pm, after you began`. */
export const changedSentence = ({ by, at }: LastSaved): string =>
  `${nameOfOther(by)} changed this ${whenSaved(at)}, after you had read it, so your change is not saved yet`

export const removedSentence = ({ by, at }: LastSaved): string =>
  `${nameOfOther(by)} took this out ${whenSaved(at)}, after you had read it. What you wrote is not saved yet`
