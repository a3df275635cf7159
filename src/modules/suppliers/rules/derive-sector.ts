import { CODES_OF_NO_TRADE, SIC_SECTIONS } from '../model/sic-2007.ts'

export type Sector = {
  readonly section: string
  readonly sectionName: string
  readonly division: string
  readonly divisionName: string
}

const BY_DIVISION: ReadonlyMap<string, Sector> = new Map(
  SIC_SECTIONS.flatMap(({ section, name, divisions }) =>
    divisions.map(
      ([division, divisionName]) =>
        [division, { section, sectionName: name, division, divisionName }] as const,
    ),
  ),
)

/**
 * The sector of a supplier: section and division of the first SIC 2007 code that tells of a trade. Undefined for
 * codes of older classifications, and for "non-trading" and "dormant", which Companies House added itself.
 */
export const deriveSector = (sicCodes: readonly string[]): Sector | undefined => {
  const code = sicCodes.find((candidate) => candidate.length === 5 && !CODES_OF_NO_TRADE.has(candidate))
  return code === undefined ? undefined : BY_DIVISION.get(code.slice(0, 2))
}

/** The 21 sections, in order, for filters and tables. */
export const listSections = (): readonly { readonly section: string; readonly name: string }[] =>
  SIC_SECTIONS.map(({ section, name }) => ({ section, name }))
