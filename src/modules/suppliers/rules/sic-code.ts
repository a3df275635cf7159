import { CODES_BEGINNING_WITH_NOUGHT } from '../model/sic-2007.ts'

const LEADING_CODE = /^\s*(\d{1,5})(?:\.\d+)?(?:\s*-|\s*$)/

/**
 * Reads one SIC code, with or without its text: "74990 - Non-trading company". Five digits are SIC 2007. Four digits
 * with a text are SIC 2003 and stay four; four digits alone have most likely lost a nought, where such a code exists.
 */
export const readSicCode = (text: string): string | null => {
  if (text === '') return null
  const digits = LEADING_CODE.exec(text)?.[1]
  if (digits === undefined || digits.length < 4) return null
  if (digits.length === 5) return digits
  const padded = `0${digits}`
  return !text.includes('-') && CODES_BEGINNING_WITH_NOUGHT.has(padded) ? padded : digits
}

/** Reads a cell that may hold several codes: "85200,85310", "43220 43290", "01110; 01120". */
export const readSicCodes = (cell: string): readonly string[] => {
  if (cell === '') return []
  const pieces = /[a-z]/i.test(cell) ? cell.split(/[;|\n]/) : cell.split(/[\s,;|]+/)
  const codes = pieces.map(readSicCode).filter((code) => code !== null)
  return codes.length < 2 ? codes : [...new Set(codes)]
}
