import type { Basis } from '#measures'
import type {
  BasisLine,
  BudgetLine,
  Cut,
  Financial,
  LeftOut,
  Promised,
  YearDays,
  YearFigures,
} from '../model.ts'
import { yearOf } from './year.ts'

export type Reckoned = { readonly promise: Promised; readonly figures: YearFigures }
export type YearReckoned = {
  readonly told: readonly Reckoned[]
  readonly leftOut: Readonly<Record<LeftOut, number>>
}

/** Every promise in a year. What cannot be told is counted, and in no sum. */
export const reckonYear = (promises: readonly Promised[], days: YearDays): YearReckoned => {
  const told: Reckoned[] = []
  const leftOut = { 'no-term': 0, 'spending-not-known': 0, 'too-large': 0 }
  for (const promise of promises) {
    const figures = yearOf(promise, days)
    if (typeof figures === 'string') leftOut[figures]++
    else if (figures.planned !== 0 || figures.delivered !== 0) told.push({ promise, figures })
  }
  return { told, leftOut }
}

/** The order in which bases are shown: as money moves, then what it is taken to be worth, then what is only counted. */
const ORDER: readonly Basis[] = ['spend', 'fiscal', 'economic', 'wellbeing', 'carbon', 'none']

const FIGURES = [
  'brought',
  'planned',
  'due',
  'notYetDue',
  'verified',
  'missed',
  'carried',
  'beyond',
  'delivered',
  'forecast',
  'withoutPace',
] as const satisfies readonly (keyof YearFigures)[]

const sumOf = (group: readonly Reckoned[]): YearFigures => {
  const sums = Object.fromEntries(FIGURES.map((figure) => [figure, 0])) as Record<keyof YearFigures, number>
  for (const { figures } of group) for (const figure of FIGURES) sums[figure] += figures[figure]
  return sums
}

/** One line for each basis, and one for each unit of what is counted. Nothing is added across: they are different things. */
export const linesOf = (told: readonly Reckoned[]): BasisLine[] =>
  [...Map.groupBy(told, ({ promise }) => `${promise.basis} ${promise.unit}`).values()]
    .flatMap((group) => {
      const first = group[0]?.promise
      return first ? [{ basis: first.basis, unit: first.unit, promises: group.length, ...sumOf(group) }] : []
    })
    .sort(
      (a, b) =>
        ORDER.indexOf(a.basis) - ORDER.indexOf(b.basis) ||
        b.promises - a.promises ||
        (a.unit < b.unit ? -1 : 1),
    )

/** The sums taken apart by a word of each promise; names in order, what names none last. */
export const cutBy = (
  told: readonly Reckoned[],
  keyOf: (promise: Promised) => string | null,
  nameOf: (key: string | null) => string,
): Cut[] =>
  [...Map.groupBy(told, ({ promise }) => keyOf(promise))]
    .map(([key, group]) => ({ key, name: nameOf(key), lines: linesOf(group) }))
    .sort((a, b) => Number(a.key === null) - Number(b.key === null) || (a.name < b.name ? -1 : 1))

/** The financial budget by department. Spent is known only where every line of the department says it. */
export const financialBy = (lines: readonly BudgetLine[]): Financial[] =>
  [...Map.groupBy(lines, ({ department }) => department)]
    .map(([department, group]) => ({
      department,
      lines: group.length,
      budgetPence: group.reduce((sum, { budgetPence }) => sum + budgetPence, 0),
      spentPence: group.some(({ spentPence }) => spentPence === null)
        ? null
        : group.reduce((sum, { spentPence }) => sum + (spentPence ?? 0), 0),
    }))
    .sort((a, b) => (a.department < b.department ? -1 : 1))
