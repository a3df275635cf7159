import { CANONICAL, KNOWN } from './header-vocabulary.ts'

/**
 * Headers as lists of plain words. Councils write the same thing as `SupplierName`, `Supplier  Name`, `Suplier name`,
 * `Vendor`, `Creditor Name`, `Beneficiary`; after this step all of them are `payee name`.
 */

/** The words of a header in their canonical form; filler words are dropped. */
export const headerTokens = (header: string): string[] => {
  const words = header
    .replace(/â?£|\uFFFD|\u0153|ú(?=\s|$)/gi, ' pounds ')
    .replace(/sercop/gi, 'sercop')
    .replace(/ap\s*ar(?=\s*(?:id|name|no|\())/gi, 'payee ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\bpro\s*class/g, 'proclass')
    .replace(/\bg\s*\/\s*l\b/g, 'gl')
    .replace(/post\s*code/g, 'postcode')
    .replace(/n[o°º]\.?(?=\s|$)/g, 'no')
    .replace(/#/g, ' number ')
    .replace(/value[\s-]+added[\s-]+tax/g, 'vat')
    .replace(/(?:non|not)[\s-]+recoverable|(?:that |which )?cannot be recovered/g, 'irrecoverable')
    .replace(/['’]s?\b/g, '')
    .match(/[a-z]+|\d+/g)
  return (words ?? []).flatMap(canonicalWords).filter((word) => word !== 'of')
}

const memo = new Map<string, readonly string[]>()

const canonicalWords = (word: string): readonly string[] => {
  const exact = CANONICAL.get(word)
  if (exact !== undefined) return [exact]
  const known = memo.get(word)
  if (known !== undefined) return known
  const words = splitCompound(word, 3) ?? [correctSpelling(word)]
  if (memo.size < 5_000) memo.set(word, words)
  return words
}

/** `paydate`, `SUPPLIERNAME`, `netamount`: known words written as one. */
const splitCompound = (word: string, most: number): string[] | null => {
  const exact = CANONICAL.get(word)
  if (exact !== undefined && word.length > 1) return [exact]
  if (most === 1 || word.length < 5) return null
  for (let cut = word.length - 2; cut >= 3; cut -= 1) {
    const first = CANONICAL.get(word.slice(0, cut))
    const rest = first === undefined ? null : splitCompound(word.slice(cut), most - 1)
    if (first !== undefined && rest !== null) return [first, ...rest]
  }
  return null
}

/** The nearest known word, one slip away for short words and two for long ones (`Directotate`, `Ammount`). */
const correctSpelling = (word: string): string => {
  if (word.length < 5) return word
  const allowed = word.length >= 8 ? 2 : 1
  let best = word
  let bestDistance = allowed + 1
  for (const candidate of KNOWN) {
    if (Math.abs(candidate.length - word.length) > allowed || candidate[0] !== word[0]) continue
    const distance = editDistance(word, candidate, bestDistance)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return bestDistance <= allowed ? (CANONICAL.get(best) ?? best) : word
}

/** Letters to add, drop, change or swap with a neighbour (optimal string alignment). */
const editDistance = (left: string, right: string, limit: number): number => {
  let before: number[] = []
  let above = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= right.length; j += 1) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + change)
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      }
      row.push(least)
    }
    if (Math.min(...row) >= limit) return limit
    before = above
    above = row
  }
  return above[right.length] ?? limit
}
