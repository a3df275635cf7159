/** A value cut out of a JSON text, and where it stood; `text` is null where it was longer than allowed. */
export type Piece = { readonly where: string; readonly text: string | null }

const LISTS = ['releases', 'records'] as const
const SPACE = /\s/

type State = {
  depth: number
  isInString: boolean
  isEscaped: boolean
  /** The depth at which values are cut out: 0 for the root, 1 in a list, 2 in a package's list. */
  level: number
  prefix: string
  position: number
  key: string
  word: string
  text: string
  isCapturing: boolean
  isTooLong: boolean
  hasCutList: boolean
  readonly maxCharacters: number
  readonly pieces: Piece[]
}

const fresh = (maxCharacters: number): State => ({
  depth: 0,
  isInString: false,
  isEscaped: false,
  level: 0,
  prefix: '',
  position: 0,
  key: '',
  word: '',
  text: '',
  isCapturing: false,
  isTooLong: false,
  hasCutList: false,
  maxCharacters,
  pieces: [],
})

const MAX_WORD = 64

const END_OR_ESCAPE = /["\\]/g

/** Where the string that holds `from` ends in this chunk: brackets and commas in it count for nothing. */
const endOfString = (state: State, chunk: string, from: number): number => {
  if (state.isEscaped) {
    state.isEscaped = false
    return from + 1
  }
  END_OR_ESCAPE.lastIndex = from
  const found = END_OR_ESCAPE.exec(chunk)
  if (!found) return chunk.length
  if (found[0] === '"') state.isInString = false
  else state.isEscaped = true
  return found.index + 1
}

const startOfList = (state: State, char: string): boolean => {
  if (char !== '[' || state.level !== 0) return false
  if (state.depth === 0) {
    state.level = 1
    return true
  }
  if (state.depth !== 1 || !LISTS.some((name) => name === state.key)) return false
  Object.assign(state, { level: 2, prefix: `/${state.key}`, text: '', isCapturing: false, isTooLong: false })
  return true
}

const isEndOfList = (state: State, char: string): boolean =>
  char === ']' && state.level > 0 && state.depth === state.level

const finish = (state: State): void => {
  if (state.isCapturing && !(state.hasCutList && state.level === 0))
    state.pieces.push({
      where: `${state.prefix}${state.level > 0 ? `/${state.position}` : ''}`,
      text: state.isTooLong ? null : state.text,
    })
  if (state.isCapturing) state.position += 1
  Object.assign(state, { text: '', isCapturing: false, isTooLong: false })
}

const keep = (state: State, text: string): void => {
  state.isCapturing = true
  if (state.text.length + text.length <= state.maxCharacters) state.text += text
  else state.isTooLong = true
}

const leaveList = (state: State): void => {
  finish(state)
  const hasCutList = state.level === 2
  Object.assign(state, { level: 0, depth: state.depth - 1, hasCutList, key: '', prefix: '', position: 0 })
}

const stepOutside = (state: State, char: string): void => {
  if (startOfList(state, char)) {
    Object.assign(state, { hasCutList: true, depth: state.depth + 1 })
    return
  }
  if (isEndOfList(state, char)) return leaveList(state)
  if (state.depth === state.level && (char === ',' || SPACE.test(char))) return finish(state)
  keep(state, char)
  if (char === '"') Object.assign(state, { isInString: true, word: '' })
  else if (char === ':' && state.depth === 1) state.key = state.word.replace(/"$/, '')
  else if (char === '{' || char === '[') state.depth += 1
  else if (char === '}' || char === ']') {
    state.depth -= 1
    if (state.depth === state.level) finish(state)
  }
}

const pushChunk = (state: State, chunk: string): Piece[] => {
  for (let at = 0; at < chunk.length; ) {
    if (!state.isInString) {
      stepOutside(state, chunk.charAt(at))
      at += 1
      continue
    }
    const end = endOfString(state, chunk, at)
    keep(state, chunk.slice(at, end))
    if (state.depth === 1 && state.word.length < MAX_WORD)
      state.word += chunk.slice(at, Math.min(end, at + MAX_WORD))
    at = end
  }
  return state.pieces.splice(0)
}

/** Cuts a JSON text that comes in chunks into its releases or records without ever holding all of it. */
export const makeSplitter = (maxCharacters: number) => {
  const state = fresh(maxCharacters)
  return {
    push: (chunk: string): Piece[] => pushChunk(state, chunk),
    /** What is left, and whether the text ended inside a value. */
    end: (): { readonly pieces: Piece[]; readonly isCutOff: boolean } => {
      const isCutOff = state.depth > 0 || state.isInString
      if (!isCutOff || !state.hasCutList) finish(state)
      return { pieces: state.pieces.splice(0), isCutOff }
    },
  }
}
