import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Load, LoadRefusal } from '../model.ts'

/** A load that has said nothing for this long was stopped: its process ended without a word. */
const SILENT_SECONDS = 120

export type LoadState = Load['status'] | 'stopped'

/** How a load stands. One that is `running` in the table but silent was ended from outside. */
export const deriveLoadState = (load: Pick<Load, 'status' | 'updatedAt'>, now: Date): LoadState =>
  load.status === 'running' && now.getTime() - load.updatedAt.getTime() > SILENT_SECONDS * 1000
    ? 'stopped'
    : load.status

/** How much of the file has been read, 0 to 100, or undefined where its size is not known. */
export const derivePercent = (load: Pick<Load, 'bytesRead' | 'bytesTotal'>): number | undefined =>
  load.bytesTotal > 0 ? Math.min(100, Math.floor((100 * load.bytesRead) / load.bytesTotal)) : undefined

/** A lookup that knows this much less than the one in use is taken for a part of the country by mistake. */
const SMALLEST_SHARE = 0.8

/** Whether a lookup that was read may take the place of the one in use. */
export const decideSwap = (
  newPostcodes: number,
  currentPostcodes: number,
  isPartialMeant: boolean,
): Decision<number, LoadRefusal> => {
  if (newPostcodes === 0) return refuse('lookup-empty')
  if (!isPartialMeant && newPostcodes < SMALLEST_SHARE * currentPostcodes) {
    return refuse('lookup-smaller-than-current', { found: newPostcodes, current: currentPostcodes })
  }
  return accept(newPostcodes)
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The edition a file's name tells: `ONSPD_NOV_2025_UK.csv` → `2025-11`, `codepoint-2025-11.csv.gz` → `2025-11`, else ''. */
export const editionOfFileName = (name: string): string => {
  const text = name.toLowerCase()
  const iso = /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])(?!\d)/.exec(text)
  if (iso) return `${iso[1]}-${iso[2]}`
  const worded = /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-_ .(]*(20\d\d)/.exec(text)
  if (worded) return `${worded[2]}-${String(MONTHS.indexOf(worded[1] ?? '') + 1).padStart(2, '0')}`
  return /(?<!\d)20\d\d(?!\d)/.exec(text)?.[0] ?? ''
}
