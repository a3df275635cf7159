import { type Basis, formatCount, formatPeriod } from '../../../platform/views/views.ts'
import type { PipelineTotals } from '../rules/pipeline.ts'

/** What a sum of planned purchases rests on. */
export const totalsBasis = ({ purchases, valued, from, to }: PipelineTotals): Basis => ({
  period: from && to ? `Tender notices planned ${formatPeriod(from, to)}` : 'No tender date planned yet',
  coverage: `${formatCount(purchases, 'purchase')}, estimates without VAT, options and extensions in them`,
  unknown: valued < purchases ? `value not known for ${purchases - valued}` : undefined,
})
