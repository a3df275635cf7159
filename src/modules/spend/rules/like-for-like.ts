/** What one organisation paid in a month, by department and tier. `month` is `2026-04`. */
export type YearFact = {
  readonly org: string
  readonly month: string | null
  readonly department: string | null
  readonly tier: string
  readonly payments: number
  readonly pence: number
}

export type YearSum = { readonly tier: string; readonly before: number; readonly after: number }
export type LeftOut = {
  readonly what: 'organisation' | 'month' | 'department'
  readonly org: string
  readonly name: string
  /** The financial year it stands in alone. */
  readonly year: string
  readonly pence: number
}
export type LikeForLike = {
  readonly before: string
  readonly after: string
  /** Month names of the year, `04` to `03`, that count for some organisation. */
  readonly months: readonly string[]
  readonly organisations: readonly string[]
  readonly tiers: readonly YearSum[]
  /** How many payments of both years are compared. */
  readonly payments: number
  readonly leftOut: readonly LeftOut[]
}

/** The financial year of a month, `2026/27`. */
export const yearOfMonth = (month: string): string => {
  const year = Number(month.slice(0, 4)) - (month.slice(5, 7) < '04' ? 1 : 0)
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`
}

const NOT_GIVEN = '(not given)'
type Dated = YearFact & { readonly month: string; readonly year: string }

const inBoth = (
  facts: readonly Dated[],
  years: readonly string[],
  of: (fact: Dated) => string,
): Set<string> => {
  const [first = new Set<string>(), second = new Set<string>()] = years.map(
    (year) => new Set(facts.filter((fact) => fact.year === year).map(of)),
  )
  return new Set([...first].filter((value) => second.has(value)))
}

/** Parts facts by whether their value stands in both years; what stands in one alone is named with its pence. */
const keepShared = (
  facts: readonly Dated[],
  years: readonly string[],
  what: LeftOut['what'],
  of: (fact: Dated) => string,
): { kept: Dated[]; leftOut: LeftOut[] } => {
  const shared = inBoth(facts, years, of)
  const gone = Map.groupBy(
    facts.filter((fact) => !shared.has(of(fact))),
    (fact) => `${fact.year}\n${of(fact)}`,
  )
  return {
    kept: facts.filter((fact) => shared.has(of(fact))),
    leftOut: [...gone.values()].map((group) => {
      const [first] = group as [Dated, ...Dated[]]
      const pence = group.reduce((sum, fact) => sum + fact.pence, 0)
      return { what, org: first.org, name: of(first), year: first.year, pence }
    }),
  }
}

/**
 * Two years compared like for like: organisations in both, for each of them the months in both, and in those months the
 * departments in both. What is left out is said, for a share that rose because a department left has not risen.
 */
export const compareYears = (facts: readonly YearFact[], before: string, after: string): LikeForLike => {
  const years = [before, after]
  const dated = facts
    .filter((fact): fact is YearFact & { month: string } => fact.month !== null)
    .map((fact) => ({ ...fact, year: yearOfMonth(fact.month) }))
    .filter((fact) => years.includes(fact.year))
  const organisations = keepShared(dated, years, 'organisation', (fact) => fact.org)
  const leftOut = [...organisations.leftOut]
  const kept: Dated[] = []
  for (const own of Map.groupBy(organisations.kept, (fact) => fact.org).values()) {
    const months = keepShared(own, years, 'month', (fact) => fact.month.slice(5, 7))
    const departments = keepShared(months.kept, years, 'department', (fact) => fact.department ?? NOT_GIVEN)
    leftOut.push(...months.leftOut, ...departments.leftOut)
    kept.push(...departments.kept)
  }
  const sum = (tier: string, year: string): number =>
    kept.filter((fact) => fact.tier === tier && fact.year === year).reduce((all, fact) => all + fact.pence, 0)
  const monthOrder = (month: string): number => (Number(month) + 8) % 12
  return {
    before,
    after,
    months: [...new Set(kept.map((fact) => fact.month.slice(5, 7)))].sort(
      (a, b) => monthOrder(a) - monthOrder(b),
    ),
    organisations: [...new Set(kept.map((fact) => fact.org))].sort(),
    tiers: [...new Set(kept.map((fact) => fact.tier))]
      .sort()
      .map((tier) => ({ tier, before: sum(tier, before), after: sum(tier, after) })),
    payments: kept.reduce((all, fact) => all + fact.payments, 0),
    leftOut: leftOut.sort((a, b) => Math.abs(b.pence) - Math.abs(a.pence)),
  }
}
