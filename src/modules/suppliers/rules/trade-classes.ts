import { CODES_OF_NO_TRADE } from '../model/sic-2007.ts'

/**
 * The classes of SIC 2007 (four digits) that a body trades in: finer than a section, and the same for codes that differ only
 * in the subclass that the UK adds. Codes of older classifications and of no trade tell nothing.
 */
export const tradeClasses = (sicCodes: readonly string[]): readonly string[] => [
  ...new Set(
    sicCodes
      .filter((code) => /^\d{5}$/.test(code) && !CODES_OF_NO_TRADE.has(code))
      .map((code) => code.slice(0, 4)),
  ),
]
