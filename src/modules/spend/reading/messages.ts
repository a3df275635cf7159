import type { Warning } from './model.ts'
import type { UnreadableCode } from './refusal-model.ts'
import type { OtherKind, RejectReason } from './row-model.ts'

type Facts = Readonly<Record<string, string | number>>

const UNREADABLE: Readonly<Record<UnreadableCode, string>> = {
  empty: 'The file is empty. Upload the file again, or ask whoever made it for a new copy.',
  pdf: 'The file is a PDF document, whatever its name says. Upload the spreadsheet or CSV file it was made from.',
  'old-excel':
    'The file is an old Excel workbook (.xls, Excel 97 to 2003). Open it in Excel and save it as .xlsx or .csv, then upload that.',
  password: 'The file is protected with a password. Save a copy without the password and upload that.',
  'binary-workbook':
    'The file is a binary Excel workbook (.xlsb). Open it in Excel and save it as .xlsx or .csv, then upload that.',
  'open-document':
    'The file is an OpenDocument spreadsheet (.ods). Save it as .xlsx or .csv and upload that.',
  'word-document':
    'The file is a Word or PowerPoint document. Upload the spreadsheet or CSV file that holds the payments.',
  image: 'The file is a picture. Upload the spreadsheet or CSV file that holds the payments.',
  'web-page':
    'The file is a web page (HTML), whatever its name says. If it opens in Excel, save it there as .xlsx or .csv and upload that; otherwise download the data file itself.',
  json: 'The file is JSON. Upload the payments as a CSV file or an .xlsx workbook.',
  xml: 'The file is XML. If it opens in Excel, save it there as .xlsx or .csv and upload that.',
  'rich-text':
    'The file is a rich text document (RTF). Upload the spreadsheet or CSV file that holds the payments.',
  'other-archive':
    'The file is an archive of a kind that is not read here ({kind}). Unpack it and upload the CSV or .xlsx file, or a ZIP file.',
  'other-binary':
    'The file does not hold text or a spreadsheet. Upload a CSV file, an .xlsx workbook, or a ZIP file of those.',
  'nul-bytes':
    'The file holds zero bytes, so it is not a plain text file or was damaged on the way. Save it again as CSV (UTF-8) and upload that.',
  'line-too-long':
    'A line of the file is longer than {limit} characters, which no payment file needs. Check that it is a CSV file with one payment on each line.',
  'too-large': 'The file is larger than {limit}. Split it, for example by month, and upload the pieces.',
  'expands-too-much':
    'The compressed file unpacks to far more than its size allows ({detail}), as a damaged or harmful file does. Upload the unpacked CSV or .xlsx file.',
  'archive-damaged': 'The compressed file is damaged or incomplete. Make it again and upload the new copy.',
  'archive-nested':
    'The ZIP file holds another compressed file ({entry}). Unpack it once and upload what is inside.',
  'archive-without-payments':
    'The ZIP file holds no CSV file or .xlsx workbook in which payments could be found. {detail}',
  'workbook-damaged':
    'The Excel workbook is damaged or incomplete. Open it in Excel, save it again and upload the new copy.',
  'workbook-without-payments': 'No sheet of the workbook looks like a list of payments. {detail}',
  'cannot-open': 'The file could not be opened on the server. Upload it again.',
  'no-rows': 'The file has no rows of data.',
  'no-amount-column':
    'No column with amounts of money could be found. Choose the column that holds the amount, or upload the file that lists the payments.',
  'no-payee-column':
    'No column that names who was paid could be found. Choose the column that holds the supplier, or upload the file that lists the payments.',
  'correction-unknown-column':
    'The file has no column {column} to use for {role}. Its columns are: {headers}.',
  'correction-unknown-sheet': 'The workbook has no sheet called {sheet}. Its sheets are: {sheets}.',
  'correction-unknown-header-row': 'The file has no row {row} near its start to use as header.',
  'layout-mismatch': 'The file does not hold {part}, which the layout names. Detect its layout again.',
}

/** Puts facts into a sentence; `[one|many]` is chosen by whether `count` is 1. */
const fill = (sentence: string, facts: Facts): string =>
  sentence
    .replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_, one: string, many: string) => (facts.count === 1 ? one : many))
    .replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
    .trim()

export const unreadableMessage = (code: UnreadableCode, facts: Facts = {}): string =>
  fill(UNREADABLE[code], facts)

const REJECTS: Readonly<Record<RejectReason, string>> = {
  'date-missing': 'The row has an amount and no date.',
  'date-unreadable': 'The date {text} cannot be read as a day or a period.',
  'amount-missing': 'The row has no amount.',
  'amount-unreadable': 'The amount {text} cannot be read.',
  'amount-not-pounds': 'The amount {text} is not in pounds.',
  'only-an-amount': 'The row has an amount and nothing that says who was paid or when.',
  'columns-shifted': 'The row has more cells than the header, and it is not clear which belongs where.',
}

/** The sentence for a rejected row; `text` is the cell that could not be read. */
export const rejectMessage = (reason: RejectReason, text = ''): string => {
  const shown = text.trim().slice(0, 60)
  return fill(REJECTS[reason], { text: shown === '' ? '(empty)' : `“${shown}”` })
}

