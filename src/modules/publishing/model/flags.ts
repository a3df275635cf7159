export const FLAG_CODES = [
  'R003',
  'R018',
  'R024',
  'R025',
  'R028',
  'R030',
  'R035',
  'R036',
  'R038',
  'R048',
  'R058',
] as const
export type FlagCode = (typeof FLAG_CODES)[number]

/** Whom a flag is about; the names are those of Cardinal's results. */
export const FLAG_GROUPS = ['OCID', 'Buyer', 'ProcuringEntity', 'Tenderer'] as const
export type FlagGroup = (typeof FLAG_GROUPS)[number]

/** Group → identifier → flag → value. */
export type FlagResults = Partial<Record<FlagGroup, Record<string, Partial<Record<FlagCode, number>>>>>

export type FlagSettings = {
  readonly only?: readonly FlagCode[]
  /** Other currencies are left out of comparisons of price; the first one seen where it is not set. */
  readonly currency?: string
  /** By `tender.procurementMethodDetails`: methods where price decides, where it does not, and which to leave out. */
  readonly priceComparisonMethods?: readonly string[]
  readonly noPriceComparisonMethods?: readonly string[]
  readonly excludedMethods?: readonly string[]
  readonly R003?: {
    readonly threshold?: number
    readonly procurementMethods?: readonly string[]
    readonly procurementMethodDetails?: Readonly<Record<string, number>>
  }
  readonly R018?: { readonly procurementMethods?: readonly string[] }
  readonly R024?: { readonly threshold?: number }
  readonly R025?: { readonly threshold?: number; readonly percentile?: number }
  readonly R035?: { readonly threshold?: number }
  readonly R038?: {
    readonly threshold?: number
    readonly minimumSubmittedBids?: number
    readonly minimumBidsReceived?: number
  }
  readonly R048?: {
    readonly threshold?: number
    readonly digits?: number
    readonly minimumContractingProcesses?: number
  }
  readonly R058?: { readonly threshold?: number }
}
