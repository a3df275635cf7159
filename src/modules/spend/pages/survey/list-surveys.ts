import { h } from 'preact'
import { type Answer, page } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { listSurveys, type SurveyLine } from '../../store/survey.ts'
import type { SpendTables } from '../../tables.ts'
import { ListSurveysView } from './list-surveys.view.tsx'

export const get = async ({ ctx, visitor }: PageRequest): Promise<Answer> => {
  const surveys = await inReading<SpendTables, SurveyLine[]>(ctx, listSurveys)
  const canManage = visitor.permissions.has('spend.manage')
  return page('Supplier surveys', h(ListSurveysView, { surveys, canManage }), { width: 'wide' })
}
