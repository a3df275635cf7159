import { type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts'
import type { CommandInput } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'

type Option = CommandInput['options'][string]

export const ORGANISATION = { organisation: { type: 'string', description: 'whose payments' } } as const
export const PERIOD = {
  from: { type: 'string', description: 'first month, 2026-04; from the beginning, left out' },
  to: { type: 'string', description: 'last month, 2027-03; to the end, left out' },
} as const

const monthOf = (value: Option, name: string): PlainDate | null => {
  if (value === undefined) return null
  const month = parsePlainDate(`${String(value)}-01`)
  if (!month) throw new Unusable(`--${name} is a month such as 2026-04.`)
  return month
}

/** The months of `--from` and `--to`. Throws Unusable where one is none. */
export const periodOf = (options: CommandInput['options']) => ({
  fromMonth: monthOf(options.from, 'from'),
  toMonth: monthOf(options.to, 'to'),
})

/** A whole number of an option. Throws Unusable with what it may be. */
export const wholeOf = (value: Option, name: string, usual: number, most: number): number => {
  const number = Number(value ?? usual)
  if (Number.isInteger(number) && number >= 1 && number <= most) return number
  throw new Unusable(`--${name} is a whole number from 1 to ${most}.`)
}

/** The title in `--title`. Throws Unusable where there is none. */
export const titleOf = (value: Option): string => {
  const title = (typeof value === 'string' ? value : '').trim().replaceAll('\0', '')
  if (title === '' || title.length > 200)
    throw new Unusable('Give it a title of up to 200 characters: --title "…".')
  return title
}
