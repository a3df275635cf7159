import { purchasePath } from '../paths.ts'
import { readEngagement } from '../store/engagement.ts'
import type { Section } from './section.ts'

/** The market may be asked first, or not; whoever asked something gets an answer before the tender goes out. */
export const engagementSection: Section = {
  id: 'engagement',
  title: 'What the market says',
  path: ({ id }) => purchasePath(id, 'engagement'),
  state: async (db, purchase) => {
    const { events, questions, notes } = await readEngagement(db, purchase.id)
    if (events.length + questions.length + notes.length === 0)
      return {
        status: 'not-needed',
        sentence: 'The market was not asked. It is worth it for what is new or hard.',
      }
    const open = questions.filter(({ answer }) => answer === null).length
    if (open > 0)
      return { status: 'to-do', sentence: open === 1 ? 'One question waits.' : `${open} questions wait.` }
    if (notes.length === 0) return { status: 'to-do', sentence: 'Nobody has noted what was learned.' }
    return {
      status: 'done',
      sentence:
        notes.length === 1 ? 'One note of what was learned.' : `${notes.length} notes of what was learned.`,
    }
  },
}
