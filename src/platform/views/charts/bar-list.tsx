import { scaleLinear } from 'd3-scale'
import { type ChartProps, ChartWithTable } from './chart-with-table.tsx'
import { type Tone, TonePatterns, ToneRect } from './tones.tsx'

export interface Bar {
  readonly label: string
  readonly href?: string | undefined
  readonly value: number
  /** The figure as people read it. */
  readonly display: string
  readonly tone?: Tone | undefined
}

const HEIGHT = 14

/** Bars from the line of nothing, to the right for more and to the left for less, in percent of the width. */
const layOut = (bars: readonly Bar[]) => {
  const values = bars.map(({ value }) => value)
  const percent = scaleLinear([Math.min(0, ...values), Math.max(0, ...values) || 1], [0, 100])
  const nothing = percent(0)
  return bars.map((bar) => {
    const end = percent(bar.value)
    return {
      ...bar,
      start: `${Number(Math.min(nothing, end).toFixed(3))}%`,
      width: `${Number(Math.abs(end - nothing).toFixed(3))}%`,
    }
  })
}

/**
 * One bar for each thing, longest first if the page sorts them so. Label and figure are text of the page, not of
 * the drawing, so they wrap on a phone and are read in order; only the bars are drawn.
 */
export const BarList = (props: ChartProps & { readonly bars: readonly Bar[] }) => {
  const { id, description } = props
  const tones = props.bars.map(({ tone }) => tone ?? 1)
  return (
    <ChartWithTable {...props}>
      <p class="govuk-visually-hidden">{description}</p>
      <svg class="gt-patterns" width="0" height="0" aria-hidden="true" focusable="false">
        <TonePatterns id={id} tones={tones} />
      </svg>
      <ul class="gt-bar-list">
        {layOut(props.bars).map(({ label, href, display, tone, start, width }) => (
          <li class="gt-bar-list__item">
            <span class="gt-bar-list__label">{href ? <a href={href}>{label}</a> : label}</span>{' '}
            <span class="gt-bar-list__value">{display}</span>
            <svg class="gt-bar-list__bar" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
              <ToneRect id={id} tone={tone ?? 1} x={start} y={0} width={width} height={HEIGHT} />
            </svg>
          </li>
        ))}
      </ul>
    </ChartWithTable>
  )
}
