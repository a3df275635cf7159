import type { AskLine } from '#procurement'
import type { Mark } from '../../kernel/seen.ts'
import { readTable, type TableRow } from '../../platform/tables/read-table.ts'
import type { DraftAnswer, DraftAnswers, Offer } from './model.ts'
import { ANSWER, HEADERS, MARK, rowsOf, titleOf } from './offline-pack.ts'
import type { ReadBid } from './read-bid.ts'
import { countWords, isAmount, isQuantity, type QuestionState } from './rules/answers.ts'

export type CellProblem = { readonly cell: string; readonly problem: string }
export type ReadPack = {
  readonly answers: DraftAnswers
  readonly problems: readonly CellProblem[]
  /** By question; none where the column was taken out. */
  readonly marks: Readonly<Record<string, Mark>>
}
type Read = Pick<ReadBid, 'states' | 'content' | 'tender' | 'bid'>
type Found = { readonly cell: string; readonly text: string }
type Given = ReadonlyMap<string, Found>

const ASKED = 1
const rowOf = ({ cell }: CellProblem): number => Number(cell.slice(1))
const [HEADER] = HEADERS
const textIn = (row: TableRow, column: number): string => (row.cells[column] ?? '').trim()
const sameText = (one: string, other: string): boolean =>
  one.replaceAll(/\s+/g, ' ').trim() === other.replaceAll(/\s+/g, ' ').trim()

/** What shows that a file as a whole is not the pack of this bid; nothing of it is taken over. */
const foreignTo = (read: Read, rows: readonly TableRow[]): CellProblem | undefined => {
  const first = rows.find(({ row }) => row === 1)
  const title = first ? textIn(first, 0) : ''
  const own = titleOf(read)
  if (title.startsWith('Bid for ') && title !== own)
    return {
      cell: 'A1',
      problem: `This file is “${title}”, and this page is “${own}”. Use the file from this page`,
    }
  const header = rows.find((row) => textIn(row, 0) === HEADER)
  if (header && textIn(header, ANSWER) !== HEADERS[ANSWER])
    return {
      cell: `D${header.row}`,
      problem: `The columns were moved. Answers have to stand in column D, under “${HEADERS[ANSWER]}”`,
    }
  return undefined
}

/** The answers by what stands in the first column, and each row that cannot be used. */
const readRows = (read: Read, rows: readonly TableRow[]): { given: Given; problems: CellProblem[] } => {
  const known = new Map(rowsOf(read).map((row) => [row.key, row]))
  const example = [...known.keys()][0] ?? 'Q1'
  const given = new Map<string, Found>()
  const problems: CellProblem[] = []
  const problem = (cell: string, text: string): void => void problems.push({ cell, problem: text })
  for (const row of rows) {
    const [key, text, cell] = [textIn(row, 0), textIn(row, ANSWER), `D${row.row}`]
    const asked = known.get(key)
    const isFilled = text !== '' || row.notValues.has(ANSWER)
    if (key === HEADER) continue
    if (!asked) {
      if (isFilled)
        problem(
          `A${row.row}`,
          `“${key.slice(0, 60)}” is no question of this bid, so its answer was not taken. Put the code back as it was, for example ${example}`,
        )
    } else if (row.notValues.has(ANSWER)) problem(cell, 'holds a formula or an error. Type the answer itself')
    else if (given.has(key))
      problem(cell, `answers ${key} a second time. Only the first, in ${given.get(key)?.cell}, was looked at`)
    else {
      given.set(key, { cell, text })
      if (isFilled && !sameText(textIn(row, ASKED), asked.asked))
        problem(
          `B${row.row}`,
          `does not say what ${key} asks now. Read the question on this page, and check your answer`,
        )
    }
  }
  return { given, problems }
}

