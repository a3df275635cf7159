import { formatCount, formatPoundsCompact, formatShare } from '../../platform/views/views.ts'
import type { CategoryGap } from './read-gaps.ts'
import type { GapAnswer, GapThresholds } from './rules/gaps.ts'
import { GAP_SETTINGS } from './rules/gaps.ts'
import { settingText } from './setting-words.ts'

export const ANSWER_LABELS: Readonly<Record<GapAnswer, string>> = {
  redirect: 'Redirect',
  develop: 'Develop',
  create: 'Create',
  leave: 'Leave alone',
}

export const ANSWER_MEANINGS: Readonly<Record<GapAnswer, string>> = {
  redirect: 'local suppliers are paid for it already and can take it on',
  develop: 'some supply is near and has to grow or be won',
  create: 'nobody near can supply it yet',
  leave: 'too little leaks to be worth the effort',
}

/** How many of those near by say themselves, in the directory, that they supply a category. */
const listedOf = (gap: CategoryGap): number =>
  gap.nearby.filter(({ source }) => source === 'directory').length

const andListed = (gap: CategoryGap): string => {
  const listed = listedOf(gap)
  return listed === 0
    ? ''
    : ` ${listed} more in the directory ${listed === 1 ? 'says that it supplies' : 'say that they supply'} this.`
}

/** Why a category got its answer, with the figures that decided. */
export const reasonWords = (gap: CategoryGap, thresholds: GapThresholds): string => {
  const paid = formatCount(gap.paid.length, 'local supplier')
  const capacity = `${formatPoundsCompact(gap.capacityPence)}, ${formatShare(gap.capacityPence, gap.leakPence)} of the leak`
  switch (gap.reason) {
    case 'too-little':
      return gap.leakPence > 0
        ? `Less than ${settingText(GAP_SETTINGS.worth, thresholds.worth)} leaks that can be influenced.`
        : 'Nothing that can be influenced is known to leave.'
    case 'capacity-covers':
      return `${paid} paid for this can take on ${capacity}.`
    case 'capacity-short':
      return `${paid} paid for this can take on ${capacity}: not enough.${andListed(gap)}`
    case 'too-few-paid':
      return `Only ${paid} paid for this; it can take on ${capacity}.${andListed(gap)}`
    case 'only-others':
      return `No local supplier is paid for this, but ${formatCount(gap.nearby.length, 'local body', 'local bodies')} could supply it${listedOf(gap) === 0 ? '' : `; the directory lists ${listedOf(gap)} of them`}.`
    case 'nobody-near':
      return gap.classes.length === 0
        ? 'No local supplier is paid for this, and of those paid elsewhere no register tells the trade.'
        : `No local supplier is paid for this, and ${gap.nearby.length === 0 ? 'no local body' : `only ${formatCount(gap.nearby.length, 'local body', 'local bodies')}`} in the registers has the same trade.`
  }
}
