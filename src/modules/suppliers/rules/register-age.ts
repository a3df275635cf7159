import type { PlainDate } from '../../../kernel/plain-date.ts'

/** After this many months a register has lost enough new and renamed bodies to say so. */
const OUT_OF_DATE_AFTER_MONTHS = 12

export type RegisterAge = { readonly months: number; readonly isOutOfDate: boolean }

/** Whole months between the day a register stands for and today. */
export const deriveRegisterAge = (asOf: PlainDate, today: PlainDate): RegisterAge => {
  const [from, to] = [asOf, today].map((day) => day.split('-').map(Number))
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from ?? []
  const [toYear = 0, toMonth = 0, toDay = 0] = to ?? []
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0)
  return { months: Math.max(0, months), isOutOfDate: months >= OUT_OF_DATE_AFTER_MONTHS }
}
