import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { basisWords } from '../basis-words.ts'
import type { Slice } from '../model.ts'
import { type MoneyMap, readMoneyMap } from '../money-map.ts'
import { calculateLeakage } from '../rules/money-map.ts'
import { readSlice, sliceHref } from '../slice-query.ts'
import { MoneyMapView } from './money-map.view.tsx'
import { readAreaMap } from './read-area-map.ts'

const EXPORTS = ['CSV', 'XLSX', 'JSON'] as const

/** What the page says first: in the home place, within the place around it, and what leaves that. */
const headline = (map: MoneyMap) => {
  const places = map.tiers.filter((tier) => tier.kind === 'place')
  const [home, around] = places
  const leaving = around
    ? { from: around, ...calculateLeakage(map.tiers, places.indexOf(around)) }
    : home
      ? { from: home, ...calculateLeakage(map.tiers, 0) }
      : null
  return { home, around, leaving, unknown: map.tiers.find((tier) => tier.kind === 'unknown') }
}

/** The page's data: everything picked, sorted and summed before the template sees it. */
export const buildMoneyMap = (map: MoneyMap, slice: Slice) => ({
  organisation: map.organisation,
  isEmpty: map.basis.payments === 0,
  hasLadder: map.ladder.length > 0,
  slice,
  basis: basisWords(map.basis),
  total: map.basis.pence,
  tiers: map.tiers,
  headline: headline(map),
  topSuppliers: map.topSuppliers,
  months: map.months
    .filter((month) => month.key !== null)
    .sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1)),
  categories: map.categories.slice(0, 10),
  categoryCount: map.categories.length,
  departments: map.departments.slice(0, 10),
  departmentCount: map.departments.length,
  exports: EXPORTS.map((format) => ({
    format,
    href: sliceHref(`/spend/tiers.${format.toLowerCase()}`, slice),
  })),
})
export type MoneyMapPage = ReturnType<typeof buildMoneyMap>

export const get = async (request: PageRequest): Promise<Answer> => {
  const slice = readSlice(request.query)
  const map = await readMoneyMap(request.ctx, slice)
  const areas = await readAreaMap(request.ctx, slice, map)
  return page(
    'Money map',
    h(MoneyMapView, { ...buildMoneyMap(map, slice), areas, permissions: request.visitor.permissions }),
    { width: 'wide' },
  )
}
