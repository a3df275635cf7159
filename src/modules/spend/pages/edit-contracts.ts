import { h } from 'preact'
import { actingAuthority } from '#identity'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { restoreBook } from '../actions/change-rule-book.ts'
import { saveContracts } from '../actions/known-contracts.ts'
import { readContractLines, writeContractLines } from '../contract-lines.ts'
import { bookRefusalSentence } from '../messages.ts'
import { CONTRACT_BOOK, readContractBook } from '../rule-books.ts'
import { EditContractsView } from './edit-contracts.view.tsx'
import { readHistory } from './edit-influence-rules.ts'

const PATH = '/spend/influenceable/contracts'

const show = async (request: PageRequest, error: string | null): Promise<Answer> => {
  const { versions, names } = await readHistory(request.ctx, CONTRACT_BOOK)
  const contracts = readContractBook(versions[0]?.content)
  const body = h(EditContractsView, {
    contracts,
    lines: error === null ? writeContractLines(contracts) : typed(request.form, 'lines'),
    version: versions[0]?.number ?? 0,
    versions,
    names,
    error,
    canChange: request.visitor.permissions.has('spend.manage'),
  })
  return page('Known contracts', body, {
    status: error === null ? 200 : 400,
    hasErrors: error !== null,
    width: 'wide',
    backLink: { href: '/spend/influenceable', text: 'Influenceable spend' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, null)

export const post = async (request: PageRequest): Promise<Answer> => {
  const ctx = { ...request.ctx, authorityId: actingAuthority(request.ctx) }
  if (typed(request.form, 'act') === 'restore') {
    const restored = await restoreBook(ctx, CONTRACT_BOOK, Number(typed(request.form, 'version')))
    return restored.ok ? redirect(PATH) : show(request, bookRefusalSentence(restored.refusal))
  }
  const read = readContractLines(typed(request.form, 'lines'))
  if (!read.ok) return show(request, read.message)
  const done = await saveContracts(ctx, read.contracts, Number(typed(request.form, 'seen')) || 0)
  return done.ok ? redirect(PATH) : show(request, bookRefusalSentence(done.refusal))
}
