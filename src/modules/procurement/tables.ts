import type { PurchaseTables } from './tables/purchases.ts'

/** Every table of this module; each subject declares its own. */
export type ProcurementTables = PurchaseTables
