import { MONTH_WORDS } from '../values/month-names.ts'

/**
 * Telling a total row by its words. Suppliers are called `Total Gas & Power` and `Grand Hotel`, so a text only counts as
 * a label when nothing but total words stand in it; looser texts (`ACME Ltd Total`) need more proof than words.
 */

const BEFORE =
  'the|overall|grand|sub|report|final|running|page|invoice|invoices|monthly|quarterly|annual|yearly|gross|net|cumulative|column|section|period|month|quarter|year|file|table|sheet|sum|combined|council|payment|payments|spend|spending|expenditure|amount'
const AFTER =
  'total|totals|of|for|in|to|the|on|and|all|paid|payment|payments|spend|spent|spending|expenditure|amount|amounts|value|net|gross|vat|tax|inc|incl|including|excl|ex|excluding|exc|exclusive|inclusive|supplier|suppliers|invoice|invoices|transaction|transactions|month|period|quarter|year|ytd|date|this|page|report|council|over|above|payable|gbp|pounds|sum|due|file|sheet|section|list|listed|published|£|500|250|5000|10000'
const STRICT = new RegExp(
  `^(?:(?:${BEFORE}|${MONTH_WORDS}|\\d{2,4}) )*(?:sub ?)?totals?(?: (?:${AFTER}|${MONTH_WORDS}|\\d{2,4}))*$`,
)
const SUM_WORDS =
  /^(?:sum|grand sum|sum total|net sum|overall|balance|final balance|closing balance|net balance|report sum)$/
const COUNT_WORDS =
  /^(?:(?:grand |overall )?total )?(?:(?:row|record|invoice|payment|transaction|grand|line) )?(?:counts?|number|no|nos|records|rows|record count|average|mean|maximum|minimum|max|min)(?: of .*| \d.*)?$|^(?:total )?(?:number|no|count) of\b/
const CARRIED =
  /^(?:(?:balance|total|sub ?total|amount) )?(?:(?:brought|carried) (?:forward|fwd|down)|[bc] ?(?:f|d)(?:wd)?)$/
const LOOSE = /^(?:grand |sub ?)?totals?\b|\b(?:sub ?)?totals?$/

export type Label = 'grand' | 'total' | 'subtotal' | 'loose' | 'count' | null

/** Cheap test that spares ordinary payees the closer look. */
export const LABEL_HINT =
  /total|sum|balance|forward|fwd|count|number|overall|average|carried|brought|\b[bc]\/[fd]/i

/** What kind of label a text is. */
export const labelOf = (text: string): Label => {
  if (!LABEL_HINT.test(text) || text.length > 120) return null
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9£]+/g, ' ')
    .trim()
  if (COUNT_WORDS.test(words)) return 'count'
  if (CARRIED.test(words)) return 'subtotal'
  if (SUM_WORDS.test(words)) return 'total'
  if (STRICT.test(words)) {
    if (/\bsub ?total/.test(words) || /\bpage\b/.test(words)) return 'subtotal'
    return /\b(?:grand|overall|report|final|file|council|combined|all)\b/.test(words) ? 'grand' : 'total'
  }
  return LOOSE.test(words) ? 'loose' : null
}

/** What a loose label names: `ACME Ltd` of `ACME Ltd Total`, `Adult Services` of `Total Adult Services`. */
export const labelSubject = (text: string): string =>
  text
    .replace(/^\W*(?:grand\s+|sub[\s-]*)?totals?\b(?:\s+(?:for|of))?[\s:–-]*/i, '')
    .replace(/[\s:–-]*\b(?:sub[\s-]*)?totals?\W*$/i, '')
    .trim()
    .toLowerCase()

const NOTE =
  /^(?:\*|note|notes?:|n\.b|source|please|this |these |all |the |figures|data |prepared|produced|published|printed|report|run |page \d|end of|contains|licen[cs]e|©|copyright|disclaimer|redact|for (?:more|further)|see |contact|if you|any |where |payments? (?:to|made|over)|amounts? |generated|created|date |version|-- ?end|\(?end\)?$|www\.|http|where |personal|names? |it |in |we |supplier)/i

/** Whether a text standing alone in its row reads as a remark rather than as a heading. */
export const readsAsNote = (text: string): boolean =>
  text.length > 70 || /[.!?]$/.test(text) || NOTE.test(text)
