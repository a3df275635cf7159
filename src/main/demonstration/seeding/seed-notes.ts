import * as contracts from '#contracts'
import * as procurement from '#procurement'
import type { Services } from '../../../platform/context.ts'

const REMINDERS = new Set(['remind-of-contracts', 'remind-retests'])

/** Tells people what waits for them, as the worker does each morning: their inboxes hold it unread. */
export const seedNotes = async (services: Services): Promise<void> => {
  const jobs = [...contracts.jobs(services), ...procurement.jobs(services)]
  for (const job of jobs.filter(({ name }) => REMINDERS.has(name))) await job.run({})
}
