import type { ApiRoute } from '../../platform/http/route.ts'
export const api: readonly ApiRoute[] = []
