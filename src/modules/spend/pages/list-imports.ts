import { h } from 'preact'
import { actingAuthority } from '#identity'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { type ImportRecord, listImports } from '../store/imports.ts'
import type { SpendTables } from '../tables.ts'
import { ListImportsView } from './list-imports.view.tsx'

export const get = async (request: PageRequest): Promise<Answer> => {
  actingAuthority(request.ctx)
  const imports = await inReading<SpendTables, ImportRecord[]>(request.ctx, listImports)
  return page(
    'Payment files',
    h(ListImportsView, { imports, mayImport: request.visitor.permissions.has('spend.import') }),
    { width: 'wide' },
  )
}
