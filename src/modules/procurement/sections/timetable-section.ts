import { purchasePath } from '../paths.ts'
import type { Section } from './section.ts'

/** Done once the days that everything else hangs on are planned. */
export const timetableSection: Section = {
  id: 'timetable',
  title: 'Timetable',
  path: ({ id }) => purchasePath(id, 'timetable'),
  state: async (_db, { tenderOn, awardOn, startsOn }) =>
    tenderOn !== null && awardOn !== null && startsOn !== null
      ? { status: 'done', sentence: 'Tender notice, award and start are planned.' }
      : { status: 'to-do', sentence: 'Plan the tender notice, the award and the start of the contract.' },
}
