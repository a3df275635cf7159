import { withoutLedgerNoise } from './ledger-noise.ts'
import { type NameTokens, tokeniseName } from './name-tokens.ts'
import { COUNTRY_WORDS, STRUCTURE_WORDS } from './name-vocabulary.ts'
import { ORGANISATION_WORDS } from './person-vocabulary.ts'
import { isPlaceWord } from './place-words.ts'

/**
 * How a piece of a payee's text relates to the body that is paid.
 * `whole` the text without noise · `legal` up to its legal form · `trading` after "T/A" · `owner` after "a division of" ·
 * `behalf` after "re" or "c/o" · `former` after "formerly" · `outer`/`inner` without, or within, brackets · `part` of a
 * text joined by a dash, slash or hash · `head` the first of such parts when none has a legal form.
 */
export type FormRole =
  | 'whole'
  | 'legal'
  | 'trading'
  | 'owner'
  | 'behalf'
  | 'former'
  | 'outer'
  | 'inner'
  | 'part'
  | 'head'

export type NameForm = NameTokens & {
  readonly role: FormRole
  readonly text: string
  /** False for a piece that stands beside another piece which names a legal body: weak evidence on its own. */
  readonly primary: boolean
}

type Piece = { readonly role: FormRole; readonly text: string; readonly primary: boolean }

