import { type PlainDate, parsePlainDate } from '../../../../kernel/plain-date.ts'

/** A value as read, or what is wrong with it, as the end of "… : ". */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: string }
const ok = <Value>(value: Value): Read<Value> => ({ ok: true, value })
const bad = (why: string): Read<never> => ({ ok: false, why })

const shown = (raw: unknown): string =>
  typeof raw === 'string'
    ? `"${raw}"`
    : typeof raw === 'number'
      ? String(raw)
      : (JSON.stringify(raw) ?? String(raw))
/** `Light Touch` and `lightTouch` and `light-touch` are one word. */
export const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9£%]/g, '')

const YES = new Set(['true', 'yes', 'y'])
const NO = new Set(['false', 'no', 'n', 'none'])
export const readFlag = (raw: unknown): Read<boolean> => {
  if (typeof raw === 'boolean') return ok(raw)
  const word = typeof raw === 'string' ? plain(raw) : ''
  if (YES.has(word)) return ok(true)
  return NO.has(word) ? ok(false) : bad(`${shown(raw)} is neither true nor false.`)
}

export const readDay = (raw: unknown): Read<PlainDate> => {
  const day = typeof raw === 'string' ? parsePlainDate(raw.trim().replace(/T.*$/, '')) : undefined
  return day === undefined
    ? bad(`${shown(raw)} is not a day written as year-month-day, such as 2026-11-22.`)
    : ok(day)
}

/** Pounds as a number or text (`207720`, `"£207,720.00"`) to whole pence. */
export const readPounds = (raw: unknown): Read<number> => {
  const text = (typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw : '')
    .replaceAll(/[£,\s]/g, '')
    .replace(/GBP$/i, '')
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text)
  if (!match) return bad(`${shown(raw)} is not an amount in pounds and pence, such as 207720.00.`)
  const pence = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return ok(match[1] === '-' && pence !== 0 ? -pence : pence)
}

export const readPence = (raw: unknown): Read<number> => {
  const number =
    typeof raw === 'number'
      ? raw
      : typeof raw === 'string' && /^-?\d{1,15}$/.test(raw.trim())
        ? Number(raw)
        : Number.NaN
  return Number.isSafeInteger(number) ? ok(number) : bad(`${shown(raw)} is not a whole number of pence.`)
}

export const readNumber = (raw: unknown): Read<number> => {
  const text =
    typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw.replaceAll(/[%\s]/g, '') : ''
  return /^-?\d+(\.\d+)?$/.test(text) ? ok(Number(text)) : bad(`${shown(raw)} is not a number.`)
}

const NO_VAT = new Set(['exempt', 'zero', 'zerorated', 'outsidescope', 'none', 'novat'])
/** A rate of VAT in hundredths of a percent: 20, `"20%"`, 0.2 and `"zero-rated"` are understood. */
export const readVatRate = (raw: unknown): Read<number> => {
  if (typeof raw === 'string' && NO_VAT.has(plain(raw))) return ok(0)
  const number = readNumber(raw)
  if (!number.ok) return number
  const isFraction = number.value > 0 && number.value < 1 && !(typeof raw === 'string' && raw.includes('%'))
  return ok(Math.round(number.value * (isFraction ? 10_000 : 100)))
}

/** One of a list of words, by its synonyms. */
export const readWord =
  <Word extends string>(words: readonly Word[], synonyms: Readonly<Record<string, Word>> = {}) =>
  (raw: unknown): Read<Word> => {
    const text = typeof raw === 'string' ? plain(raw) : ''
    const found =
      words.find((word) => plain(word) === text) ??
      (Object.hasOwn(synonyms, text) ? synonyms[text] : undefined)
    return found === undefined ? bad(`${shown(raw)} is not one of: ${words.join(', ')}.`) : ok(found)
  }

export const readList =
  <Item>(read: (raw: unknown) => Read<Item>) =>
  (raw: unknown): Read<readonly Item[]> => {
    const items: Item[] = []
    for (const part of Array.isArray(raw) ? raw : [raw]) {
      const item = read(part)
      if (!item.ok) return item
      items.push(item.value)
    }
    return ok(items)
  }

export const readText = (raw: unknown): Read<string> =>
  typeof raw === 'string'
    ? ok(raw)
    : typeof raw === 'number'
      ? ok(String(raw))
      : bad(`${shown(raw)} is not text.`)
