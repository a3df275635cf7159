import type { Framework } from '../model.ts'
import { OPEN_FRAMEWORK } from './open-framework.ts'
import { PPN_026 } from './ppn-026.ts'

/** The frameworks that come with the product. */
export const SHIPPED_FRAMEWORKS: readonly Framework[] = [OPEN_FRAMEWORK, PPN_026]

export const findShippedFramework = (id: string): Framework | undefined =>
  SHIPPED_FRAMEWORKS.find((framework) => framework.id === id)
