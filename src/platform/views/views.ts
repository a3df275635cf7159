/** What pages use. Nothing outside this folder imports past this file, but for `build-assets.ts`. */

export { ASSET_NAMES, type AssetManifest } from './asset-manifest.ts'
export { type Basis, BasisLine } from './basis.tsx'
export { Card, CardGrid } from './card.tsx'
export { ChangedMeanwhile, type Meanwhile, type PartInWords, SeenField } from './changed-meanwhile.tsx'
export { type AreaMap, type AreaPath, areaPaths, type FeatureCollection } from './charts/area-paths.ts'
export { type Bar, BarList } from './charts/bar-list.tsx'
export { type ChartCell, type ChartTable, chartCsv } from './charts/chart-table.ts'
export { type ChartProps, ChartWithTable, ChartWords, imageOf } from './charts/chart-with-table.tsx'
export { type AreaValue, Choropleth } from './charts/choropleth.tsx'
export { ColumnsByMonth, type MonthColumn } from './charts/columns-by-month.tsx'
export { type DatedFigure, FiguresOverTime } from './charts/figures-over-time.tsx'
export { StackedBar, type StackedBarPart } from './charts/stacked-bar.tsx'
export { Legend, type LegendEntry, type Tone } from './charts/tones.tsx'
export { Tornado, type TornadoBar } from './charts/tornado.tsx'
export { CsrfField, CsrfToken } from './csrf-field.tsx'
export { type DataColumn, DataTable, type DataTableProps } from './data-table.tsx'
export { EmptyState, type EmptyStateProps } from './empty-state.tsx'
export { ErrorPage, type ErrorPageProps } from './error-page.tsx'
export { errorOf, Form, FormErrorSummary } from './form.tsx'
export * from './formatters.ts'
export { GoldThreadMark } from './gold-thread-mark.tsx'
export type { Attributes } from './govuk/attributes.ts'
export * from './govuk/components.ts'
export { type Html, type TrustedHtml, trustedHtml } from './govuk/content.ts'
export type * from './govuk/props.generated.ts'
export { KeyFigure, type KeyFigureProps, KeyFigures } from './key-figure.tsx'
export { Layout, type LayoutProps, type Notice, type PageOptions } from './layout.tsx'
export type { NavigationLink, PageContext, Visitor } from './page-context.ts'
export { LiveRegion, Progress } from './progress.tsx'
export { renderPage } from './render.ts'
export { RuleSource, type RuleSourceProps } from './rule-source.tsx'
export { changedSentence, removedSentence } from './seen-words.ts'
export { type TableExport, TableExports, TablePages } from './table-pages.tsx'
export {
  lastPage,
  listHref,
  pagesToOffer,
  type Query,
  readTableState,
  type SortDirection,
  sortHref,
  type TablePaging,
  type TableState,
} from './table-state.ts'
