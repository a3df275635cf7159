/** Numbers of companies and charities as ledgers hold them: zeros lost to spreadsheets, stray spaces, letters for digits. */

export type ReadNumber = {
  readonly number: string
  /** What had to be mended; empty when the text was already the number. */
  readonly repairs: readonly ('padded' | 'cleaned' | 'letter-for-digit' | 'from-scientific')[]
}

/** Prefixes of company numbers (Companies House, "Uniform Resource Identifiers customer guide", table of prefixes). */
const PREFIXES = new Set(
  `AC BR CE CS EN ES FC FE GE GN GS IC IP LP NA NC NF NI NL NO NP NR NV NZ OC OE PC RC RS SA SC SE SF SG SI SL SO SP SR SZ ZC`.split(
    ' ',
  ),
)

/** Numbers that forms are filled with when nobody knows the number. */
const PLACEHOLDERS = new Set([
  '00000000',
  '11111111',
  '12345678',
  '99999999',
  '01234567',
  '00000001',
  '87654321',
])

const LABEL =
  /^(?:GB-COH-|GB-CHC-|(?:UK |GB )?(?:COMPANY|CO|CHARITY|REG(?:ISTRATION|ISTERED)?|CRN|RCN|NUMBER|NO|NUM)\b[.:#\s]*)+/i

const SCIENTIFIC = /^(\d)[.,](\d+)E\+?0*(\d{1,2})$/i

/** Spreadsheets show 4.12E+06 for a wide number in a narrow column; only with all its digits can it be read back. */
const fromScientific = (text: string): string | null => {
  const found = SCIENTIFIC.exec(text)
  if (!found) return null
  const [digits, power] = [`${found[1]}${found[2]}`, Number(found[3])]
  return digits.length >= 6 && digits.length <= power + 1 && power <= 7 ? digits.padEnd(power + 1, '0') : null
}

const withRepairs = (number: string, text: string, repairs: ReadNumber['repairs']): ReadNumber | null =>
  PLACEHOLDERS.has(number)
    ? null
    : { number, repairs: repairs.length === 0 && number !== text ? ['cleaned'] : repairs }

const padded = (digits: string, width: number): ReadNumber['repairs'] =>
  digits.length < width ? ['padded'] : []

/** "SC1234", "0C300001" (nought for O), "SCO12345" (O for nought), "IP22981R": a prefix of two letters and six places. */
const prefixed = (text: string, raw: string): ReadNumber | null => {
  const mended = text
    .replace(/^0([CE])(?=\d)/, 'O$1')
    .replace(/^N[1L](?=\d{5,6}$)/, 'NI')
    .replace(
      /^([A-Z]{2})(O+)(?=\d)/,
      (_, prefix: string, letters: string) => `${prefix}${'0'.repeat(letters.length)}`,
    )
  const found = /^([A-Z]{2})(\d{1,6})(R?)$/.exec(mended)
  if (!found || !PREFIXES.has(found[1] ?? '')) return null
  const [, prefix = '', digits = '', suffix = ''] = found
  const width = suffix === '' ? 6 : 5
  if (digits.length > width || Number(digits) === 0) return null
  const repairs: ReadNumber['repairs'] = [
    ...(mended === text ? [] : ['letter-for-digit' as const]),
    ...padded(digits, width),
  ]
  return withRepairs(`${prefix}${digits.padStart(width, '0')}${suffix}`, raw, repairs)
}

/** Reads a company number, mending what can be mended for certain; null when it cannot be one. */
export const readCompanyNumber = (raw: string | null | undefined): ReadNumber | null => {
  const trimmed = (raw ?? '').trim()
  const scientific = fromScientific(trimmed)
  if (scientific !== null) return withRepairs(scientific.padStart(8, '0'), trimmed, ['from-scientific'])
  const text = trimmed
    .toUpperCase()
    .replace(LABEL, '')
    .replace(/\.0+$/, '')
    .replace(/[^A-Z\d]/g, '')
  if (/^\d{1,8}$/.test(text)) {
    return Number(text) === 0 ? null : withRepairs(text.padStart(8, '0'), trimmed, padded(text, 8))
  }
  // Northern Irish companies older than partition: R and seven digits.
  return /^R0\d{6}$/.test(text) ? withRepairs(text, trimmed, []) : prefixed(text, trimmed)
}

/**
 * Reads a charity number: five to seven digits for England and Wales, SC and six for Scotland, NIC and six for Northern
 * Ireland. The "-1" of a linked charity is dropped: the main charity is the body paid.
 */
export const readCharityNumber = (raw: string | null | undefined): ReadNumber | null => {
  const trimmed = (raw ?? '').trim()
  const text = trimmed
    .toUpperCase()
    .replace(LABEL, '')
    .replace(/\.0+$/, '')
    .replace(/\s*[-/]\s*\d{1,3}$/, '')
    .replace(/[^A-Z\d]/g, '')
  const scottish = /^SC[O0]?(\d{4,6})$/.exec(text)?.[1]
  if (scottish !== undefined)
    return withRepairs(`SC${scottish.slice(-6).padStart(6, '0')}`, trimmed, padded(scottish, 5))
  if (/^NIC?1\d{5}$/.test(text)) return withRepairs(`NIC${text.slice(-6)}`, trimmed, [])
  const digits = /^0*([1-9]\d{4,6})$/.exec(text)?.[1]
  return digits === undefined || Number(digits) > 1_300_000 ? null : withRepairs(digits, trimmed, [])
}
