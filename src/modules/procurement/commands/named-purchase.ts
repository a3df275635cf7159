import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import type { Purchase } from '../model/purchase.ts'
import { findPurchaseByNumber } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'

/** The purchase that a command names, `P-12` or `12`. Throws Unusable where there is none. */
export const purchaseNamed = async (ctx: Context, name: string): Promise<Purchase> => {
  const number = /^(?:P-)?(\d{1,9})$/i.exec(name)?.[1]
  if (!number) throw new Unusable('Name the purchase by its number, such as P-12.')
  const purchase = await inReading(ctx, (db: Reader<ProcurementTables>) =>
    findPurchaseByNumber(db, Number(number)),
  )
  if (!purchase) throw new Unusable(`There is no purchase P-${number}.`)
  return purchase
}
