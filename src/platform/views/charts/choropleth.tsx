import { scaleThreshold } from 'd3-scale'
import type { AreaMap } from './area-paths.ts'
import { type ChartProps, ChartWithTable, ChartWords, imageOf } from './chart-with-table.tsx'
import { TonePatterns, ToneRect } from './tones.tsx'

export interface AreaValue {
  readonly value: number
  /** The figure as people read it. */
  readonly display: string
}

export interface ChoroplethProps extends ChartProps {
  readonly map: AreaMap
  /** By code of area; an area that is not in it is not known. */
  readonly values: ReadonlyMap<string, AreaValue>
  /** Where one shade ends and the next begins, rising; at most four. */
  readonly breaks: readonly number[]
  readonly formatValue: (value: number) => string
  /** Areas with a thick outline, such as the authority's own. */
  readonly outlined?: readonly string[] | undefined
}

const SHADES = [1, 2, 3, 4, 5] as const

/** `under £1m`, `£1m to under £5m`, `£5m and over`. */
const shadeLabels = (breaks: readonly number[], format: (value: number) => string): string[] => [
  `under ${format(breaks[0] ?? 0)}`,
  ...breaks.slice(1).map((upper, at) => `${format(breaks[at] ?? 0)} to under ${format(upper)}`),
  `${format(breaks.at(-1) ?? 0)} and over`,
]

const ShadeLegend = ({
  id,
  breaks,
  formatValue,
  hasUnknown,
}: ChoroplethProps & { readonly hasUnknown: boolean }) => (
  <ul class="gt-legend">
    {shadeLabels(breaks, formatValue).map((label, at) => (
      <li class="gt-legend__entry">
        <svg class="gt-legend__swatch" width="24" height="24" aria-hidden="true" focusable="false">
          <rect class={`gt-shade-${at + 1}`} width="100%" height="100%" />
        </svg>
        <span class="gt-legend__label">{label}</span>
      </li>
    ))}
    {hasUnknown && (
      <li class="gt-legend__entry">
        <svg class="gt-legend__swatch" width="24" height="24" aria-hidden="true" focusable="false">
          <ToneRect id={id} tone="unknown" x={0} y={0} width="100%" height="100%" />
        </svg>
        <span class="gt-legend__label">not known</span>
      </li>
    )}
  </ul>
)

/** Areas shaded by a figure, darker for more; what is not known is hatched. */
export const Choropleth = (props: ChoroplethProps) => {
  const { id, map, values, breaks, outlined } = props
  const shadeOf = scaleThreshold<number, number>([...breaks], SHADES.slice(0, breaks.length + 1))
  const own = map.areas.filter(({ code }) => outlined?.includes(code))
  return (
    <ChartWithTable {...props}>
      <svg class="gt-map" viewBox={`0 0 ${map.width} ${map.height}`} {...imageOf(id)} focusable="false">
        <ChartWords {...props} />
        <TonePatterns id={id} tones={['unknown']} />
        {map.areas.map(({ code, name, d }) => {
          const known = values.get(code)
          return (
            <path
              class={known ? `gt-area gt-shade-${shadeOf(known.value)}` : 'gt-area gt-area--unknown'}
              fill={known ? undefined : `url(#${id}-tone-unknown)`}
              d={d}
            >
              <title>{`${name}: ${known?.display ?? 'not known'}`}</title>
            </path>
          )
        })}
        {own.map(({ d }) => (
          <path class="gt-area-outline" d={d} />
        ))}
      </svg>
      <ShadeLegend {...props} hasUnknown={map.areas.some(({ code }) => !values.has(code))} />
    </ChartWithTable>
  )
}
