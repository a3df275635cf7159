import { NotFound } from '../../../../platform/errors.ts'
import { isId } from '../../../../platform/ids.ts'

export const STUDIES_PATH = '/spend/multiplier'
export const NEW_STUDY_PATH = '/spend/multiplier/new'
export const studyPath = (id: string): string => `/spend/multiplier/${id}`
export const sheetPath = (studyId: string, id: string): string => `${studyPath(studyId)}/sheets/${id}`

/** An id in an address; what cannot be one is not found. */
export const idIn = (text: string | undefined): string => {
  if (!isId(text ?? '')) throw new NotFound('There is no such study or sheet here.')
  return text ?? ''
}
