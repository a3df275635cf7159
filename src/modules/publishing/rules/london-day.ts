import { type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts'

const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](?:\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i

/** A second before midnight is how publishers write "to the end of the day", and they mean the day they write. */
const END_OF_DAY = /T23:59(:59(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i

/** The day in London of a moment; of a day or a time without a zone, the day as written. */
export const londonDay = (text: string): PlainDate | undefined => {
  const match = MOMENT.exec(text.trim())
  const [, day = '', zone] = match ?? []
  if (!match || parsePlainDate(day) === undefined) return undefined
  if (zone === undefined || END_OF_DAY.test(text.trim())) return parsePlainDate(day)
  const moment = new Date(text.trim().replace(' ', 'T'))
  return Number.isNaN(moment.getTime()) ? undefined : parsePlainDate(LONDON.format(moment))
}
