/**
 * The tones of a chart, darkest first, each with a pattern of its own, so that they can be told apart without
 * colour; `unknown` is what we do not know and looks like nothing else.
 */
export const TONES = [1, 2, 3, 4, 5, 6, 'unknown'] as const
export type Tone = (typeof TONES)[number]

const SIZE = 10

/** What is drawn over the colour of a tone, in a square of 10 units. The first tone is plain. */
const MARKS: Readonly<Record<Tone, string>> = {
  1: '',
  2: 'M0 10L10 0M-2 2L2 -2M8 12L12 8',
  3: 'M5 3.5a1.5 1.5 0 1 0 .01 0z',
  4: 'M0 5H10',
  5: 'M5 0V10',
  6: 'M0 5H10M5 0V10',
  unknown: 'M0 0L10 10M-2 8L2 12M8 -2L12 2',
}

const patternId = (chartId: string, tone: Tone) => `${chartId}-tone-${tone}`

/** The patterns of the tones that a chart uses. */
export const TonePatterns = ({ id, tones }: { readonly id: string; readonly tones: readonly Tone[] }) => (
  <defs>
    {TONES.filter((tone) => MARKS[tone] && tones.includes(tone)).map((tone) => (
      <pattern id={patternId(id, tone)} width={SIZE} height={SIZE} patternUnits="userSpaceOnUse">
        <path class={`gt-mark-${tone}`} d={MARKS[tone]} />
      </pattern>
    ))}
  </defs>
)

interface ToneRectProps {
  readonly id: string
  readonly tone: Tone
  readonly x: string | number
  readonly y: string | number
  readonly width: string | number
  readonly height: string | number
}

/** A box in a tone: its colour, and its pattern over it. `id` is that of the chart with the patterns. */
export const ToneRect = ({ id, tone, ...box }: ToneRectProps) => (
  <>
    <rect class={`gt-tone-${tone}`} {...box} />
    {MARKS[tone] && <rect fill={`url(#${patternId(id, tone)})`} {...box} />}
  </>
)

export interface LegendEntry {
  readonly tone: Tone
  readonly label: string
  /** The figure, already formatted. */
  readonly value?: string | undefined
  /** The letter by which the drawing names it. */
  readonly letter?: string | undefined
}

/** What each tone means, in HTML, so that it wraps on a phone. */
export const Legend = ({
  id,
  entries,
}: {
  readonly id: string
  readonly entries: readonly LegendEntry[]
}) => (
  <ul class="gt-legend">
    {entries.map(({ tone, label, value, letter }) => (
      <li class="gt-legend__entry">
        <svg class="gt-legend__swatch" width="24" height="24" aria-hidden="true" focusable="false">
          <ToneRect id={id} tone={tone} x={0} y={0} width="100%" height="100%" />
          {letter && <Letter letter={letter} />}
        </svg>
        <span class="gt-legend__label">{label}</span>
        {value && <span class="gt-legend__value">{value}</span>}
      </li>
    ))}
  </ul>
)

/** A letter on a light disc, readable on every tone and pattern. */
export const Letter = ({ letter }: { readonly letter: string }) => (
  <>
    <circle class="gt-letter__disc" cx="12" cy="12" r="9" />
    <text class="gt-letter" x="12" y="16.5" text-anchor="middle">
      {letter}
    </text>
  </>
)
