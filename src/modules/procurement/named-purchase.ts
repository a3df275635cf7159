import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import type { Purchase } from './model/purchase.ts'
import { findPurchaseByNumber, getPurchase } from './store/purchases.ts'
import type { ProcurementTables } from './tables.ts'

/** The purchase that a program names: `P-12`, `12` or its id. Throws NotFound where there is none. */
export const purchaseNamed = async (ctx: Context, name: string): Promise<Purchase> => {
  if (isId(name)) return inReading(ctx, (db: Reader<ProcurementTables>) => getPurchase(db, name))
  const number = /^(?:P-)?(\d{1,9})$/i.exec(name)?.[1]
  if (!number) throw new NotFound('Name the purchase by its number, such as P-12.')
  const purchase = await inReading(ctx, (db: Reader<ProcurementTables>) =>
    findPurchaseByNumber(db, Number(number)),
  )
  if (!purchase) throw new NotFound(`There is no purchase P-${number}.`)
  return purchase
}
