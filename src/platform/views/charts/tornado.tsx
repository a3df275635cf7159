import { scaleLinear } from 'd3-scale'
import { type ChartProps, ChartWithTable } from './chart-with-table.tsx'
import { TonePatterns, ToneRect } from './tones.tsx'

export interface TornadoBar {
  /** The input that is moved. */
  readonly label: string
  /** Between which ends it is moved, and what the result is there, as people read it. */
  readonly display: string
  readonly from: number
  readonly to: number
}

const HEIGHT = 18

/** How far the result moves as each input is moved by itself: bars about one centre, the longest first. */
export const Tornado = (
  props: ChartProps & { readonly centre: number; readonly bars: readonly TornadoBar[] },
) => {
  const { id, description, centre, bars } = props
  const ends = bars.flatMap(({ from, to }) => [from, to])
  const lowest = Math.min(centre, ...ends)
  const highest = Math.max(centre, ...ends)
  const percent = scaleLinear([lowest, highest === lowest ? lowest + 1 : highest], [1, 99])
  const text = (value: number): string => `${Number(percent(value).toFixed(3))}%`
  return (
    <ChartWithTable {...props}>
      <p class="govuk-visually-hidden">{description}</p>
      <svg class="gt-patterns" width="0" height="0" aria-hidden="true" focusable="false">
        <TonePatterns id={id} tones={[1]} />
      </svg>
      <ul class="gt-bar-list">
        {bars.map(({ label, display, from, to }) => (
          <li class="gt-bar-list__item">
            <span class="gt-bar-list__label">{label}</span> <span class="gt-bar-list__value">{display}</span>
            <svg class="gt-bar-list__bar" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
              <ToneRect
                id={id}
                tone={1}
                x={text(Math.min(from, to))}
                y={2}
                width={`${Number(Math.abs(percent(to) - percent(from)).toFixed(3))}%`}
                height={HEIGHT - 4}
              />
              <line class="gt-centre-line" x1={text(centre)} x2={text(centre)} y1={0} y2={HEIGHT} />
            </svg>
          </li>
        ))}
      </ul>
    </ChartWithTable>
  )
}
