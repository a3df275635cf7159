import { numberWords } from './messages/purchase-words.ts'
import type { Purchase } from './model/purchase.ts'
import { wholeValue, wholeValueWithVat } from './rules/purchase-value.ts'

/** A purchase as the API and the command line give it. Money is in whole pence, without VAT unless the name says so. */
export const describePurchase = (purchase: Purchase) => {
  const { authorityId: _, createdAt, updatedAt, number, ...rest } = purchase
  return {
    ...rest,
    number: numberWords(number),
    wholeValuePence: wholeValue(purchase),
    wholeValueWithVatPence: wholeValueWithVat(purchase),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
