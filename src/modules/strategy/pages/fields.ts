import { NotFound } from '../../../platform/errors.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import type { VersionRef } from '../actions/change-draft.ts'

/** The version an address names. Throws NotFound for what can be none. */
export const versionRefOf = ({ params: { documentId = '', version = '' } }: PageRequest): VersionRef => {
  if (!isId(documentId) || !/^\d{1,6}$/.test(version)) throw new NotFound('There is no such document.')
  return { documentId, version: Number(version) }
}
