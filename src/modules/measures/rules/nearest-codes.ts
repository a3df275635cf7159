/** How many letters have to change to make one word of another. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

const LONGEST = 60

/** Up to three codes that somebody may have meant: those that hold the text, or are a few letters away. */
export const nearestCodes = (text: string, codes: readonly string[]): string[] => {
  const given = text.toLowerCase().slice(0, LONGEST)
  const reach = Math.max(2, Math.floor(given.length / 3))
  return codes
    .map((code) => ({ code, far: given.length >= 3 && code.includes(given) ? 0 : distance(given, code) }))
    .filter(({ far }) => far <= reach)
    .sort((a, b) => a.far - b.far || (a.code < b.code ? -1 : 1))
    .slice(0, 3)
    .map(({ code }) => code)
}
