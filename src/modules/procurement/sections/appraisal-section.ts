import { testsOf } from '../control-tests.ts'
import { purchasePath } from '../paths.ts'
import { findAppraisal, listControlTests } from '../store/appraisals.ts'
import type { Section } from './section.ts'

/** Optional, until somebody begins it; then it is done when its summary is published and its tests hold. */
export const appraisalSection: Section = {
  id: 'delivery-model',
  title: 'How it is delivered',
  path: ({ id }) => purchasePath(id, 'delivery-model'),
  state: async (db, purchase, today) => {
    const appraisal = await findAppraisal(db, purchase.id)
    if (!appraisal)
      return {
        status: 'not-needed',
        sentence: 'No ways to deliver it are compared. Good practice for services.',
      }
    const tests = testsOf(await listControlTests(db, purchase.id), today)
    const failing = tests.find(({ decided }) => decided.outcome !== 'met')
    if (failing)
      return {
        status: 'attention',
        sentence: `A test of ${failing.test.body} is not met, or not shown to be.`,
      }
    const late = tests.find(({ decided }) => decided.isOverdue)
    if (late) return { status: 'attention', sentence: `The yearly test of ${late.test.body} is overdue.` }
    return appraisal.status === 'published'
      ? { status: 'done', sentence: 'The comparison and its summary are published.' }
      : { status: 'to-do', sentence: 'The comparison is not finished.' }
  },
}
