const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'a Mac'],
  [/Linux/, 'Linux'],
]

const first = (kinds: typeof BROWSERS, userAgent: string) =>
  kinds.find(([pattern]) => pattern.test(userAgent))?.[1]

/** `Firefox on Windows`: enough for people to know their own devices; browsers do not say more reliably. */
export const browserName = (userAgent: string): string => {
  const browser = first(BROWSERS, userAgent) ?? 'A browser'
  const system = first(SYSTEMS, userAgent)
  return system ? `${browser} on ${system}` : browser
}
