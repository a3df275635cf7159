import { type PlainDate, parsePlainDate } from '../../kernel/plain-date.ts'

/** A day as a date field sends it, or as people write it: 2027-05-04 or 4/5/2027. */
export const readTypedDay = (text: string): PlainDate | undefined => {
  const british = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text.trim())
  if (!british) return parsePlainDate(text.trim())
  const [, day = '', month = '', year = ''] = british
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
