import { createHash } from 'node:crypto'
import { h } from 'preact'
import { actingAuthority } from '#identity'
import { getTender, type TendersTables } from '#tenders'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readWorkspaceFrom } from '../read-workspace.ts'
import { verifyReceipt } from '../rules/log.ts'
import { findOwnCopy } from '../store/own-copies.ts'
import { findReceipt, listChecks, listLog } from '../store/sealed.ts'
import type { BidsTables } from '../tables.ts'
import { ShowReceiptView } from './show-receipt.view.tsx'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const get = async (request: PageRequest): Promise<Answer> => {
  const { ctx, query } = request
  const id = idOf(request, 'receiptId')
  const view = await inReading(ctx, async (db: Reader<BidsTables & TendersTables>) => {
    const bids = db as unknown as Reader<BidsTables>
    const receipt = await findReceipt(bids, actingAuthority(ctx), id)
    if (!receipt) throw new NotFound('There is no such receipt.')
    const proof = verifyReceipt(
      receipt,
      await listLog(bids, receipt.tenderId),
      await listChecks(bids, receipt.tenderId),
      sha256,
    )
    const tender = await getTender(db as unknown as Reader<TendersTables>, receipt.tenderId)
    const hasCopy = (await findOwnCopy(bids, actingAuthority(ctx), id)) !== undefined
    return { receipt, proof, tender, hasCopy, workspace: await readWorkspaceFrom(db, ctx) }
  })
  return page(`Receipt: ${view.tender.title}`, h(ShowReceiptView, view), {
    backLink: { href: '/workspace', text: 'Your bids' },
    notice:
      query.done === 'submitted'
        ? {
            kind: 'success',
            text: 'Your bid is submitted and sealed. This is its receipt; a letter has it too. Download your own copy below.',
          }
        : undefined,
  })
}
