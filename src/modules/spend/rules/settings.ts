import type { Certainty } from '../model/turnover-ceilings.ts'

/**
 * A number that a person may set, and what the product suggests where nobody has. Values are whole hundredths, so that pounds
 * are pence and 8.2 jobs are 820: nothing is added up in floats.
 */
export type Setting = {
  readonly name: string
  readonly label: string
  readonly unit: 'pounds' | 'percent' | 'number'
  readonly suggested: number
  readonly least: number
  readonly most: number
  /** Why this is suggested, and by whom. */
  readonly source: string
  /** Of a figure from outside: how sure it is. */
  readonly certainty?: Certainty
}

export type SetValue = {
  readonly setting: Setting
  readonly value: number
  readonly origin: 'suggested' | 'own'
  /** What was typed, where it cannot be used. */
  readonly refused: string | null
}

const NUMBER = /^(\d{1,12})(?:\.(\d{1,2}))?$/

/** Hundredths of a number as typed: `50`, `8.25`, `£1,000`, `5%`. Undefined for what is no such number. */
export const readHundredths = (text: string): number | undefined => {
  const found = NUMBER.exec(text.replace(/[£,%\s]/g, ''))
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : undefined
}

/** Hundredths as a person types them: 820 → `8.2`. */
export const writeHundredths = (value: number): string => String(value / 100)

/** What a text says for a setting. Nothing is the suggestion; what cannot be used is refused, and said so. */
export const readSetting = (setting: Setting, text: string | undefined): SetValue => {
  const suggestion = { setting, value: setting.suggested, origin: 'suggested', refused: null } as const
  const typed = text?.trim() ?? ''
  if (typed === '') return suggestion
  const value = readHundredths(typed)
  if (value === undefined || value < setting.least || value > setting.most)
    return { ...suggestion, refused: typed.slice(0, 40) }
  return { setting, value, origin: value === setting.suggested ? 'suggested' : 'own', refused: null }
}
