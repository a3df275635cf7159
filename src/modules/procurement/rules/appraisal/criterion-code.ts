import type { AppraisalCriterion } from '../../model/appraisal.ts'

const codeOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'criterion'

/** A code for a criterion that none before it has: the one that it had, or one made of its name. */
export const freeCode = (
  { code, name }: { readonly code: string | undefined; readonly name: string },
  before: readonly Pick<AppraisalCriterion, 'code'>[],
): string => {
  const wanted = code ?? codeOf(name)
  return before.some((each) => each.code === wanted) ? `${wanted}-${before.length}` : wanted
}
