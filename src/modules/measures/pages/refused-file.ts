import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import type { Query } from '../../../platform/views/views.ts'
import { refusalWords } from '../messages/refusal-words.ts'
import type { RefusedFile } from '../store/refused-files.ts'
import { exportFaults, faultListOf, refusedFileOf } from './fault-list.ts'
import { ImportFrameworkView, type TypedImport } from './import-framework.view.tsx'

/** What is wrong with a file, with the form to hand it in again as it was filled in. */
export const showRefused = (file: RefusedFile, query: Query, status: 200 | 400): Answer => {
  const message = refusalWords('file-faulty', { faults: file.found })
  const errors: FieldError[] = status === 400 ? [{ field: 'file', message }] : []
  const view = { typed: file.typed as TypedImport, errors, list: faultListOf(file, query), refused: [] }
  return page('Bring in a framework', h(ImportFrameworkView, view), {
    status,
    hasErrors: errors.length > 0,
    backLink: { href: '/measures', text: 'Measures' },
  })
}

export const get = async (request: PageRequest): Promise<Answer> =>
  showRefused(await refusedFileOf(request, 'framework'), request.query, 200)

export const getExport = (request: PageRequest): Promise<Answer> => exportFaults(request, 'framework')
