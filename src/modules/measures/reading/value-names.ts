/** What people may call each part of the input; compared without case, spaces, hyphens and underscores. */
const ITEM = {
  measure: ['measure', 'code', 'measureCode'],
  label: ['label', 'id', 'key', 'name', 'title'],
  variant: ['variant', 'alternative'],
  quantity: ['quantity', 'quantities', 'qty', 'amount'],
  unit: ['unit', 'units'],
  fullTimeHours: ['fullTimeHours', 'fullTimeHoursPerWeek', 'fullTimeWeek'],
  sharedBetween: ['sharedBetween', 'sharedBetweenContracts', 'contracts'],
  years: ['years', 'duration', 'durationYears'],
  startYear: ['startYear', 'start', 'firstYear', 'year', 'emissionYear'],
  valuationYear: ['valuationYear', 'baseYear', 'presentYear'],
  priceYear: ['priceYear', 'prices', 'inPricesOf'],
  deflator: ['deflator', 'deflatorVintage', 'vintage'],
  assumptions: ['assumptions', 'assume'],
  investment: ['investment', 'inputs', 'input', 'cost', 'costs'],
  distinctBecause: ['distinctBecause', 'differentPeople', 'distinct'],
  score: ['score'],
  reason: ['reason', 'why', 'because'],
  evidence: ['evidence'],
  proxyValue: ['proxyValue', 'proxy', 'unitValue', 'value'],
  proxyPriceYear: ['proxyPriceYear'],
  basis: ['basis'],
  low: ['low'],
  high: ['high'],
  source: ['source'],
  licence: ['licence', 'license'],
  group: ['group', 'doubleCountGroup'],
} as const

const ASSUMPTIONS = {
  deadweight: ['deadweight'],
  displacement: ['displacement'],
  attribution: ['attribution', 'attributionToOthers', 'attributedToOthers'],
  dropOff: ['dropOff', 'dropOffPerYear'],
  discount: ['discount', 'discounting', 'discountRate', 'rate'],
  incomeGrowth: ['incomeGrowth', 'realIncomeGrowth', 'realIncomePerHead'],
} as const

export const NAMES = {
  item: { ...ITEM, ...ASSUMPTIONS },
  batch: { ...ITEM, ...ASSUMPTIONS, items: ['items', 'measures', 'offers'], framework: ['framework'] },
  assumptions: ASSUMPTIONS,
  measure: {
    code: ['code', 'id'],
    name: ['name', 'title', 'measure'],
    unit: ['unit'],
    basis: ['basis'],
    proxyValue: ['proxyValue', 'proxy', 'value', 'unitValue', 'central'],
    low: ['low'],
    high: ['high'],
    priceYear: ['priceYear', 'proxyPriceYear'],
    source: ['source', 'sourceUrl', 'url'],
    licence: ['licence', 'license'],
    group: ['group', 'doubleCountGroup'],
  },
  share: {
    share: ['share', 'value', 'central', 'rate'],
    low: ['low'],
    high: ['high'],
    reason: ['reason', 'why', 'because'],
  },
  discount: {
    rate: ['rate', 'rates', 'schedule', 'share', 'value'],
    convention: ['convention', 'timing', 'from'],
    reason: ['reason', 'why', 'because'],
  },
  growth: { ratio: ['ratio', 'growth', 'value'], reason: ['reason', 'why', 'because', 'source'] },
  range: { low: ['low'], central: ['central', 'value', 'middle'], high: ['high'] },
  wellbys: { points: ['points', 'gain'], persons: ['persons', 'people'] },
  span: { from: ['from', 'first', 'start'], to: ['to', 'last', 'end'] },
} as const

const bare = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '')

export type Named = { readonly known: Readonly<Record<string, unknown>>; readonly unknown: readonly string[] }

const remembered = new WeakMap<object, ReadonlyMap<string, string>>()

const meantBy = (names: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> => {
  const known = remembered.get(names)
  if (known) return known
  const meant = new Map(
    Object.entries(names).flatMap(([name, others]) => others.map((other) => [bare(other), name] as const)),
  )
  remembered.set(names, meant)
  return meant
}

/** An object under the names this product uses, and the names it does not know. */
export const nameParts = (given: object, names: Readonly<Record<string, readonly string[]>>): Named => {
  const meant = meantBy(names)
  const known = new Map<string, unknown>()
  const unknown: string[] = []
  for (const [name, value] of Object.entries(given)) {
    const canonical = meant.get(bare(name))
    if (canonical === undefined) unknown.push(name)
    else if (value !== null && value !== undefined) known.set(canonical, value)
  }
  return { known: Object.fromEntries(known), unknown }
}
