const FULL = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

const BY_NAME = new Map<string, number>([
  ...FULL.map((name, index): [string, number] => [name, index + 1]),
  ...FULL.map((name, index): [string, number] => [name.slice(0, 3), index + 1]),
  ['sept', 9],
  ['janu', 1],
  ['febr', 2],
  ['octo', 10],
  ['novem', 11],
  ['decem', 12],
  ['febuary', 2],
  ['feburary', 2],
  ['febraury', 2],
  ['setpember', 9],
  ['septembre', 9],
  ['septmber', 9],
  ['ocotber', 10],
  ['novemeber', 11],
  ['decemeber', 12],
  ['janurary', 1],
  ['januray', 1],
  ['arpil', 4],
  ['agust', 8],
  ['augst', 8],
])

/** The number of a month named in English, in full or short, with the misspellings that are met; or undefined. */
export const monthNumber = (word: string): number | undefined => BY_NAME.get(word.toLowerCase())

/** A regular-expression alternation of every spelling, longest first. */
export const MONTH_WORDS = [...BY_NAME.keys()].sort((a, b) => b.length - a.length).join('|')
