import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { type PlanContent, type PlanPriority, type StrategyRefusal, TEXT_LIMITS } from '../model.ts'

/** The sizes of print a plan may have, in points, largest first. Below 7 points few people can read. */
export const PRINT_SIZES = [11, 10, 9, 8, 7] as const
export type PrintSize = (typeof PRINT_SIZES)[number]

/** A4 with margins of 12 mm, and what the style sheet (_sheet.scss) puts round the text, in millimetres. */
const PAGE = { width: 186, height: 273, columnWidth: 82, aroundItem: 7.2, aroundHeader: 21 } as const
const MM_PER_POINT = 0.3528
const LINE = 1.3
/** Sizes of the parts against that of the text. */
const SCALE = { title: 1.9, introduction: 1.15, itemTitle: 1.15, small: 0.88 } as const

const BOLD = 1.08

/** Widths of letters at most in Liberation Sans and Arial, in parts of the size of print (their metrics are the same). */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ iljtfrI.,:;'’|!()[\]·-]/, 0.34],
  [/[cksvxyzJ]/, 0.5],
  [/[abdeghnopqu0-9]/, 0.56],
  [/[mMW@%—…]/, 1.02],
]
const OTHER_LATIN = 0.79
const OTHER_SCRIPT = 1.45
const SPACE = 0.34

const widthOf = (letter: string): number => {
  if ((letter.codePointAt(0) ?? 0) > 0x24f && !/[’—…]/.test(letter)) return OTHER_SCRIPT
  return WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER_LATIN
}

const sizeOfWord = (word: string): number => [...word].reduce((sum, letter) => sum + widthOf(letter), 0)

/** How many lines a text takes at most in a column of so many letters' width; a word too long for one is broken. */
export const countLines = (text: string, width: number): number => {
  let [lines, used] = [0, 0]
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const size = sizeOfWord(word)
    const withSpace = used + SPACE + size
    if (lines > 0 && withSpace <= width) used = withSpace
    else {
      const own = Math.max(1, Math.ceil(size / (width - 1)))
      lines += own
      used = own === 1 ? size : width
    }
  }
  return lines
}

const heightOf = (text: string, points: number, width: number, letters = 1): number =>
  countLines(text, width / (points * letters * MM_PER_POINT)) * points * MM_PER_POINT * LINE

const itemHeight = (item: PlanPriority, size: PrintSize): number => {
  const small = size * SCALE.small
  const width = PAGE.columnWidth
  return (
    PAGE.aroundItem +
    heightOf(`12. ${item.title}`, size * SCALE.itemTitle, width, BOLD) +
    heightOf(item.plainWords, size, width) +
    heightOf(item.promise, small, width, BOLD) +
    heightOf([item.owner, item.places].join(' · '), small, width) +
    heightOf(item.origin === '' ? '' : `Shared by ${item.origin}`, small, width)
  )
}

/** The height of a printed plan at a size, in millimetres, rather too much than too little. */
export const heightOfPlan = (plan: PlanContent, size: PrintSize): number => {
  const small = size * SCALE.small
  const heights = plan.priorities.map((item) => itemHeight(item, size))
  const rows = heights
    .filter((_, at) => at % 2 === 0)
    .map((height, row) => Math.max(height, heights[row * 2 + 1] ?? 0))
  return (
    PAGE.aroundHeader +
    heightOf(plan.organisation, size, PAGE.width, BOLD) +
    heightOf(plan.title, size * SCALE.title, PAGE.width, BOLD) +
    heightOf(plan.introduction, size * SCALE.introduction, PAGE.width) +
    heightOf(`Made from ${plan.sources.join('; ')}`, small, PAGE.width) +
    rows.reduce((sum, height) => sum + height, 0)
  )
}

/** The largest print at which a plan fits its one page; undefined where none does. */
export const printSizeOf = (plan: PlanContent): PrintSize | undefined =>
  PRINT_SIZES.find((size) => heightOfPlan(plan, size) <= PAGE.height)

/** A plan is published if it has priorities, not too many, and fits one page in print that people can read. */
export const decidePlan = (plan: PlanContent): Decision<PlanContent, StrategyRefusal | 'plan-too-long'> => {
  if (plan.priorities.length === 0) return refuse('plan-empty')
  if (plan.priorities.length > TEXT_LIMITS.planPriorities)
    return refuse('plan-too-many', { most: TEXT_LIMITS.planPriorities })
  return printSizeOf(plan) === undefined ? refuse('plan-too-long') : accept(plan)
}
