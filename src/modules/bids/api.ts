import type { ApiRoute } from '../../platform/http/route.ts'
import { documentRoutes } from './api/documents.ts'
import { draftRoutes } from './api/drafts.ts'
import { openingRoutes } from './api/openings.ts'
import { submissionRoutes } from './api/submissions.ts'

export const api: readonly ApiRoute[] = [
  ...draftRoutes,
  ...documentRoutes,
  ...submissionRoutes,
  ...openingRoutes,
]
