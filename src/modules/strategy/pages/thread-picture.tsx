import { linkHorizontal } from 'd3-shape'
import { type Basis, ChartWithTable, ChartWords, imageOf } from '../../../platform/views/views.ts'
import { BOX, type ThreadBox, type ThreadPicture } from '../rules/lay-out-thread.ts'
import { NODE_KINDS, type ThreadGraph } from '../rules/thread.ts'

type Props = {
  readonly title: string
  readonly picture: ThreadPicture
  readonly strand: ThreadGraph
  readonly basis: Basis
}

type Point = readonly [number, number]
const curve = linkHorizontal<{ source: Point; target: Point }, Point>()
  .x(([x]) => x)
  .y(([, y]) => y)

const pathThrough = (points: readonly Point[]): string =>
  points
    .slice(1)
    .map((target, at) => curve({ source: points[at] ?? target, target }) ?? '')
    .join('')

const Box = ({ box }: { readonly box: ThreadBox }) => (
  <g>
    <rect
      class={box.isFocus ? 'gt-diagram__box gt-diagram__box--focus' : 'gt-diagram__box'}
      x={box.x + 1}
      y={box.y}
      width={BOX.width - 2}
      height={box.height}
      rx="6"
    />
    {box.lines.map((line, at) => (
      <text
        class={box.isFocus ? 'gt-diagram__text gt-diagram__text--focus' : 'gt-diagram__text'}
        x={box.x + BOX.padding}
        y={box.y + BOX.padding + (at + 1) * BOX.line - 5}
      >
        {line}
      </text>
    ))}
  </g>
)

const titleIn = (strand: ThreadGraph, kind: string, id: string): string =>
  strand.nodes.find((node) => node.kind === kind && node.id === id)?.title ?? ''

/** The strand as a picture from left to right, with every link of it in a table. */
export const ThreadPictureView = ({ title, picture, strand, basis }: Props) => {
  const description = `${strand.nodes.length} things in ${picture.columns.length} columns, from what is wanted on the left to what was done on the right, with ${strand.links.length} links between them.`
  const words = { id: 'thread-picture', title, description }
  const table = {
    head: ['What is wanted', 'Kind', 'What serves it', 'Kind of that'],
    rows: strand.links.map(({ upper, lower }) => [
      titleIn(strand, upper.kind, upper.id),
      NODE_KINDS[upper.kind].label,
      titleIn(strand, lower.kind, lower.id),
      NODE_KINDS[lower.kind].label,
    ]),
  }
  return (
    <ChartWithTable {...words} basis={basis} table={table}>
      <div class="gt-diagram" role="region" aria-label={`Picture: ${title}`} tabindex={0}>
        <svg
          width={picture.width}
          height={picture.height}
          viewBox={`0 0 ${picture.width} ${picture.height}`}
          focusable="false"
          {...imageOf(words.id)}
        >
          <ChartWords {...words} />
          {picture.curves.map(({ points }) => (
            <path class="gt-diagram__curve" d={pathThrough(points)} />
          ))}
          {picture.columns.map(({ x, label, more, moreY }) => (
            <>
              <text class="gt-diagram__label" x={x} y={22}>
                {label}
              </text>
              {more > 0 && (
                <text class="gt-diagram__label" x={x} y={moreY + 16}>
                  and {more} more
                </text>
              )}
            </>
          ))}
          {picture.boxes.map((box) => (
            <Box box={box} />
          ))}
        </svg>
      </div>
    </ChartWithTable>
  )
}
