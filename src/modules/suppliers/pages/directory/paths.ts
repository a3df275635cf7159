import type { DirectoryEntryId } from '../../model/directory.ts'

export const DIRECTORY_PATH = '/directory'
export const CLAIM_PATH = '/directory/join'
export const MODERATION_PATH = '/directory/moderation'
export const CLAIMS_PATH = '/directory/claims'

export const entryPath = (id: DirectoryEntryId): string => `/directory/entries/${id}`
export const keepPath = (id: DirectoryEntryId): string => `/directory/entries/${id}/keep`
export const codePath = (id: string): string => `/directory/codes/${id}`
export const editPath = (key: string): string => `/directory/edit/${key}`
export const moderatePath = (id: DirectoryEntryId): string => `/directory/moderation/${id}`
export const claimPath = (id: string): string => `${CLAIMS_PATH}/${id}`

/** A page of `#tenders`, which stands above this module. */
export const opportunitiesFor = (id: DirectoryEntryId): string => `/opportunities/for/${id}`
