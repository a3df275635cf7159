import { scaleUtc } from 'd3-scale'
import { ChartWithTable, formatShortDate, formatShortMonth } from '../../../platform/views/views.ts'
import { MEANS_WORDS } from '../messages/law-words.ts'
import type { Purchase } from '../model/purchase.ts'
import type { TimetableEntry } from '../model/timetable.ts'

type Props = { readonly purchase: Purchase; readonly entries: readonly TimetableEntry[] }

const ROW = 30
const HEAD = 34
const WIDTH = 900
const LABELS = 330
const EDGE = 60
const HALF = 7

const instant = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** A mark's form says what kind of day it is, so that no colour is needed. */
const Mark = ({
  entry,
  x,
  y,
}: {
  readonly entry: TimetableEntry
  readonly x: number
  readonly y: number
}) => {
  if (entry.means === 'plan') return <circle cx={x} cy={y} r={HALF} class="gt-day gt-day--plan" />
  const points =
    entry.means === 'from'
      ? `${x - HALF},${y - HALF} ${x + HALF},${y} ${x - HALF},${y + HALF}`
      : `${x + HALF},${y - HALF} ${x - HALF},${y} ${x + HALF},${y + HALF}`
  return (
    <polygon points={points} class={`gt-day gt-day--law${entry.isMet === false ? ' gt-day--broken' : ''}`} />
  )
}

type RowProps = { readonly entry: TimetableEntry; readonly x: number; readonly y: number }

const Row = ({ entry, x, y }: RowProps) => (
  <>
    <line class="gt-day-row" x1={0} x2={WIDTH} y1={y + ROW / 2} y2={y + ROW / 2} />
    <text class="gt-day-text" x={0} y={y + 5}>
      {entry.what.length > 44 ? `${entry.what.slice(0, 43)}…` : entry.what}
    </text>
    <Mark entry={entry} x={x} y={y} />
  </>
)

const layOut = (entries: readonly TimetableEntry[]) => {
  const days = entries.map(({ date }) => instant(date))
  const scale = scaleUtc([days[0] ?? new Date(0), days.at(-1) ?? new Date(0)], [LABELS + HALF, WIDTH - EDGE])
  return { x: (day: string) => Math.round(scale(instant(day)) * 10) / 10, ticks: scale.ticks(5) }
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10)

/** Long after the contract has started is another time; the chart shows the procurement, the table everything. */
const nearOnes = (entries: readonly TimetableEntry[], startsOn: string | null): TimetableEntry[] => {
  if (startsOn === null) return [...entries]
  const near = entries.filter(({ date }) => date <= startsOn)
  return near.length > 1 ? near : [...entries]
}

export const TimetableChart = ({ purchase, entries }: Props) => {
  const shown = nearOnes(entries, purchase.startsOn)
  const { x, ticks } = layOut(shown)
  const height = HEAD + shown.length * ROW
  const description = `${shown.length} days from ${formatShortDate(shown[0]?.date ?? '')} to ${formatShortDate(shown.at(-1)?.date ?? '')}. A dot is a planned day, an arrow to the left a last day, an arrow to the right a first day.`
  return (
    <ChartWithTable
      id="timetable"
      title="From preparation to the start of the contract"
      description={description}
      basis={{
        period: `${formatShortDate(shown[0]?.date ?? '')} to ${formatShortDate(shown.at(-1)?.date ?? '')}`,
        coverage: 'Planned days (dot), last days by law (◂), first days by law (▸)',
        unknown:
          entries.length > shown.length
            ? `${entries.length - shown.length} later days are in the table only`
            : undefined,
      }}
      table={{
        head: ['What', 'Kind', 'Day'],
        rows: entries.map(({ what, means, date }) => [
          what,
          means === 'plan' ? 'planned' : MEANS_WORDS[means],
          { text: formatShortDate(date), value: date },
        ]),
      }}
    >
      <div class="gt-timetable" role="region" aria-label="Timetable chart" tabindex={0}>
        <svg
          viewBox={`0 0 ${WIDTH} ${height}`}
          width={WIDTH}
          height={height}
          role="img"
          aria-labelledby="timetable-title timetable-desc"
          focusable="false"
        >
          <title id="timetable-title">Timetable of {purchase.title}</title>
          <desc id="timetable-desc">{description}</desc>
          {ticks.map((tick) => (
            <>
              <line class="gt-day-grid" x1={x(isoDay(tick))} x2={x(isoDay(tick))} y1={HEAD - 8} y2={height} />
              <text class="gt-day-text" x={x(isoDay(tick))} y={16} text-anchor="middle">
                {formatShortMonth(isoDay(tick))}
              </text>
            </>
          ))}
          {shown.map((entry, at) => (
            <Row entry={entry} x={x(entry.date)} y={HEAD + at * ROW + ROW / 2} />
          ))}
        </svg>
      </div>
    </ChartWithTable>
  )
}
