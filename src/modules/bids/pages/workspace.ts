import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readWorkspace } from '../read-workspace.ts'
import { WorkspaceView } from './workspace.view.tsx'

export const get = async ({ ctx }: PageRequest): Promise<Answer> =>
  page('Your bids', h(WorkspaceView, { workspace: await readWorkspace(ctx) }), { width: 'wide' })
