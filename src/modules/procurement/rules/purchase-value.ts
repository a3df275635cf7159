import { divideRounding, type Pence } from '../../../kernel/money.ts'
import type { PurchaseDraft } from '../model/purchase.ts'

type Valued = Pick<PurchaseDraft, 'valuePence' | 'optionsPence' | 'extensionsPence' | 'vatRate'>

/** The most that could be paid, without VAT: the certain part, every option and every extension. Null while not known. */
export const wholeValue = ({ valuePence, optionsPence, extensionsPence }: Valued): Pence | null =>
  valuePence === null ? null : valuePence + optionsPence + extensionsPence

/** The same with VAT, as thresholds count it (Procurement Act 2023 s.123(2)); null while either is not known. */
export const wholeValueWithVat = (purchase: Valued): Pence | null => {
  const whole = wholeValue(purchase)
  if (whole === null || purchase.vatRate === null) return null
  return Number(divideRounding(BigInt(whole) * BigInt(100 + purchase.vatRate), 100n))
}
