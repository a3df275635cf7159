import { NotFound } from '../../../platform/errors.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import type { Purchase } from '../model/purchase.ts'
import { getPurchase } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'

/** The purchase that an address names. */
export const purchaseOfRequest = ({
  ctx,
  params: { purchaseId = '' },
}: Pick<PageRequest, 'ctx' | 'params'>): Promise<Purchase> => {
  if (!isId(purchaseId)) throw new NotFound('There is no such purchase.')
  return inReading<ProcurementTables, Purchase>(ctx, (db) => getPurchase(db, purchaseId))
}

export const mayManage = ({ visitor }: Pick<PageRequest, 'visitor'>): boolean =>
  visitor.permissions.has('procurement.manage')
