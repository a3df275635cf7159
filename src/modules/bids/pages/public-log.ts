import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readLog } from '../read-log.ts'
import { PublicLogView } from './public-log.view.tsx'

export const get = async ({ ctx, params: { reference = '' } }: PageRequest): Promise<Answer> => {
  const log = await readLog(ctx, reference)
  return page(`Log of bids: ${log.tender.title}`, h(PublicLogView, log), {
    width: 'wide',
    description: `When bids for ${log.tender.reference} came in, with their fingerprints.`,
    backLink: { href: `/opportunities/${reference}`, text: 'The tender' },
  })
}
