/** A group of companies as one organisation confirmed it, by the keys of its suppliers. */
export type ConfirmedGroup = {
  readonly org: string
  /** `group:` and the group's id. */
  readonly key: string
  readonly name: string
  readonly supplierKeys: readonly string[]
}

/** Groups that share a supplier, as one; of one organisation that is each group as it stands. */
export type JoinedGroup = {
  readonly key: string
  readonly name: string
  /** Whose groups it is made of, in order. */
  readonly orgs: readonly string[]
  readonly supplierKeys: readonly string[]
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const gather = (groups: readonly ConfirmedGroup[], own: string): JoinedGroup => {
  const [first] = groups.toSorted(
    (a, b) => Number(b.org === own) - Number(a.org === own) || byText(a.name, b.name) || byText(a.key, b.key),
  ) as [ConfirmedGroup]
  return {
    key: first.key,
    name: first.name,
    orgs: [...new Set(groups.map(({ org }) => org))].sort(),
    supplierKeys: [...new Set(groups.flatMap(({ supplierKeys }) => supplierKeys))].sort(),
  }
}

/**
 * Groups of several organisations counted together: where two share a supplier they are one, for whoever is one with the same
 * supplier is one with each other. It bears the name that `own`, the organisation that looks, gave it; else the first by letter.
 */
export const joinGroups = (groups: readonly ConfirmedGroup[], own: string): JoinedGroup[] => {
  const partOf = new Map<string, readonly ConfirmedGroup[]>()
  for (const group of groups) {
    const met = new Set(group.supplierKeys.flatMap((key) => partOf.get(key) ?? [group]))
    const part = [...met.add(group)]
    for (const key of part.flatMap(({ supplierKeys }) => supplierKeys)) partOf.set(key, part)
  }
  return [...new Set(partOf.values())]
    .map((part) => gather(part, own))
    .sort((a, b) => byText(a.name, b.name) || byText(a.key, b.key))
}

/** Who counts as one: a group by its key and name, or a supplier in no group as itself. */
export type Party = { readonly party: string; readonly partyName: string }
export type PartyOf = (supplier: string, supplierName: string) => Party

/** Says which party a supplier is. */
export const partiesOf = (groups: readonly JoinedGroup[]): PartyOf => {
  const byKey = new Map(
    groups.flatMap(({ key, name, supplierKeys }) =>
      supplierKeys.map((supplier) => [supplier, { party: key, partyName: name }] as const),
    ),
  )
  return (supplier, supplierName) => byKey.get(supplier) ?? { party: supplier, partyName: supplierName }
}

/** What stands in place of a fact that the companies of a group do not share. */
export const SEVERAL = 'several'

/** The fact that all of them share. */
export const sharedFact = (facts: readonly string[]): string => {
  const [first = 'unknown'] = facts
  return facts.every((fact) => fact === first) ? first : SEVERAL
}

type LineOfParty = Party & { readonly supplier: string; readonly kind: string; readonly pence: number }

/** Lines of one party that are alike but for the company, as one; `companies` is how many of its group it stands for, 0 in no group. */
export type PartyLine<Line extends LineOfParty> = Line & { readonly companies: number }

const asOne = <Line extends LineOfParty>(own: readonly Line[]): PartyLine<Line> => {
  const [first] = own as [Line, ...Line[]]
  return {
    ...first,
    kind: sharedFact(own.map(({ kind }) => kind)),
    pence: own.reduce((sum, line) => sum + line.pence, 0),
    companies: new Set(own.map(({ supplier }) => supplier)).size,
  }
}

/**
 * One line for a group where its companies' lines are `alike`: pounds are added up and never moved, and a kind that they do not
 * share is said to be several; whatever else is not `alike` is the first company's. Lines of suppliers in no group stay as they are. Largest first.
 */
export const gatherByParty = <Line extends LineOfParty>(
  lines: readonly Line[],
  alike: (line: Line) => readonly unknown[],
): PartyLine<Line>[] => {
  const ofGroups = lines.filter(({ party, supplier }) => party !== supplier)
  const gathered = Map.groupBy(ofGroups, (line) => JSON.stringify([line.party, ...alike(line)]))
  return [
    ...lines.flatMap((line) => (line.party === line.supplier ? [{ ...line, companies: 0 }] : [])),
    ...[...gathered.values()].map(asOne),
  ].sort((a, b) => b.pence - a.pence)
}
