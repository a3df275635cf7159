import * as contracts from '#contracts'
import * as procurement from '#procurement'
import * as tenders from '#tenders'
import type { DeadlineSource } from '../platform/deadline.ts'

/** Every module that knows days which people subscribe to. */
export const allDeadlines: readonly DeadlineSource[] = [procurement, tenders, contracts].flatMap(
  (module) => module.deadlines,
)