const problemOf = ({ question: { kind, wordLimit } }: QuestionState, text: string): string | undefined => {
  if (text === '') return undefined
  if (kind === 'words' && wordLimit !== null && countWords(text) > wordLimit)
    return `has ${countWords(text)} words; at most ${wordLimit} are allowed`
  if (kind === 'number' && !isQuantity(text)) return `“${text.slice(0, 60)}” is not a number like 12 or 12.5`
  if (kind === 'price' && !isAmount(text)) return `“${text.slice(0, 60)}” is not an amount like 98500.50`
  if (kind === 'yes-no' && !/^(yes|no)$/i.test(text)) return `“${text.slice(0, 60)}” is neither yes nor no`
  if (kind === 'file') return 'names a file. Files are uploaded on the site'
  return undefined
}

const answerOf = ({ question: { kind } }: QuestionState, text: string): DraftAnswer => {
  if (kind === 'words') return { words: text }
  if (kind === 'number') return { number: text }
  if (kind === 'price') return { pounds: text }
  return { yes: /^yes$/i.test(text) }
}

/** Offers as they are, with what the pack says in their place; undefined where it says nothing of them. */
const readOffers = (
  { question: { code }, answer }: QuestionState,
  lines: readonly AskLine[],
  given: Given,
): { offers: Offer[] | undefined; problems: CellProblem[] } => {
  const problems: CellProblem[] = []
  let isGiven = false
  const offers = lines.map(({ framework, measure }, at): Offer => {
    const was = answer.offers?.find((one) => one.framework === framework && one.measure === measure)
    const [quantity, words] = [given.get(`${code}.${at + 1}`), given.get(`${code}.${at + 1} words`)]
    const isWrong = quantity !== undefined && quantity.text !== '' && !isQuantity(quantity.text)
    if (isWrong)
      problems.push({
        cell: quantity.cell,
        problem: `“${quantity.text.slice(0, 60)}” is not a number like 12 or 12.5`,
      })
    isGiven ||= Boolean(quantity?.text || words?.text)
    return {
      framework,
      measure,
      quantity: (isWrong ? '' : quantity?.text) || (was?.quantity ?? ''),
      inWords: words?.text || (was?.inWords ?? ''),
    }
  })
  return { offers: isGiven ? offers : undefined, problems }
}

const collect = ({ states, content }: Read, given: Given): Pick<ReadPack, 'answers' | 'problems'> => {
  const answers: Record<string, DraftAnswer> = {}
  const problems: CellProblem[] = []
  for (const state of states) {
    const { code, kind } = state.question
    if (kind === 'offers') {
      const found = readOffers(state, content.askLines, given)
      if (found.offers) answers[code] = { offers: found.offers }
      problems.push(...found.problems)
      continue
    }
    const found = given.get(code)
    const problem = found && problemOf(state, found.text)
    if (problem) problems.push({ cell: found.cell, problem })
    else if (found && found.text !== '') answers[code] = answerOf(state, found.text)
  }
  return { answers, problems }
}

/**
 * The answers of a workbook that was filled in, and what is wrong with it cell by cell. Answers without a problem can be
 * taken over; an empty cell leaves what was there. Throws Unusable where the file is no table.
 */
export const readPack = async (read: Read, bytes: Buffer): Promise<ReadPack> => {
  const { rows } = await readTable(bytes)
  const foreign = foreignTo(read, rows)
  if (foreign) return { answers: {}, marks: {}, problems: [foreign] }
  const { given, problems } = readRows(read, rows)
  if (given.size === 0 && problems.length === 0) {
    const problem = 'No question was found. Use the file from this page, and leave its first column as it is'
    return { answers: {}, marks: {}, problems: [{ cell: 'A3', problem }] }
  }
  const marks = Object.fromEntries(
    rows.flatMap((row) => {
      const mark = textIn(row, MARK)
      return mark === '' || textIn(row, 0) === HEADER ? [] : [[textIn(row, 0).split('.')[0] ?? '', mark]]
    }),
  )
  const collected = collect(read, given)
  const all = [...problems, ...collected.problems]
  return { answers: collected.answers, marks, problems: all.toSorted((a, b) => rowOf(a) - rowOf(b)) }
}