const TRADING_AS =
  /(?:^|[\s,;(.-])(?:t\s?[/\\.]\s?as?\b\.?|t\s?\/\s?as(?=[A-Z])|t\/as\b|t\.a\.s?|trading (?:as|under)|trades as|also known as|a\.?k\.?a\.?|dba)\s*[:.]?\s*/i
const BARE_TA = /(?<=\b(?:ltd|limited|plc|llp|cic)\.?\s)t\s?as?\s|(?<=\S\s)T\s?AS?\s(?=\S+\s)/
const FORMERLY =
  /[\s,;(-](?:formerly|previously)(?: known as| trading as)?|[\s,;(-](?:formally known as|f\.?k\.?a\.?|f\/k\/a|prev\.)\s/i
const DIVISION_OF =
  /(?:^|[\s,;(-])(?:an? )?(?:trading |business |operating )?(?:division|subsidiary|part|brand|trading name|trading style|branch|member) of (?:the )?/i
const ON_BEHALF = /[\s,;(-](?:re[:.]?|c\/o|obo|o\/b\/o|on behalf of|for and on behalf of|for account of)\s+/i
const FINANCIER =
  /\b(?:factor(?:s|ing)?|financ(?:e|ial)|invoice|bank|credit|funding|receivables|assignment|discounting)\b/i

const clean = (text: string): string => text.replace(/^[\s,;:.()\-–/]+|[\s,;:(\-–/]+$/g, '').trim()

const hasLegalForm = (text: string): boolean => tokeniseName(text).legalForm !== null

const split = (text: string, pattern: RegExp): readonly [string, string] | null => {
  const found = pattern.exec(text)
  if (!found) return null
  const left = clean(text.slice(0, found.index))
  const right = clean(text.slice(found.index + found[0].length))
  return left === '' || right === '' ? null : [left, right]
}

/** "X T/A Y": X is the body that is paid, unless only Y carries a legal form. */
const tradingPieces = (text: string): Piece[] | null => {
  const pair = split(text, TRADING_AS) ?? split(text, BARE_TA)
  if (!pair) return null
  const [left, right] = pair
  const leftLegal = hasLegalForm(left)
  const rightLegal = hasLegalForm(right)
  return [...bodyPieces(left, 'legal', leftLegal || !rightLegal), ...bodyPieces(right, 'trading', !leftLegal)]
}

/** "Factor Ltd re Supplier": the supplier is paid. "Care Group Ltd re Rose House": the group is. */
const behalfPieces = (text: string): Piece[] | null => {
  const pair = split(text, ON_BEHALF)
  if (!pair) return null
  const [left, right] = pair
  const forSupplier = FINANCIER.test(left) || (!hasLegalForm(left) && hasLegalForm(right))
  return [...bodyPieces(left, 'legal', !forSupplier), ...bodyPieces(right, 'behalf', forSupplier)]
}

const PAIRED: readonly (readonly [RegExp, FormRole, FormRole, 'left' | 'right'])[] = [
  [FORMERLY, 'legal', 'former', 'left'],
  [DIVISION_OF, 'part', 'owner', 'right'],
]

const pairedPieces = (text: string): Piece[] | null => {
  for (const [pattern, leftRole, rightRole, main] of PAIRED) {
    const pair = split(text, pattern)
    if (!pair) continue
    return [
      ...bodyPieces(pair[0], leftRole, main === 'left' || !hasLegalForm(pair[1])),
      ...bodyPieces(pair[1], rightRole, main === 'right' || !hasLegalForm(pair[0])),
    ]
  }
  return null
}

/** "PwC (PricewaterhouseCoopers)": a short form whose letters stand in the long one in order. */
const isShortFor = (short: string, long: string): boolean => {
  const [few, many] = [short.toLowerCase().replace(/[^a-z]/g, ''), long.toLowerCase().replace(/[^a-z]/g, '')]
  if (few.length < 2 || few.length > 6 || many.length < 2.5 * few.length || few[0] !== many[0]) return false
  let at = 0
  for (const letter of many) if (letter === few[at]) at += 1
  return at === few.length
}

const isSisterWord = (word: string): boolean =>
  COUNTRY_WORDS.has(word) || STRUCTURE_WORDS.has(word) || isPlaceWord(word) || /^\d+$/.test(word)

const isOfTrade = (piece: string): boolean =>
  tokeniseName(piece).tokens.every((word) => isSisterWord(word) || ORGANISATION_WORDS.has(word))

const bracketPieces = (text: string): Piece[] => {
  if (!text.includes('(') && !text.includes('[')) return []
  const outer = clean(text.replace(/[([][^)\]]*[)\]]?/g, ' ').replace(/\s+/g, ' '))
  const inner = [...text.matchAll(/[([]([^)\]]*)[)\]]?/g)].map((found) => clean(found[1] ?? ''))
  // "(UK)", "(Yorkshire)", "(Holdings)" name a sister company: without them the text would name another body.
  const telling = inner.map((piece) =>
    tokeniseName(piece)
      .tokens.filter((word) => !isSisterWord(word))
      .join(''),
  )
  const sister =
    telling.some((piece) => piece === '') ||
    (/\)\s*(?:ltd|limited|plc|llp)\b/i.test(text) && inner.every(isOfTrade))
  const pieces: Piece[] = outer === '' || sister ? [] : [{ role: 'outer', text: outer, primary: true }]
  const named = inner.filter((piece, at) => (telling[at] ?? '').length >= 4 && !isOfTrade(piece))
  return [
    ...pieces,
    ...named.map((piece): Piece => ({ role: 'inner', text: piece, primary: isShortFor(outer, piece) })),
  ]
}

/** "Davies Sports - Findel Education Ltd", "Norse Commercial/Devon Norse": every side may name the body. */
const joinedPieces = (text: string): Piece[] => {
  const sides = text
    .split(/\s*[#=;]\s*|\s+[-–|]\s*|\s*[-–|]\s+|\s*\/\s*(?=[A-Za-z]{3})/)
    .map(clean)
    .filter((side) => side.length >= 3)
  if (sides.length < 2 || sides.length > 4) return []
  const anyLegal = sides.some(hasLegalForm)
  if (!anyLegal)
    return sides.map(
      (side, at): Piece => ({ role: at === 0 ? 'head' : 'part', text: side, primary: at === 0 }),
    )
  const first = sides.findIndex(hasLegalForm)
  return sides.map(
    (side, at): Piece => ({ role: at === first ? 'legal' : 'part', text: side, primary: at === first }),
  )
}

/** "POST OFFICE LTD 02", "PROGRESSIVE CARE LIMITED FAMILY SERVICES": the body ends with its legal form. */
const cutPieces = (text: string): Piece[] => {
  const found = /^(.{3,}?\b(?:ltd|limited|lim?ted|plc|llp|cic)\b)\.?[\s,)(-]+\S/i.exec(text)
  return found?.[1] === undefined ? [] : [{ role: 'legal', text: clean(found[1]), primary: true }]
}

const bodyPieces = (text: string, role: FormRole, primary: boolean): Piece[] => [
  { role, text, primary },
  ...[...cutPieces(text), ...bracketPieces(text), ...joinedPieces(text)].map((piece) => ({
    ...piece,
    role: role === 'whole' || role === 'legal' ? piece.role : role,
    primary: primary && piece.primary,
  })),
]

/** Every reading of a payee's text that could name a body, the likeliest first; readings that agree are given once. */
export const readPayeeName = (name: string): NameForm[] => {
  const text = withoutLedgerNoise(name)
  const pieces = tradingPieces(text) ?? pairedPieces(text) ?? behalfPieces(text)
  const all: Piece[] = pieces
    ? [...pieces, { role: 'whole', text, primary: false }]
    : bodyPieces(text, 'whole', true)
  const seen = new Set<string>()
  const forms: NameForm[] = []
  for (const piece of all) {
    const read = tokeniseName(piece.text)
    const key = `${read.tokens.join(' ')}|${read.legalForm ?? ''}`
    if (read.tokens.length === 0 || seen.has(key)) continue
    seen.add(key)
    forms.push({ ...piece, ...read })
  }
  return forms
}
