import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { plainAsk, plainText } from '../messages/plain-ask.ts'
import { readingEase } from '../rules/ask/reading-age.ts'
import { askPath, seeAsk } from './ask-request.ts'
import { PreviewAskView } from './preview-ask.view.tsx'

export const get = async (request: PageRequest): Promise<Answer> => {
  const { purchase, content, contract } = await seeAsk(request)
  const parts = plainAsk(purchase.title, purchase.purpose, content, contract)
  const view = { title: purchase.title, parts, ease: readingEase(plainText(parts)) }
  return page(`In plain words: ${purchase.title}`, h(PreviewAskView, view), {
    backLink: { href: askPath(purchase.id), text: `Ask: ${purchase.title}` },
  })
}
