import { unitWords } from '#measures'
import type { AskLine } from '#procurement'
import type { DraftAnswer } from './model.ts'
import { markOf, type ReadBid } from './read-bid.ts'
import type { QuestionState } from './rules/answers.ts'

/**
 * The questions of a bid as a workbook to fill in away from the site. A row is found again by what stands in its first
 * column, so rows may be moved; the answer stands in the fourth.
 */
export const HEADERS = [
  'Question (leave as it is)',
  'What is asked',
  'How to answer',
  'Your answer',
  'Leave as it is',
] as const
export const ANSWER = 3
/** What the answer was when the pack was made, so that a colleague's newer one is not overwritten; hidden. */
export const MARK = 4

export type PackRow = {
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

/** A row for each thing to fill in, as the pack has it now. */
export const rowsOf = ({ states, content }: Pick<ReadBid, 'states' | 'content'>): PackRow[] =>
  states.flatMap((state) => {
    const { code, kind, text, wordLimit } = state.question
    if (kind === 'offers') return offerRows(state, content.askLines)
    const how = wordLimit === null ? HOW[kind] : `${HOW[kind]}, at most ${wordLimit}`
    return [{ key: code, asked: text, how, answer: typedText(state.answer), mark: markOf(state.answer) }]
  })

/** What a pack is for; the first cell. */
export const titleOf = ({ tender, bid }: Pick<ReadBid, 'tender' | 'bid'>): string =>
  `Bid for ${tender.reference}, lot ${bid.lot}`

/** The workbook, with the answers so far. */
export const writePack = async (read: ReadBid): Promise<Buffer> => {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('Bid')
  sheet.columns = [{ width: 16 }, { width: 50 }, { width: 26 }, { width: 80 }, { hidden: true }]
  sheet.addRow([titleOf(read)]).font = { bold: true }
  sheet.addRow([...HEADERS]).font = { bold: true }
  for (const { key, asked, how, answer, mark } of rowsOf(read)) {
    const row = sheet.addRow([key, asked, how, answer, mark])
    row.alignment = { wrapText: true, vertical: 'top' }
    // Text as it is: a spreadsheet neither runs it nor turns it into a date.
    row.getCell(ANSWER + 1).numFmt = '@'
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
