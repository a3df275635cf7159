import type { Context } from '../../platform/context.ts'
import { NotFound } from '../../platform/errors.ts'
import { publishPlan } from './actions/plans.ts'
import { reportStrategy } from './strategy-report.ts'

type Named = {
  readonly title: string
  readonly introduction: string
  /** Ids or short names. */
  readonly priorities: readonly string[]
}

/** Publishes a plan on a page from priorities that a program names. Throws NotFound for a name that nothing bears. */
export const publishNamed = async (ctx: Context, { title, introduction, priorities }: Named) => {
  const documents = await reportStrategy(ctx)
  const known = documents.flatMap(({ objectives }) => objectives.flatMap((each) => each.priorities))
  const priorityIds = priorities.map((name) => {
    const found = known.find(({ id, code }) => id === name || code === name)
    if (!found)
      throw new NotFound(`There is no priority “${name}”. goldthread strategy list shows short names.`)
    return found.id
  })
  return publishPlan(ctx, { title, introduction, priorityIds: [...new Set(priorityIds)] })
}
