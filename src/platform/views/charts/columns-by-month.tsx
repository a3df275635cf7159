import { scaleBand, scaleLinear } from 'd3-scale'
import { formatShortMonth } from '../formatters.ts'
import { type ChartProps, ChartWithTable, ChartWords, imageOf } from './chart-with-table.tsx'
import { TonePatterns, ToneRect } from './tones.tsx'

export interface MonthColumn {
  /** `2026-11`. */
  readonly month: string
  /** Below nothing for money that came back. */
  readonly value: number
}

export interface ColumnsByMonthProps extends ChartProps {
  readonly months: readonly MonthColumn[]
  /** Writes a value on the scale, such as `formatPoundsCompact`. */
  readonly formatValue: (value: number) => string
}

const TOP = 12
const PLOT = 220
const LABELS = 44
const HEIGHT = TOP + PLOT + LABELS

/** The room for the figures of the scale, in pixels: a drawing of its own, as the plot is as wide as the page lets it. */
const SCALE = 56

/** How many month labels there is room for on a wide screen and on a phone. */
const LABEL_COUNTS = { wide: 12, narrow: 4 } as const

const percentText = (value: number) => `${Number(value.toFixed(3))}%`

const layOut = ({ months }: ColumnsByMonthProps) => {
  const values = months.map(({ value }) => value)
  const y = scaleLinear([Math.min(0, ...values), Math.max(0, ...values) || 1], [TOP + PLOT, TOP]).nice(4)
  const x = scaleBand(
    months.map(({ month }) => month),
    [0, 100],
  ).padding(0.15)
  const columns = months.map(({ month, value }) => ({
    isNegative: value < 0,
    x: percentText(x(month) ?? 0),
    width: percentText(x.bandwidth()),
    y: Math.round(Math.min(y(0), y(value))),
    height: Math.round(Math.abs(y(value) - y(0))),
  }))
  return { columns, ticks: y.ticks(4).map((value) => ({ value, y: Math.round(y(value)) })), left: x }
}

interface MonthLabelsProps {
  readonly months: readonly MonthColumn[]
  readonly room: keyof typeof LABEL_COUNTS
  readonly left: (month: string) => number | undefined
}

/** As many months as there is room for; the year stands under the first, and where it changes. */
const MonthLabels = ({ months, room, left }: MonthLabelsProps) => {
  const stride = Math.ceil(months.length / LABEL_COUNTS[room])
  const shown = months.filter((_, at) => at % stride === 0)
  return (
    <g class={`gt-axis gt-axis--${room}`}>
      {shown.map(({ month }, at) => {
        const [name, year] = formatShortMonth(month).split(' ')
        const x = percentText(left(month) ?? 0)
        const isNewYear = shown[at - 1]?.month.slice(0, 4) !== month.slice(0, 4)
        return (
          <>
            <text x={x} y={TOP + PLOT + 18}>
              {name}
            </text>
            {isNewYear && (
              <text x={x} y={TOP + PLOT + 36}>
                {year}
              </text>
            )}
          </>
        )
      })}
    </g>
  )
}

/** One column for each month, upwards for more than nothing and downwards, in another tone, for less. */
export const ColumnsByMonth = (props: ColumnsByMonthProps) => {
  const { id, months, formatValue } = props
  const { columns, ticks, left } = layOut(props)
  return (
    <ChartWithTable {...props}>
      <div class="gt-columns">
        <svg class="gt-columns__scale" width={SCALE} height={HEIGHT} aria-hidden="true" focusable="false">
          {ticks.map(({ value, y }) => (
            <text class="gt-axis" x={SCALE - 8} y={y + 5} text-anchor="end">
              {formatValue(value)}
            </text>
          ))}
        </svg>
        <svg class="gt-columns__plot" width="100%" height={HEIGHT} {...imageOf(id)} focusable="false">
          <ChartWords {...props} />
          <TonePatterns id={id} tones={[3]} />
          {ticks.map(({ value, y }) => (
            <line class={value === 0 ? 'gt-zero-line' : 'gt-grid-line'} x1="0" x2="100%" y1={y} y2={y} />
          ))}
          {columns.map(({ isNegative, ...box }) => (
            <ToneRect id={id} tone={isNegative ? 3 : 1} {...box} />
          ))}
          <MonthLabels months={months} room="wide" left={left} />
          <MonthLabels months={months} room="narrow" left={left} />
        </svg>
      </div>
    </ChartWithTable>
  )
}
