import { BarList } from '../charts/bar-list.tsx'
import { Choropleth } from '../charts/choropleth.tsx'
import { ColumnsByMonth } from '../charts/columns-by-month.tsx'
import { StackedBar } from '../charts/stacked-bar.tsx'
import { formatPoundsCompact } from '../formatters.ts'
import {
  sampleBars,
  sampleBarsTable,
  sampleBasis,
  sampleMap,
  sampleMapTable,
  sampleMapValues,
  sampleMonths,
  sampleMonthsTable,
  sampleParts,
  samplePartsTable,
} from './sample-data.ts'

export const ChartSamples = () => (
  <>
    <h2>In pictures</h2>
    <StackedBar
      id="tiers"
      title="A third of the money stayed in Northmere"
      description="One bar of six parts. The largest, 33.4%, went to suppliers in Northmere."
      parts={sampleParts}
      table={samplePartsTable}
      basis={sampleBasis}
    />
    <BarList
      id="categories"
      title="Largest categories"
      description="Adult social care is the largest, at £31.2m."
      bars={sampleBars}
      table={sampleBarsTable}
      basis={sampleBasis}
    />
    <ColumnsByMonth
      id="months"
      title="Paid by month"
      description="Between £4m and £8m in most months; in August 2025 more came back than was paid."
      months={sampleMonths}
      formatValue={formatPoundsCompact}
      table={sampleMonthsTable}
      basis={sampleBasis}
    />
    <Choropleth
      id="wards"
      title="Spent by ward"
      description="The wards in the middle of the city receive the most."
      map={sampleMap}
      values={sampleMapValues}
      breaks={[100_000_000, 300_000_000, 500_000_000, 700_000_000]}
      formatValue={formatPoundsCompact}
      outlined={['W09']}
      table={sampleMapTable}
      basis={sampleBasis}
    />
  </>
)
