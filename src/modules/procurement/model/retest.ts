/** When somebody is written to about a test that is due again: ahead of the day, and once it has gone by. */
export const RETEST_MOMENTS = ['soon', 'overdue'] as const
export type RetestMoment = (typeof RETEST_MOMENTS)[number]
