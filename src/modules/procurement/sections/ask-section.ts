import { purchasePath } from '../paths.ts'
import { readAsk } from '../read-ask.ts'
import type { Section } from './section.ts'

/** Done when the ask is ready; until then it says how much is missing. */
export const askSection: Section = {
  id: 'ask',
  title: 'What we ask for',
  path: ({ id }) => purchasePath(id, 'ask'),
  state: async (db, purchase, today) => {
    const { head, faults } = await readAsk(db, purchase.id, today)
    if (head?.status === 'ready')
      return { status: 'done', sentence: 'The ask is ready, and the fingerprint of its criteria is kept.' }
    if (!head) return { status: 'to-do', sentence: 'Nobody has begun the ask.' }
    const missing = faults.filter(({ severity }) => severity === 'stops').length
    if (missing === 0)
      return { status: 'to-do', sentence: 'Complete. Somebody who approves says that it is ready.' }
    return {
      status: 'to-do',
      sentence: missing === 1 ? 'One thing is missing.' : `${missing} things are missing.`,
    }
  },
}
