import { NotFound } from '../../../../platform/errors.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { isId } from '../../../../platform/ids.ts'

export const surveyIdOf = ({ params }: Pick<PageRequest, 'params'>): string => {
  if (!isId(params.surveyId ?? '')) throw new NotFound('There is no such survey here.')
  return params.surveyId ?? ''
}
