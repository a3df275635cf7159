/**
 * The sums that a file prints, held against the sums of its rows. A printed figure is recognised by arithmetic: it
 * equals everything so far, or everything since an earlier total, subtotal or heading.
 */

export type PrintedTotal = {
  readonly rowNumber: number
  readonly pence: number
  readonly kind: 'grand' | 'total' | 'subtotal'
  /** What it equals: all rows so far, the rows since an earlier checkpoint, or nothing known. */
  readonly matches: 'all' | 'section' | null
  /** Sum of the rows since the last total of the same or a higher kind. */
  readonly sectionPence: number
}

export type TotalsBook = {
  readonly addRow: (pence: number) => void
  /** Marks the start of a section: a heading, a repeated header. */
  readonly startSection: () => void
  readonly matches: (pence: number) => 'all' | 'section' | null
  readonly rowsInSection: () => number
  readonly print: (rowNumber: number, pence: number, kind: PrintedTotal['kind']) => PrintedTotal
  /** A total that stands above the rows, to be compared at the end. */
  readonly declare: (rowNumber: number, pence: number) => void
  readonly result: () => TotalsResult
}

export type TotalsResult = {
  readonly printedTotal: number | null
  readonly sumOfRows: number
  readonly wrongSubtotals: number
  readonly firstWrongRow: number
}

const MOST_CHECKPOINTS = 100_000

export const createTotalsBook = (): TotalsBook => {
  let running = 0
  let sinceCheckpoint = 0
  let lastTotalAt = 0
  const checkpoints = new Set<number>([0])
  const printed: PrintedTotal[] = []
  const declared: { rowNumber: number; pence: number }[] = []

  const checkpoint = (): void => {
    if (checkpoints.size < MOST_CHECKPOINTS) checkpoints.add(running)
    sinceCheckpoint = 0
  }
  const matches = (pence: number): 'all' | 'section' | null =>
    pence === running ? 'all' : checkpoints.has(running - pence) ? 'section' : null
  return {
    addRow: (pence) => {
      running += pence
      sinceCheckpoint += 1
    },
    startSection: checkpoint,
    matches,
    rowsInSection: () => sinceCheckpoint,
    print: (rowNumber, pence, kind) => {
      const entry = { rowNumber, pence, kind, matches: matches(pence), sectionPence: running - lastTotalAt }
      printed.push(entry)
      if (kind !== 'subtotal') lastTotalAt = running
      checkpoint()
      return entry
    },
    declare: (rowNumber, pence) => {
      declared.push({ rowNumber, pence })
    },
    result: () => settle(printed, declared, running),
  }
}

const settle = (
  printed: readonly PrintedTotal[],
  declared: readonly { rowNumber: number; pence: number }[],
  running: number,
): TotalsResult => {
  const wrong = printed.filter((total) => total.kind === 'subtotal' && total.matches === null)
  return {
    printedTotal: grandTotal(printed, declared, running),
    sumOfRows: running,
    wrongSubtotals: wrong.length,
    firstWrongRow: wrong[0]?.rowNumber ?? 0,
  }
}

/**
 * The one figure that stands for the whole file: a total that equals all rows; a row called grand total; the sum of
 * section totals; a figure in the title.
 */
const grandTotal = (
  printed: readonly PrintedTotal[],
  declared: readonly { pence: number }[],
  running: number,
): number | null => {
  const totals = printed.filter((total) => total.kind !== 'subtotal')
  const whole = [...totals, ...declared].find((total) => total.pence === running)
  if (whole !== undefined) return whole.pence
  const grand = totals.findLast((total) => total.kind === 'grand')
  if (grand !== undefined) return grand.pence
  if (totals.length > 1) return sumOfSections(totals)
  const only = totals[0] ?? declared.at(-1)
  if (only !== undefined) return only.pence
  const last = printed.at(-1)
  return printed.length === 1 && last?.pence === running ? running : null
}

/** Several totals without a grand one are the totals of sections; one that equals all before it covers those. */
const sumOfSections = (totals: readonly PrintedTotal[]): number => {
  let sum = 0
  for (const total of totals) {
    sum = total.matches === 'all' && total.pence !== total.sectionPence ? total.pence : sum + total.pence
  }
  return sum
}
