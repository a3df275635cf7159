import { actingAuthority } from '#identity'
import { listBoundaries, type StoredBoundary } from '#places'
import type { Context } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { type AreaMap, areaPaths, formatNumber, formatPoundsCompact } from '../../../platform/views/views.ts'
import { inAnalysis } from '../calculator.ts'
import type { Slice } from '../model.ts'
import { type MoneyMap } from '../money-map.ts'
import { rememberMaps } from '../remembered-maps.ts'
import { sumByArea } from '../store/analysis.ts'
import type { MapAreas } from './money-map.view.tsx'

const remembered = rememberMaps()

/** The map is of home and what lies around it: the city, the county, the region. What lies further is in the bar. */
const RUNGS_ON_MAP = 3
const MOST_AREAS = 400

const toMap = (boundaries: readonly StoredBoundary[]): AreaMap =>
  areaPaths(
    {
      type: 'FeatureCollection',
      features: boundaries.map(({ areaCode, name, geometry }) => ({
        type: 'Feature',
        properties: { code: areaCode, name },
        geometry,
      })),
    } as never,
    { codeProperty: 'code', nameProperty: 'name' },
  )

/** Round figures that part the areas in a few shades, from a tenth of the largest upwards. */
export const breaksFor = (largest: number): number[] => {
  if (largest <= 0) return [1]
  const top = 10 ** Math.floor(Math.log10(largest))
  return [
    ...new Set([top / 100, top / 10, top / 2, top].filter((value) => value >= 1 && value <= largest)),
  ].sort((a, b) => a - b)
}

const build = async (ctx: Context, slice: Slice, map: MoneyMap): Promise<MapAreas | null> => {
  const near = map.ladder.slice(0, RUNGS_ON_MAP).map((rung) => rung.id)
  const tiers = slice.tier === null ? near : near.filter((tier) => tier === slice.tier)
  const known = await inAnalysis(ctx, (calculator) => sumByArea(calculator, slice, tiers))
  const boundaries = await inReading(ctx, (db) =>
    listBoundaries(
      db as never,
      known.slice(0, MOST_AREAS).map((sum) => sum.key ?? ''),
    ),
  )
  if (boundaries.length === 0) return null
  const names = new Map(boundaries.map((boundary) => [boundary.areaCode, boundary.name]))
  const shown = known.filter((sum) => names.has(sum.key ?? ''))
  const [first] = boundaries
  return {
    map: toMap(boundaries),
    values: new Map(
      shown.map((sum) => [sum.key ?? '', { value: sum.pence, display: formatPoundsCompact(sum.pence) }]),
    ),
    breaks: breaksFor(Math.max(...shown.map((sum) => sum.pence))),
    outlined: [],
    rows: shown.map((sum) => [
      names.get(sum.key ?? '') ?? '',
      formatPoundsCompact(sum.pence),
      formatNumber(sum.payees),
    ]),
    attribution: first ? `Boundaries: ${first.source}, ${first.licence}` : '',
  }
}

/** The map of a slice, or null where nothing is loaded to draw it with. Drawn once for each version of the data. */
export const readAreaMap = (ctx: Context, slice: Slice, map: MoneyMap): Promise<MapAreas | null> =>
  remembered(actingAuthority(ctx), map.version, slice, () => build(ctx, slice, map))
