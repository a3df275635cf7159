import { h } from 'preact'
import { type Answer, page } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import type { MultiplierStudy } from '../../model/multiplier.ts'
import { listStudies } from '../../store/multiplier.ts'
import type { SpendTables } from '../../tables.ts'
import { ListStudiesView } from './list-studies.view.tsx'

export const get = async ({ ctx, visitor }: PageRequest): Promise<Answer> => {
  const studies = await inReading<SpendTables, MultiplierStudy[]>(ctx, listStudies)
  return page(
    'Local multiplier',
    h(ListStudiesView, { studies, canManage: visitor.permissions.has('spend.manage') }),
  )
}
