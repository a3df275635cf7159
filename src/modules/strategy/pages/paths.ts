import type { NodeRef } from '../rules/thread.ts'

export const documentPath = (documentId: string, version: number): string =>
  `/strategy/documents/${documentId}/${version}`
export const priorityPath = (priorityId: string): string => `/strategy/priorities/${priorityId}`
export const readingsPath = (priorityId: string): string => `${priorityPath(priorityId)}/readings`
export const threadPath = ({ kind, id }: NodeRef): string =>
  `/strategy/thread/${kind}/${encodeURIComponent(id)}`
export const planPath = (slug: string, edition?: number): string =>
  edition === undefined ? `/plans/${slug}` : `/plans/${slug}/${edition}`
