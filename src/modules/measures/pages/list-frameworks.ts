import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { seeFrameworks } from '../seen.ts'
import { ListFrameworksView } from './list-frameworks.view.tsx'

export const get = async (request: PageRequest): Promise<Answer> => {
  const frameworks = await seeFrameworks(request)
  const mayManage = request.visitor.permissions.has('measures.manage')
  return page('Measures', h(ListFrameworksView, { frameworks, mayManage }), {
    width: 'wide',
    description: 'Frameworks of measures: what counts, how it is counted and what it may be worth.',
  })
}
