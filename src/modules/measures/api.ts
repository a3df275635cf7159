import type { ApiRoute } from '../../platform/http/route.ts'
import { changes } from './api/change-measures.ts'
import { variantChanges } from './api/change-variants.ts'
import { reads } from './api/read-measures.ts'

export const api: readonly ApiRoute[] = [...reads, ...changes, ...variantChanges]
