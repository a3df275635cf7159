/**
 * Reduces HTML to lines that are equal exactly if a browser would show and announce the same: the order of
 * attributes and whitespace that CSS would collapse are dropped, nothing else. For tests only.
 */

const TOKEN = /<!--[\s\S]*?-->|<\/?[a-zA-Z][^\s/>]*(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+|</g
const ATTRIBUTE = /([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/

/** Elements that flow in a line of text; whitespace at the edge of any other element is never shown. */
const INLINE = /^(?:a|abbr|b|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var)$/

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ctdot: '⋯',
}

const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
  })

const attributesOf = (source: string): string => {
  const seen = new Map<string, string>()
  for (const [, name = '', double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const value = decode(double ?? single ?? bare ?? '')
    const kept = name === 'class' ? value.trim().replace(/\s+/g, ' ') : value
    if (!seen.has(name)) seen.set(name, kept)
  }
  return [...seen]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .join('')
}

interface Line {
  readonly kind: 'open' | 'close' | 'text'
  readonly tag: string
  readonly text: string
}

const tokenise = (html: string): Line[] => {
  const lines: Line[] = []
  for (const [token] of html.matchAll(TOKEN)) {
    if (token.startsWith('<!--')) continue
    const match = /^<(\/?)([a-zA-Z][^\s/>]*)([\s\S]*?)(\/?)>$/.exec(token)
    if (!match) {
      lines.push({ kind: 'text', tag: '', text: decode(token) })
      continue
    }
    const [, closing, tag = '', rest = '', selfClosing] = match
    if (closing) lines.push({ kind: 'close', tag, text: `</${tag}>` })
    else lines.push({ kind: 'open', tag, text: `<${tag}${attributesOf(rest)}>` })
    if (!closing && selfClosing && !VOID.test(tag)) lines.push({ kind: 'close', tag, text: `</${tag}>` })
  }
  return lines
}

/**
 * Collapses whitespace as CSS does: at the edges of a line it is dropped, and within a line a run of it, wherever
 * it stands among the inline tags, is one space, written after the text before it.
 */
const collapse = (lines: readonly Line[]): string[] => {
  const collapsed: string[] = []
  let textBefore = -1
  let isSpaced = false
  let verbatim = ''
  for (const { kind, tag, text } of lines) {
    if (kind === 'open' && /^(?:textarea|pre)$/.test(tag)) verbatim = tag
    else if (kind === 'close' && tag === verbatim) verbatim = ''
    if (kind !== 'text' || verbatim) {
      if (kind !== 'text' && !INLINE.test(tag)) [textBefore, isSpaced] = [-1, false]
      collapsed.push(kind === 'text' ? `| ${text}` : text)
      continue
    }
    const words = text
      .split(/[ \t\r\n\f]+/)
      .filter(Boolean)
      .join(' ')
    isSpaced ||= /^[ \t\r\n\f]/.test(text)
    if (words === '') continue
    if (isSpaced && textBefore >= 0) collapsed[textBefore] += ' '
    textBefore = collapsed.push(`| ${words}`) - 1
    isSpaced = /[ \t\r\n\f]$/.test(text)
  }
  return collapsed
}

export const normalisedHtml = (html: string): string => collapse(tokenise(html)).join('\n')
