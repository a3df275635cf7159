import { financialYearDays } from '../../../kernel/financial-year.ts'
import { type Basis, type ChartTable, type DatedFigure, formatDate } from '../../../platform/views/views.ts'
import { figureWords } from '../messages.ts'
import type { Indicator, Reading } from '../model.ts'

export type ReadingsChart = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly basis: Basis
  readonly table: ChartTable
  readonly figures: readonly DatedFigure[]
  readonly start: DatedFigure | undefined
  readonly aims: readonly DatedFigure[]
  readonly names: { readonly figures: string; readonly start: string; readonly aims: string }
  readonly formatValue: (value: number) => string
}

const figure = (day: string, value: string): DatedFigure => ({ day, value: Number(value) })

const tableOf = (indicator: Indicator, standing: readonly Reading[], hasPlan: boolean): ChartTable => {
  const { baseline, baselineOn, targets, unit } = indicator
  const rows = [
    ...(hasPlan && baseline !== null && baselineOn !== null
      ? [{ day: baselineOn, what: 'Baseline', value: baseline }]
      : []),
    ...standing.map((one) => ({ day: one.measuredOn, what: 'Reading', value: one.value })),
    ...(hasPlan ? targets : []).map(({ year, value }) => ({
      day: financialYearDays(year).to,
      what: 'Target',
      value,
    })),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return {
    head: ['Day', 'What', unit === '' ? 'Figure' : `Figure (${unit})`],
    rows: rows.map(({ day, what, value }) => [
      { text: formatDate(day), value: day },
      what,
      { text: figureWords(value, unit), value },
    ]),
  }
}

/**
 * The chart of an indicator for all of the area, or for one place, for which there is neither baseline nor target;
 * null where nothing would be drawn.
 */
export const chartOf = (
  indicator: Indicator,
  readings: readonly Reading[],
  place: { readonly code: string; readonly name: string } | null,
): ReadingsChart | null => {
  const standing = readings.filter(
    (one) => one.supersededBy === null && (one.place?.code ?? null) === (place?.code ?? null),
  )
  const hasPlan = place === null
  const { baseline, baselineOn, targets, unit } = indicator
  if (standing.length + (hasPlan ? targets.length : 0) === 0) return null
  const [first, last] = [standing[0], standing.at(-1)]
  return {
    id: 'readings-chart',
    title: `${indicator.indicator || 'Readings'}${place ? `, ${place.name}` : ''}`,
    description: `${standing.length} readings${first && last ? `, from ${figureWords(first.value, unit)} to ${figureWords(last.value, unit)}` : ''}${hasPlan ? `, against ${targets.length} targets` : ''}.`,
    basis: {
      period:
        first && last
          ? `${formatDate(first.measuredOn)} to ${formatDate(last.measuredOn)}`
          : 'No reading yet',
      coverage: place ? `${place.name} only` : 'the whole area',
      unknown: last ? `source of the newest: ${last.source}` : undefined,
      verifiedBy: last ? `recorded by ${last.personName}` : undefined,
    },
    table: tableOf(indicator, standing, hasPlan),
    figures: standing.map((one) => figure(one.measuredOn, one.value)),
    start: hasPlan && baseline !== null && baselineOn !== null ? figure(baselineOn, baseline) : undefined,
    aims: hasPlan ? targets.map(({ year, value }) => figure(financialYearDays(year).to, value)) : [],
    names: { figures: 'Reading', start: 'Baseline', aims: 'Target, for the end of March' },
    formatValue: (value) => figureWords(String(value), unit === '%' || unit === '£' ? unit : ''),
  }
}
