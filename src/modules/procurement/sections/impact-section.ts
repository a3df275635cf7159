import { purchasePath } from '../paths.ts'
import { findImpactGaps } from '../rules/impact.ts'
import { listImpacts, listNoImpacts } from '../store/impacts.ts'
import type { Section } from './section.ts'

/** Done when every kind of effect was looked at and every bad one is met or accepted with a reason. */
export const impactSection: Section = {
  id: 'impact',
  title: 'Impact assessment',
  path: ({ id }) => purchasePath(id, 'impact'),
  state: async (db, { id }) => {
    const impacts = await listImpacts(db, id)
    const { dimensions, unanswered } = findImpactGaps(impacts, await listNoImpacts(db, id))
    const missing = dimensions.length > 0 ? `Nothing is said yet of ${dimensions.join(', ')} effects.` : ''
    if (unanswered.length > 0) {
      const bad = unanswered.length === 1 ? 'One bad effect has' : `${unanswered.length} bad effects have`
      return {
        status: 'attention',
        sentence: `${bad} no mitigation and no accepted reason. ${missing}`.trim(),
      }
    }
    if (missing) return { status: 'to-do', sentence: missing }
    return {
      status: 'done',
      sentence: 'Every kind of effect was looked at, and every bad one is met.',
    }
  },
}
