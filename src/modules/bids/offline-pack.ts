import { unitWords } from '#measures'
import type { AskLine } from '#procurement'
import { readDecimal } from '../../kernel/exact.ts'
import { readTable } from '../../platform/tables/read-table.ts'
import type { DraftAnswer, DraftAnswers, Offer } from './model.ts'
import { markOf, type ReadBid } from './read-bid.ts'
import { countWords, type QuestionState } from './rules/answers.ts'
import type { Mark } from './rules/saving.ts'

/**
 * The questions of a bid as a workbook to fill in away from the site. A row is found again by what stands in its first
 * column, so rows may be moved; the answer stands in the fourth.
 */
const HEADERS = [
  'Question (leave as it is)',
  'What is asked',
  'How to answer',
  'Your answer',
  'Leave as it is',
] as const
const ANSWER = 3
const ANSWER_COLUMN = 'D'
/** What the answer was when the pack was made, so that a colleague's newer one is not overwritten; hidden. */
const MARK = 4

type PackRow = {
  readonly key: string
  readonly asked: string
  readonly how: string
  readonly answer: string
  readonly mark: string
}

const HOW: Readonly<Record<QuestionState['question']['kind'], string>> = {
  words: 'In words',
  number: 'A number',
  price: 'Pounds, for example 98500.50',
  'yes-no': 'yes or no',
  offers: '',
  file: 'Upload the file on the site',
}

const offerRows = ({ question, answer }: QuestionState, lines: readonly AskLine[]): PackRow[] =>
  lines.flatMap((line, at) => {
    const mark = markOf(answer)
    const offer = answer.offers?.find(
      ({ framework, measure }) => framework === line.framework && measure === line.measure,
    )
    return [
      {
        key: `${question.code}.${at + 1}`,
        asked: line.name,
        how: `How many (${unitWords(line.unit)})`,
        answer: offer?.quantity ?? '',
        mark,
      },
      {
        key: `${question.code}.${at + 1} words`,
        asked: line.name,
        how: 'How, in words',
        answer: offer?.inWords ?? '',
        mark,
      },
    ]
  })

const typedText = ({ words, number, pounds, yes }: DraftAnswer): string =>
  words ?? number ?? pounds ?? (yes === undefined ? '' : yes ? 'yes' : 'no')

const rowsOf = ({ states, content }: Pick<ReadBid, 'states' | 'content'>): PackRow[] =>
  states.flatMap((state) => {
    const { code, kind, text, wordLimit } = state.question
    if (kind === 'offers') return offerRows(state, content.askLines)
    const how = wordLimit === null ? HOW[kind] : `${HOW[kind]}, at most ${wordLimit}`
    return [{ key: code, asked: text, how, answer: typedText(state.answer), mark: markOf(state.answer) }]
  })

/** The workbook, with the answers so far. */
export const writePack = async (read: ReadBid): Promise<Buffer> => {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('Bid')
  sheet.columns = [{ width: 16 }, { width: 50 }, { width: 26 }, { width: 80 }, { hidden: true }]
  sheet.addRow([`Bid for ${read.tender.reference}, lot ${read.bid.lot}`]).font = { bold: true }
  sheet.addRow([...HEADERS]).font = { bold: true }
  for (const { key, asked, how, answer, mark } of rowsOf(read)) {
    const row = sheet.addRow([key, asked, how, answer, mark])
    row.alignment = { wrapText: true, vertical: 'top' }
    // Text as it is: a spreadsheet neither runs it nor turns it into a date.
    row.getCell(ANSWER + 1).numFmt = '@'
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

export type CellProblem = { readonly cell: string; readonly problem: string }
export type ReadPack = {
  readonly answers: DraftAnswers
  readonly problems: readonly CellProblem[]
  /** By question; none where the column was taken out. */
  readonly marks: Readonly<Record<string, Mark>>
}

type Given = ReadonlyMap<string, { readonly cell: string; readonly text: string }>

const problemOf = (state: QuestionState, text: string): string | undefined => {
  const { kind, wordLimit } = state.question
  if (text === '') return undefined
  if (kind === 'words' && wordLimit !== null && countWords(text) > wordLimit)
    return `has ${countWords(text)} words; at most ${wordLimit} are allowed`
  if (kind === 'number' && !readDecimal(text)?.gte(0)) return `“${text}” is not a number like 12 or 12.5`
  if (kind === 'price' && !readDecimal(text)?.gte(0)) return `“${text}” is not an amount like 98500.50`
  if (kind === 'yes-no' && !/^(yes|no)$/i.test(text)) return `“${text}” is neither yes nor no`
  return undefined
}

const answerOf = ({ question: { kind } }: QuestionState, text: string): DraftAnswer => {
  if (kind === 'words') return { words: text }
  if (kind === 'number') return { number: text }
  if (kind === 'price') return { pounds: text }
  return { yes: /^yes$/i.test(text) }
}

const readOffers = (
  { question: { code } }: QuestionState,
  lines: readonly AskLine[],
  given: Given,
): { offers: Offer[]; problems: CellProblem[] } => {
  const problems: CellProblem[] = []
  const offers = lines.map(({ framework, measure }, at): Offer => {
    const found = given.get(`${code}.${at + 1}`)
    const quantity = found?.text ?? ''
    const isWrong = quantity !== '' && !readDecimal(quantity)?.gte(0)
    if (found && isWrong)
      problems.push({ cell: found.cell, problem: `“${quantity}” is not a number like 12 or 12.5` })
    return {
      framework,
      measure,
      quantity: isWrong ? '' : quantity,
      inWords: given.get(`${code}.${at + 1} words`)?.text ?? '',
    }
  })
  return { offers, problems }
}

const collect = (
  read: Pick<ReadBid, 'states' | 'content'>,
  given: Given,
): Pick<ReadPack, 'answers' | 'problems'> => {
  const answers: Record<string, DraftAnswer> = {}
  const problems: CellProblem[] = []
  for (const state of read.states) {
    const { code, kind } = state.question
    if (kind === 'file') continue
    if (kind === 'offers') {
      if (!given.has(`${code}.1`)) continue
      const found = readOffers(state, read.content.askLines, given)
      answers[code] = { offers: found.offers }
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
export const readPack = async (
  read: Pick<ReadBid, 'states' | 'content'>,
  bytes: Buffer,
): Promise<ReadPack> => {
  const { rows } = await readTable(bytes)
  const given = new Map<string, { cell: string; text: string }>()
  const problems: CellProblem[] = []
  const marks: Record<string, Mark> = {}
  for (const { row, cells, notValues } of rows) {
    const key = cells[0]?.trim() ?? ''
    const cell = `${ANSWER_COLUMN}${row}`
    const mark = cells[MARK]?.trim() ?? ''
    if (mark !== '') marks[key.split('.')[0] ?? ''] = mark
    if (notValues.has(ANSWER))
      problems.push({ cell, problem: 'holds a formula or an error. Type the answer itself' })
    else if (/^Q\d+(\.\d+( words)?)?$/.test(key)) given.set(key, { cell, text: (cells[ANSWER] ?? '').trim() })
  }
  const collected = collect(read, given)
  const none = given.size === 0 && problems.length === 0
  const strange = none
    ? [
        {
          cell: 'A3',
          problem: 'No question was found. Use the file from this page, and leave its first column as it is',
        },
      ]
    : []
  return { answers: collected.answers, marks, problems: [...problems, ...collected.problems, ...strange] }
}
