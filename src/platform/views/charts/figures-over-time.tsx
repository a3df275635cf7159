import { scaleLinear } from 'd3-scale'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { type ChartProps, ChartWithTable, ChartWords, imageOf } from './chart-with-table.tsx'

export interface DatedFigure {
  readonly day: PlainDate
  readonly value: number
}

export interface FiguresOverTimeProps extends ChartProps {
  /** What was measured, oldest first: filled points on a whole line. */
  readonly figures: readonly DatedFigure[]
  /** Where it began: an open point. */
  readonly start?: DatedFigure | undefined
  /** Where it should be, oldest first: open squares on a broken line. */
  readonly aims: readonly DatedFigure[]
  readonly names: { readonly figures: string; readonly start: string; readonly aims: string }
  readonly formatValue: (value: number) => string
}

const TOP = 14
const PLOT = 220
const LABELS = 30
const HEIGHT = TOP + PLOT + LABELS
const SCALE = 76
const YEAR = 365.25 * 86_400_000

const timeOf = (day: PlainDate): number => Date.parse(`${day}T00:00:00Z`)
const percent = (value: number): string => `${Number(value.toFixed(2))}%`

const layOut = ({ figures, start, aims }: FiguresOverTimeProps) => {
  const all = [...figures, ...aims, ...(start ? [start] : [])]
  const times = all.map(({ day }) => timeOf(day))
  const values = all.map(({ value }) => value)
  const [first, last] = [Math.min(...times), Math.max(...times)]
  // A single day stands in the middle of a year, not on the edge of nothing.
  const spare = first === last ? YEAR / 2 : 0
  const x = scaleLinear([first - spare, last + spare], [3, 97])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  // Indicators such as rates move little: the scale begins at nothing only where that leaves the movement visible.
  const floor = low >= 0 && low < high / 2 ? 0 : low
  const y = scaleLinear([floor, high === floor ? floor + 1 : high], [TOP + PLOT, TOP]).nice(4)
  const place = ({ day, value }: DatedFigure) => ({ x: percent(x(timeOf(day))), y: Math.round(y(value)) })
  const years = []
  for (let year = new Date(first - spare).getUTCFullYear() + 1; Date.UTC(year, 0) <= last + spare; year++)
    years.push({ year, x: percent(x(Date.UTC(year, 0))) })
  return { place, ticks: y.ticks(4).map((value) => ({ value, y: Math.round(y(value)) })), years }
}

type Point = { readonly x: string; readonly y: number }

const Line = ({ points, kind }: { readonly points: readonly Point[]; readonly kind: 'figure' | 'aim' }) => (
  <>
    {points.slice(1).map((point, at) => (
      <line class={`gt-line-${kind}`} x1={points[at]?.x} y1={points[at]?.y} x2={point.x} y2={point.y} />
    ))}
  </>
)

/** A mark whose middle is at a point that is given in percent. */
const Mark = ({ at, kind }: { readonly at: Point; readonly kind: 'figure' | 'start' | 'aim' }) => (
  <svg x={at.x} y={at.y} overflow="visible" width="1" height="1">
    {kind === 'aim' ? (
      <rect class="gt-mark-aim" x="-6" y="-6" width="12" height="12" />
    ) : (
      <circle class={`gt-mark-${kind}`} r="6" />
    )}
  </svg>
)

const KEYS = ['figures', 'start', 'aims'] as const
const KIND_OF = { figures: 'figure', start: 'start', aims: 'aim' } as const

const Key = ({ names, start }: Pick<FiguresOverTimeProps, 'names' | 'start'>) => (
  <ul class="gt-legend">
    {KEYS.filter((key) => key !== 'start' || start).map((key) => (
      <li class="gt-legend__entry">
        <svg class="gt-legend__mark" width="24" height="24" aria-hidden="true" focusable="false">
          <Mark at={{ x: '50%', y: 12 }} kind={KIND_OF[key]} />
        </svg>
        <span class="gt-legend__label">{names[key]}</span>
      </li>
    ))}
  </ul>
)

/** How one figure went over the years, against where it began and where it should be. */
export const FiguresOverTime = (props: FiguresOverTimeProps) => {
  const { place, ticks, years } = layOut(props)
  const [figures, aims] = [props.figures.map(place), props.aims.map(place)]
  const start = props.start ? [place(props.start)] : []
  return (
    <ChartWithTable {...props}>
      <div class="gt-columns">
        <svg class="gt-columns__scale" width={SCALE} height={HEIGHT} aria-hidden="true" focusable="false">
          {ticks.map(({ value, y }) => (
            <text class="gt-axis" x={SCALE - 8} y={y + 5} text-anchor="end">
              {props.formatValue(value)}
            </text>
          ))}
        </svg>
        <svg class="gt-columns__plot" width="100%" height={HEIGHT} {...imageOf(props.id)} focusable="false">
          <ChartWords {...props} />
          {ticks.map(({ value, y }) => (
            <line class={value === 0 ? 'gt-zero-line' : 'gt-grid-line'} x1="0" x2="100%" y1={y} y2={y} />
          ))}
          {years.map(({ year, x }, at) => (
            <g class={at % 2 === 1 ? 'gt-axis gt-axis--wide' : 'gt-axis'}>
              <line class="gt-grid-line" x1={x} x2={x} y1={TOP} y2={TOP + PLOT} />
              <text x={x} y={TOP + PLOT + 20} text-anchor="middle">
                {year}
              </text>
            </g>
          ))}
          <Line points={[...start, ...aims]} kind="aim" />
          <Line points={[...start, ...figures]} kind="figure" />
          {aims.map((at) => (
            <Mark at={at} kind="aim" />
          ))}
          {start.map((at) => (
            <Mark at={at} kind="start" />
          ))}
          {figures.map((at) => (
            <Mark at={at} kind="figure" />
          ))}
        </svg>
      </div>
      <Key names={props.names} start={props.start} />
    </ChartWithTable>
  )
}
