import { keyOf, NODE_KINDS, rankOf, type ThreadGraph, type ThreadNode } from './thread.ts'

/** Where the picture of a thread puts things, in units of the drawing. */
export type ThreadBox = {
  readonly node: ThreadNode
  readonly isFocus: boolean
  readonly x: number
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
}
export type ThreadColumn = {
  readonly x: number
  readonly label: string
  readonly more: number
  readonly moreY: number
}
/** A link, drawn through these points: past other columns it runs in a lane below their boxes. */
export type ThreadCurve = { readonly points: readonly (readonly [number, number])[] }
export type ThreadPicture = {
  readonly width: number
  readonly height: number
  readonly boxes: readonly ThreadBox[]
  readonly columns: readonly ThreadColumn[]
  readonly curves: readonly ThreadCurve[]
}

export const BOX = { width: 166, gap: 36, top: 44, line: 19, padding: 9, between: 14 } as const
const LETTERS = 20
const MOST_LINES = 3
/** More of one rank than this are told in words under the column; the table has them all. */
export const MOST_IN_COLUMN = 14

/** A title in lines that fit a box; what does not fit ends in an ellipsis. */
export const wrapTitle = (title: string): string[] => {
  const lines: string[] = []
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= LETTERS)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length <= LETTERS ? word : `${word.slice(0, LETTERS - 1)}…`)
  }
  if (lines.length <= MOST_LINES) return lines
  const [last = ''] = lines.slice(MOST_LINES - 1)
  return [...lines.slice(0, MOST_LINES - 1), `${last.slice(0, LETTERS - 1)}…`]
}

const averageOf = (numbers: readonly number[]): number =>
  numbers.length === 0 ? Number.MAX_SAFE_INTEGER : numbers.reduce((sum, one) => sum + one, 0) / numbers.length

type Placed = { readonly boxes: Map<string, ThreadBox>; readonly columns: ThreadColumn[] }

/** Nodes of one rank stand in one column, each near what it hangs on. */
const placeColumn = (
  placed: Placed,
  column: readonly ThreadNode[],
  graph: ThreadGraph,
  focusKey: string,
): void => {
  const x = placed.columns.length * (BOX.width + BOX.gap)
  const wished = (node: ThreadNode): number =>
    averageOf(
      graph.links
        .filter(({ lower }) => keyOf(lower) === keyOf(node))
        .flatMap(({ upper }) => placed.boxes.get(keyOf(upper))?.y ?? []),
    )
  const wishes = new Map(column.map((node) => [keyOf(node), wished(node)]))
  const ordered = [...column].sort(
    (a, b) =>
      Number(a.kind === 'need') - Number(b.kind === 'need') ||
      Number(keyOf(b) === focusKey) - Number(keyOf(a) === focusKey) ||
      (wishes.get(keyOf(a)) ?? 0) - (wishes.get(keyOf(b)) ?? 0),
  )
  const shown = ordered.slice(0, MOST_IN_COLUMN)
  let y: number = BOX.top
  for (const node of shown) {
    const lines = wrapTitle(node.title)
    const height = lines.length * BOX.line + 2 * BOX.padding
    placed.boxes.set(keyOf(node), { node, isFocus: keyOf(node) === focusKey, x, y, height, lines })
    y += height + BOX.between
  }
  const kinds = [...new Set(column.map(({ kind }) => kind))]
  const label = kinds.map((kind) => NODE_KINDS[kind].plural).join(', ')
  placed.columns.push({ x, label, more: column.length - shown.length, moreY: y })
}

const LANE = 12

/** Needs stand in the column of objectives, beside the priorities that answer them. */
const columnOf = (node: ThreadNode): number =>
  node.kind === 'need' ? NODE_KINDS.objective.rank : rankOf(node)

type Ends = { readonly from: ThreadBox; readonly to: ThreadBox }

const isLong = ({ from, to }: Ends): boolean => to.x - from.x > BOX.width + BOX.gap

const curveOf = ({ from, to }: Ends, lane: number): ThreadCurve => {
  const start = [from.x + BOX.width, from.y + from.height / 2] as const
  const end = [to.x, to.y + to.height / 2] as const
  if (!isLong({ from, to })) return { points: [start, end] }
  return { points: [start, [start[0] + BOX.gap, lane], [end[0] - BOX.gap, lane], end] }
}

/** The foot of the boxes that a long link passes. */
const laneUnder = (boxes: readonly ThreadBox[], { from, to }: Ends): number =>
  Math.max(0, ...boxes.filter(({ x }) => from.x < x && x < to.x).map(({ y, height }) => y + height))

/** Lays a strand of the thread out from left (what is wanted) to right (what was done). */
export const layOutThread = (graph: ThreadGraph, focus: ThreadNode): ThreadPicture => {
  const placed: Placed = { boxes: new Map(), columns: [] }
  const ranks = [...Map.groupBy(graph.nodes, columnOf)].sort(([a], [b]) => a - b)
  for (const [, column] of ranks) placeColumn(placed, column, graph, keyOf(focus))
  const boxes = [...placed.boxes.values()]
  const ends = graph.links.flatMap(({ upper, lower }) => {
    const [from, to] = [placed.boxes.get(keyOf(upper)), placed.boxes.get(keyOf(lower))]
    return from && to ? [{ from, to }] : []
  })
  const bottom = Math.max(
    0,
    ...boxes.map((box) => box.y + box.height),
    ...placed.columns.map(({ more, moreY }) => (more > 0 ? moreY + 20 : 0)),
  )
  // One lane for each node that long links begin at: its links run together, those of others apart.
  const starts = [...new Set(ends.filter(isLong).map(({ from }) => from))]
  const curves = ends.map((one) =>
    curveOf(one, laneUnder(boxes, one) + LANE * (starts.indexOf(one.from) + 1)),
  )
  return {
    width: placed.columns.length * (BOX.width + BOX.gap) - BOX.gap,
    height: Math.max(bottom, ...curves.flatMap(({ points }) => points.map(([, y]) => y))) + 6,
    boxes,
    columns: placed.columns,
    curves,
  }
}
