import type { PlainDate } from '../kernel/plain-date.ts'

export type Clock = { readonly now: () => Date }

export const systemClock: Clock = { now: () => new Date() }

const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })

/** The day it is in Europe/London, where every authority of this product works. */
export const todayInLondon = (clock: Clock): PlainDate => londonDay.format(clock.now())
