import { readLocalAnswers } from '../local-rules-of-purchase.ts'
import { purchasePath } from '../paths.ts'
import { isSettled } from '../rules/local-rules.ts'
import type { Section } from './section.ts'

/** Done when every rule that applies is met, or was set aside by a second person. */
export const localRulesSection: Section = {
  id: 'rules',
  title: 'Our own rules',
  path: ({ id }) => purchasePath(id, 'rules'),
  state: async (db, purchase, today) => {
    const answers = await readLocalAnswers(db, purchase, today)
    if (answers.length === 0)
      return { status: 'not-needed', sentence: 'The council has no rule of its own in force.' }
    const open = answers.filter((answer) => !isSettled(answer))
    if (open.length === 0)
      return { status: 'done', sentence: 'Every rule that applies is met, or was set aside with approval.' }
    const isBroken = open.some(({ isMet }) => isMet === false)
    const names = open.map(({ rule }) => rule.title).join('; ')
    return {
      status: isBroken ? 'attention' : 'to-do',
      sentence: `${isBroken ? 'Not met' : 'To show'}: ${names}.`,
    }
  },
}
