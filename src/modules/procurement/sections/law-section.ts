import { explainPurchase } from '../law-of-purchase.ts'
import { purchasePath } from '../paths.ts'
import type { Section } from './section.ts'

const count = (number: number, one: string, many: string): string =>
  number === 1 ? one : `${number} ${many}`

/** Done when nothing is asked any more and no planned day breaks a rule. */
export const lawSection: Section = {
  id: 'law',
  title: 'What the law asks',
  path: ({ id }) => purchasePath(id, 'law'),
  state: async (_db, purchase) => {
    const { questions, timetable } = explainPurchase(purchase)
    if (questions.length > 0)
      return {
        status: 'to-do',
        sentence: `${count(questions.length, 'One question', 'questions')} to answer.`,
      }
    const broken = timetable.filter(({ met }) => met === false)
    if (broken.length > 0)
      return {
        status: 'attention',
        sentence: `${count(broken.length, 'One planned day breaks a rule', 'planned days break a rule')}: ${broken.map(({ title }) => title).join(', ')}.`,
      }
    return { status: 'done', sentence: 'Every question is answered, and the planned days keep the rules.' }
  },
}
