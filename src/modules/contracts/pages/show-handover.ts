import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { confirmHandover } from '../actions/handovers.ts'
import { lifeSentence } from '../messages/life.ts'
import { listCommitments } from '../store/commitments.ts'
import { getContract } from '../store/contracts.ts'
import { findHandover } from '../store/handovers.ts'
import { listIndicators } from '../store/indicators.ts'
import { listReviews } from '../store/reviews.ts'
import type { ContractsTables } from '../tables.ts'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'
import { ShowHandoverView } from './show-handover.view.tsx'

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { ctx, visitor } = request
  const id = idOf(request, 'contractId')
  const read = await inReading(ctx, async (db: Reader<ContractsTables>) => {
    const handover = await findHandover(db, id)
    if (!handover) throw new NotFound('This contract came from no award, so there is no pack to hand over.')
    return {
      handover,
      contract: await getContract(db, id),
      commitments: await listCommitments(db, id),
      indicators: await listIndicators(db, id),
      reviews: await listReviews(db, id),
    }
  })
  const mayManage = visitor.permissions.has('contracts.manage')
  return pageOfContract(request, h(ShowHandoverView, { ...read, errors, mayManage }), errors, {
    title: 'Hand-over pack',
    back: { href: `${contractPath(id)}/supplier`, text: 'Supplier' },
    done: {
      made: 'The contract is made. Both sides read the pack and confirm it.',
      confirmed: 'The hand-over is confirmed on this side.',
    },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const id = idOf(request, 'contractId')
  const confirmed = await confirmHandover(request.ctx, id)
  return confirmed.ok
    ? redirect(`${contractPath(id)}/handover?done=confirmed`)
    : show(request, [{ field: '', message: lifeSentence(confirmed) }])
}
