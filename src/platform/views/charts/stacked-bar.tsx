import { cumsum } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { type ChartProps, ChartWithTable, ChartWords, imageOf } from './chart-with-table.tsx'
import { Legend, Letter, type Tone, TonePatterns, ToneRect } from './tones.tsx'

export interface StackedBarPart {
  readonly label: string
  /** The size of the part in any one unit, such as pence. Not below nothing. */
  readonly value: number
  /** The figure as people read it, `£1.2m (34%)`. */
  readonly display: string
  readonly tone: Tone
}

const HEIGHT = 64
const LETTER_BOX = 24

/** Narrower parts, in percent of the bar, have no room for a letter on a phone; the legend names them. */
const LETTER_MINIMUM = 9

/** Where each part begins and how wide it is, in percent of the bar. Rounded, as SVG needs no more. */
const layOut = (parts: readonly StackedBarPart[]) => {
  const sizes = parts.map(({ value }) => Math.max(0, value))
  const ends = cumsum(sizes)
  const percent = scaleLinear([0, ends.at(-1) || 1], [0, 100])
  const at = (value: number) => Number(percent(value).toFixed(3))
  return parts.map((part, index) => {
    const start = at(index === 0 ? 0 : (ends[index - 1] ?? 0))
    return {
      ...part,
      letter: String.fromCharCode(65 + index),
      start,
      width: Number((at(ends[index] ?? 0) - start).toFixed(3)),
    }
  })
}

/** The shares of a whole as one bar; what we do not know is a part of its own. */
export const StackedBar = (props: ChartProps & { readonly parts: readonly StackedBarPart[] }) => {
  const { id } = props
  const parts = layOut(props.parts)
  return (
    <ChartWithTable {...props}>
      <svg class="gt-stacked-bar" width="100%" height={HEIGHT} {...imageOf(id)} focusable="false">
        <ChartWords {...props} />
        <TonePatterns id={id} tones={parts.map(({ tone }) => tone)} />
        {parts.map(({ tone, start, width, letter }) => (
          <>
            <ToneRect id={id} tone={tone} x={`${start}%`} y={0} width={`${width}%`} height={HEIGHT} />
            {start > 0 && width > 0 && (
              <line class="gt-part-edge" x1={`${start}%`} x2={`${start}%`} y1={0} y2={HEIGHT} />
            )}
            {width >= LETTER_MINIMUM && (
              <svg x={`${start}%`} y={(HEIGHT - LETTER_BOX) / 2} width={`${width}%`} height={LETTER_BOX}>
                <svg x="50%" overflow="visible">
                  <g transform={`translate(${-LETTER_BOX / 2} 0)`}>
                    <Letter letter={letter} />
                  </g>
                </svg>
              </svg>
            )}
          </>
        ))}
      </svg>
      <Legend
        id={id}
        entries={parts.map(({ tone, label, display, letter }) => ({ tone, label, value: display, letter }))}
      />
    </ChartWithTable>
  )
}
