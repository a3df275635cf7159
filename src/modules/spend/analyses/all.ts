import type { Context } from '../../../platform/context.ts'
import type { Slice } from '../model.ts'
import type { Analysis } from './analysis.ts'
import { readDeprivation, readWards } from './areas.ts'
import { readPlainGroups, readSectors } from './breakdowns.ts'
import { readCategories } from './categories.ts'
import { readGapLeaks, readGapSuppliers } from './gap-details.ts'
import { readGapAnalysis } from './gaps.ts'
import { readInfluenceable } from './influence.ts'
import { readKinds } from './kinds.ts'
import { readLeakage } from './leakage.ts'
import { readConcentration, readTopSuppliers } from './suppliers.ts'
import { readTiers } from './tiers.ts'
import { readYears } from './years.ts'

export type AnalysisRequest = {
  readonly ctx: Context
  readonly slice: Slice
  readonly query: Readonly<Record<string, string>>
  readonly params: Readonly<Record<string, string>>
}

/** Every analysis of one organisation by its name in addresses, with what the log calls it. */
export const ANALYSES: Readonly<
  Record<string, { readonly audit: string; readonly read: (request: AnalysisRequest) => Promise<Analysis> }>
> = {
  tiers: { audit: 'TIERS', read: readTiers },
  kinds: { audit: 'SUPPLIER_KINDS', read: readKinds },
  sectors: { audit: 'SECTORS', read: readSectors },
  categories: { audit: 'CATEGORIES', read: readCategories },
  departments: { audit: 'DEPARTMENTS', read: readPlainGroups('department') },
  months: { audit: 'MONTHS', read: readPlainGroups('month') },
  'top-suppliers': { audit: 'TOP_SUPPLIERS', read: readTopSuppliers },
  concentration: { audit: 'CONCENTRATION', read: readConcentration },
  years: { audit: 'YEARS', read: readYears },
  wards: { audit: 'WARDS', read: readWards },
  deprivation: { audit: 'DEPRIVATION', read: readDeprivation },
  leakage: { audit: 'LEAKAGE', read: readLeakage },
  influenceable: { audit: 'INFLUENCEABLE', read: readInfluenceable },
  gaps: { audit: 'GAPS', read: readGapAnalysis },
  'gap-suppliers': { audit: 'GAP_SUPPLIERS', read: readGapSuppliers },
  'gap-leaks': { audit: 'GAP_LEAKS', read: readGapLeaks },
}
