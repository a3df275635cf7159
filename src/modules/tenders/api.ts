import type { ApiRoute } from '../../platform/http/route.ts'
import { opportunityRoutes } from './api/opportunities.ts'
import { tenderRoutes } from './api/tenders.ts'

export const api: readonly ApiRoute[] = [...opportunityRoutes, ...tenderRoutes]