const WARNINGS = {
  'header-missing': 'The file has no header row. The columns were told apart by what they hold: check them.',
  'header-in-two-rows': 'The header takes two rows ({rows}); they were read together.',
  'headers-repeated':
    'The header is repeated [once|{count} times]; [that row is no payment|those rows are no payments].',
  'columns-change': 'The columns change at row {row}: from there on the header of that row is used.',
  'payee-missing': 'No column names who was paid, so every payment has an empty payee.',
  'payee-guessed': 'The column that names who was paid was found by its content ({header}): check it.',
  'amount-guessed': 'The column of amounts was found by its content ({header}): check it.',
  'amount-gross': 'The amounts include VAT ({header}); the file has no amount without VAT.',
  'amount-alternatives': 'The amounts are taken from “{header}”. The file also has {others}.',
  'amount-debit-credit': 'The amounts are debits less credits ({header}).',
  'amount-summed': 'The amounts are the sum of {count} columns, one for each month ({header}).',
  'amounts-rounded':
    '{count} [amount|amounts] had a fraction of a penny and [was|were] rounded to the penny, halves away from zero.',
  'amounts-exponent':
    '{count} [amount is|amounts are] written with an exponent (such as 1.5E+03); the file may have lost the last digits.',
  'amounts-not-pounds':
    '{count} [payment is|payments are] marked as being in another currency ({currencies}) and read as pounds.',
  'credit-notes-signed':
    '{count} [amount was|amounts were] made negative because the row says that it is a credit.',
  'date-missing': 'The file has no column of dates.',
  'date-column-replaced': 'The column “{header}” is mostly empty, so dates are taken from “{other}”.',
  'date-order-assumed':
    'Every date could be read day first or month first. They are read day first, as is usual in England.',
  'date-order-likely': 'Every date could be read day first or month first. They are read {order}: {reason}.',
  'date-order-mixed':
    'Most dates are written {order}, and some can only be read the other way. Rows whose date cannot be read {order} are rejected.',
  'period-from-title': 'The payments are taken to fall in {period}, which the title names.',
  'period-from-file-name': 'The payments are taken to fall in {period}, which the file name names.',
  'period-from-sheet-name': 'The payments are taken to fall in {period}, which the sheet name names.',
  'period-unknown': 'Neither the rows, nor a title, nor the file name say when the payments were made.',
  'quarter-assumed':
    'A quarter is named without a financial year; quarter 1 is read as January to March. If it counts from April, correct the period.',
  'ledger-period-assumed':
    'Periods such as {example} are read as months of the calendar year. If they count from April, correct the period.',
  'periods-from-april': 'Numbered periods are read as months counted from April: period 1 is April.',
  'several-bodies':
    'The file holds the payments of {count} bodies: {names}. All are counted; correct the layout to count one of them.',
  'body-not-found': 'No row names the body “{body}”, so no payment is counted. The file names: {names}.',
  'body-chosen':
    'Only the payments of {body} are counted; {count} [row is|rows are] of another body or of none.',
  'encoding-mixed':
    '{count} [character was|characters were] not written in {encoding} like the rest of the file, and read as {fallback}.',
  'characters-lost':
    '{count} [payee holds|payees hold] the mark of a character that was already lost in the file.',
  'quotes-repaired':
    '{count} [row has|rows have] a quotation mark without a partner (first: row {row}); it was read as it stands.',
  'amounts-rejoined':
    '{count} [row|rows] had an amount cut in two at its comma (first: row {row}); the pieces were joined again.',
  'rows-realigned':
    '{count} [row|rows] had a comma inside a cell without quotation marks (first: row {row}); the pieces were joined again.',
  'sheets-hidden': 'Hidden sheets were not read: {names}.',
  'sheets-not-read': 'These sheets were not read: {names}.',
  'sheets-read': 'Payments were read from {count} sheets: {names}.',
  'entries-not-read': 'These entries of the ZIP file were not read: {names}.',
  'entries-read': 'Payments were read from {count} files inside the ZIP file: {names}.',
  'dates-grouped': 'The date is printed once above its rows; it was carried down to the rows below.',
  'payees-grouped': 'The payee is printed once above its rows; it was carried down to the rows below.',
  'payees-unnamed': '{count} [payment has|payments have] no payee: {amount} in all.',
  'total-differs':
    'The file prints a total of {printed}; its rows add up to {sum}, a difference of {difference}.',
  'total-includes-rejects': 'The printed total of {printed} includes {rejected} on rejected rows.',
  'subtotals-differ': '{count} [subtotal does|subtotals do] not equal the rows above (first: row {row}).',
  'many-rejects':
    '{count} of {rows} rows [was|were] rejected. The layout may have been misunderstood: check the columns.',
} as const
export type WarningCode = keyof typeof WARNINGS

export const warning = (code: WarningCode, facts: Facts = {}): Warning => ({
  code,
  message: fill(WARNINGS[code], facts),
})

/** Pounds and pence of exact pence, for sentences. */
export const poundsText = (pence: number): string => {
  const whole = Math.trunc(Math.abs(pence) / 100).toLocaleString('en-GB')
  return `${pence < 0 ? '-' : ''}£${whole}.${String(Math.abs(pence) % 100).padStart(2, '0')}`
}

/** A size such as `2 GiB`, for sentences. */
export const sizeText = (bytes: number): string => {
  if (bytes < 1024 ** 2) return `${bytes.toLocaleString('en-GB')} bytes`
  const [size, unit] = bytes >= 1024 ** 3 ? [bytes / 1024 ** 3, 'GiB'] : [bytes / 1024 ** 2, 'MiB']
  return `${Number(size.toFixed(1))} ${unit}`
}

/** What each kind of row that is no payment is called on screen. */
export const OTHER_KIND_NAMES: Readonly<Record<OtherKind, string>> = {
  blank: 'blank row',
  title: 'title',
  header: 'header',
  'repeated-header': 'repeated header',
  group: 'group heading',
  total: 'total',
  subtotal: 'subtotal',
  note: 'note',
  'of-another-body': 'payment of another body',
}
