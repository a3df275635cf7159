import type { DecimalMark } from '../model.ts'

/** Whole pence; `rounded` where the text held a fraction of a penny. */
export type Amount = { readonly pence: number; readonly rounded: boolean }

const MOST_DIGITS = 15

/**
 * Whole pence of a plainly written amount (`-1234.5`, `1,234.50`), in one pass over the text; NaN for anything
 * else, which is then left to `readAmount`. Most cells of most files end here.
 */
export const plainPence = (text: string): number => {
  const length = text.length
  if (length === 0 || length > MOST_DIGITS) return Number.NaN
  const negative = text.charCodeAt(0) === 45
  let pence = 0
  let digits = 0
  let decimals = -1
  let sinceComma = -1
  for (let i = negative ? 1 : 0; i < length; i += 1) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) {
      pence = pence * 10 + code - 48
      if (decimals >= 0) {
        decimals += 1
        if (decimals > 2) return Number.NaN
      } else {
        digits += 1
        if (sinceComma >= 0) sinceComma += 1
      }
    } else if (code === 46 && decimals < 0) {
      if (sinceComma >= 0 && sinceComma !== 3) return Number.NaN
      decimals = 0
    } else if (code === 44 && decimals < 0) {
      if (sinceComma === -1 ? digits < 1 || digits > 3 : sinceComma !== 3) return Number.NaN
      sinceComma = 0
    } else return Number.NaN
  }
  if (digits === 0 || (decimals < 0 && sinceComma >= 0 && sinceComma !== 3)) return Number.NaN
  const scaled = decimals === 2 ? pence : decimals === 1 ? pence * 10 : pence * 100
  return negative && scaled !== 0 ? -scaled : scaled
}

/** Currency marks: also `£` as it looks after a wrong decoding (`Â£`, `ú`, `œ`, U+FFFD), and `GBP`. */
const CURRENCY = /(?:Â?£|Â|ú|œ|\uFFFD|#|\?|GBP|Gbp|gbp)/g
const MINUS = /[-−–—‐‑﹣－]/
const ONLY_A_DASH = /^[-−–—‐‑]+$/
const CREDIT_OR_DEBIT = /^(?:(CR|DR)\.?\s*)?(.*?)(?:\s*(CR|DR)\.?)?$/is

/**
 * Exact pence of an amount as councils write them: pound signs, commas, spaces (also unbreakable ones), brackets
 * and trailing minus for negatives, CR and DR, exponents, `£ -` for nought. Undefined where it is not an amount.
 */
export const readAmount = (text: string, mark: DecimalMark = '.'): Amount | undefined => {
  const stripped = text.replace(/^['"\s]+|['"\s]+$/g, '')
  if (stripped === '' || stripped.length > 60) return undefined
  const side = CREDIT_OR_DEBIT.exec(stripped)
  const sideMark = (side?.[1] ?? side?.[3] ?? '').toUpperCase()
  let core = (side?.[2] ?? '').replace(CURRENCY, '').trim()
  if (core === '') return undefined
  if (ONLY_A_DASH.test(core) || /^nil$/i.test(core)) return { pence: 0, rounded: false }
  let negative = sideMark === 'CR'
  const bracketed = /^[-−–]?\s*\(\s*(.*?)\s*\)$/.exec(core)
  if (bracketed) {
    negative = true
    core = bracketed[1] ?? ''
  }
  const signed = takeSign(core)
  if (signed === undefined) return undefined
  const amount = readDigits(signed.core, mark)
  if (amount === undefined) return undefined
  return negative || signed.negative ? { ...amount, pence: 0 - amount.pence } : amount
}

const takeSign = (core: string): { core: string; negative: boolean } | undefined => {
  const text = core.trim()
  if (MINUS.test(text.charAt(0))) return { core: text.slice(1).trim(), negative: true }
  if (MINUS.test(text.charAt(text.length - 1))) return { core: text.slice(0, -1).trim(), negative: true }
  if (text.startsWith('+')) return { core: text.slice(1).trim(), negative: false }
  return text === '' ? undefined : { core: text, negative: false }
}

const WITH_POINT =
  /^(\d{1,3}(?:[,\s'’]\s?\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+|(?=\.\d))(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/
const WITH_COMMA = /^(\d{1,3}(?:[.\s'’]\d{3})+|\d+|(?=,\d))(?:,(\d*))?(?:[eE]([+-]?\d{1,3}))?$/

const readDigits = (core: string, mark: DecimalMark): Amount | undefined => {
  const match = (mark === '.' ? WITH_POINT : WITH_COMMA).exec(core)
  if (!match) return undefined
  const whole = (match[1] ?? '').replace(/\D/g, '')
  const fraction = match[2] ?? ''
  return shiftToPence(whole + fraction, fraction.length - Number(match[3] ?? 0))
}

/** Exact: the digits stand for `digits × 10^-decimals` pounds; halves of a penny are rounded away from zero. */
const shiftToPence = (digits: string, decimals: number): Amount | undefined => {
  if (digits === '') return undefined
  const shift = 2 - decimals
  if (Math.abs(shift) > 400) return undefined
  if (shift >= 0) return wholePence(digits + '0'.repeat(shift), false, false)
  const cut = digits.length + shift
  const kept = cut > 0 ? digits.slice(0, cut) : '0'
  const dropped = (cut > 0 ? digits.slice(cut) : '0'.repeat(-cut) + digits).padEnd(1, '0')
  return wholePence(kept, dropped.charCodeAt(0) >= 53, /[1-9]/.test(dropped))
}

const wholePence = (digits: string, up: boolean, rounded: boolean): Amount | undefined => {
  const pence = Number(digits) + (up ? 1 : 0)
  return Number.isSafeInteger(pence) ? { pence, rounded } : undefined
}

/** Whether a text is an amount in another money than pounds. */
export const isForeignMoney = (text: string): boolean =>
  /[€$¥]|\b(?:EUR|USD|CHF|JPY)\b/i.test(text) && /\d/.test(text)
