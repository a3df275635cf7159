import { isForeignMoney, readAmount } from '../values/amount.ts'
import { isEmptyCell, saysNothing } from '../values/blank-text.ts'
import { type DateForm, readDateForm } from '../values/date-forms.ts'

/** What the cells of one column look like, as counts over the sampled rows. */
export type ColumnFacts = {
  readonly rows: number
  readonly filled: number
  readonly amounts: number
  readonly decimals: number
  readonly negatives: number
  readonly integers: number
  /** Days written with marks or month names. */
  readonly days: number
  /** Months, quarters, ranges. */
  readonly periods: number
  /** Bare numbers that could be days or periods: `20230401`, `45017`, `202304`. */
  readonly digitDates: number
  readonly texts: number
  readonly severalWords: number
  readonly addresses: number
  readonly postcodes: number
  readonly companyNumbers: number
  readonly companyWords: number
  readonly expenseTypes: number
  readonly signs: number
  readonly currencies: number
  readonly longest: number
  readonly distinct: number
}

type Counts = { -readonly [Key in keyof ColumnFacts]: number }

const COMPANY_WORDS =
  /\b(?:ltd|limited|plc|llp|inc|council|trust|nhs|university|college|school|academy|services|solutions|association|society|church|care|homes?|group|uk|partners?|partnership|associates|consult\w*|(?:&|and) (?:sons?|co)|company|centre|hire|t\/a|redacted)\b/i
const EXPENSE_TYPE =
  /^(?:r|c|rev|cap|revenue|capital|(?:revenue|capital)[ -](?:expenditure|spend|payment|cost)s?)$/i
const SIGN =
  /^(?:dr|cr|d|c|debit|credit|inv|invoice|standard|cn|crn|credit (?:note|memo)|debit (?:note|memo)|pi|pc|mixed|prepayment)$/i
const CURRENCY = /^(?:gbp|eur|usd|£|€|\$|sterling|pounds?|uk pounds?)$/i
const POSTCODE = /^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$/i
const COMPANY_NUMBER = /^(?:\d{6,8}|(?:oc|sc|ni|ip|rs|ce|fc|np|so|sp|lp|rc|cs|ge|gn|nf)\d{4,6}r?)$/i

const isDateForm = (kind: DateForm['kind'], text: string): 'days' | 'periods' | 'digitDates' => {
  const isDigits = /^[\d.]+$/.test(text) && !/^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(text)
  if (isDigits) return 'digitDates'
  return kind === 'day' || kind === 'numeric' ? 'days' : 'periods'
}

/** Whether a cell can be a date at all; spares most texts the trouble of being tried. */
const mayBeDate = (text: string): boolean => text.length <= 45 && (/\d/.test(text) || text.length <= 12)

/** Counts what the cells of a column look like. */
export const columnFacts = (cells: readonly (string | undefined)[]): ColumnFacts => {
  const facts: Counts = {
    rows: cells.length,
    filled: 0,
    amounts: 0,
    decimals: 0,
    negatives: 0,
    integers: 0,
    days: 0,
    periods: 0,
    digitDates: 0,
    texts: 0,
    severalWords: 0,
    addresses: 0,
    postcodes: 0,
    companyNumbers: 0,
    companyWords: 0,
    expenseTypes: 0,
    signs: 0,
    currencies: 0,
    longest: 0,
    distinct: 0,
  }
  const seen = new Map<string, number>()
  for (const cell of cells) {
    const text = (cell ?? '').trim()
    if (isEmptyCell(text) || saysNothing(text)) continue
    facts.filled += 1
    seen.set(text, (seen.get(text) ?? 0) + 1)
  }
  for (const [text, times] of seen) countText(text, times, facts)
  facts.distinct = seen.size
  return facts
}

const countText = (text: string, times: number, facts: Counts): void => {
  const add = (key: keyof Counts, isSo: boolean): void => {
    if (isSo) facts[key] += times
  }
  facts.longest = Math.max(facts.longest, text.length)
  const hasDigit = /\d/.test(text)
  const amount = hasDigit ? (readAmount(text) ?? readAmount(text, ',')) : undefined
  add('amounts', amount !== undefined || (hasDigit && isForeignMoney(text)))
  add('decimals', amount !== undefined && /[.,]\d{1,2}\D*$|\.\d/.test(text))
  add('negatives', amount !== undefined && amount.pence < 0)
  add('integers', /^\d+$/.test(text))
  const form = mayBeDate(text) ? readDateForm(text) : undefined
  if (form !== undefined) facts[isDateForm(form.kind, text)] += times
  const letters = text.replace(/[^a-z]/gi, '').length
  add('texts', letters >= 3 && form === undefined && amount === undefined)
  add('severalWords', /[a-z]{2,}[\s,&/-]+[a-z&(]/i.test(text) && form === undefined)
  add('addresses', /^https?:\/\//i.test(text))
  add('postcodes', POSTCODE.test(text))
  add('companyNumbers', COMPANY_NUMBER.test(text))
  add('companyWords', COMPANY_WORDS.test(text))
  add('expenseTypes', EXPENSE_TYPE.test(text))
  add('signs', SIGN.test(text))
  add('currencies', CURRENCY.test(text))
}

/** The share of filled cells; 0 for an empty column. */
export const share = (facts: ColumnFacts, ...keys: readonly (keyof ColumnFacts)[]): number =>
  facts.filled === 0 ? 0 : keys.reduce((sum, key) => sum + facts[key], 0) / facts.filled
