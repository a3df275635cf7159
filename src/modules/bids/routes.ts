import type { PageRoute } from '../../platform/http/route.ts'
export const pages: readonly PageRoute[] = []
