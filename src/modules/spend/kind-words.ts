import { SEVERAL } from './rules/parties.ts'

/** Kinds of supplier as analysis counts them, in the order they are shown. */
export const KIND_LABELS: Readonly<Record<string, string>> = {
  micro: 'Micro business',
  small: 'Small business',
  medium: 'Medium business',
  large: 'Large business',
  business: 'Business of unknown size',
  vcse: 'Voluntary, community or social enterprise',
  public: 'Public body',
  individual: 'Individuals and withheld names',
  unknown: 'Kind not known',
}
export const kindLabel = (kind: string | null): string =>
  kind === SEVERAL ? 'Several kinds' : (KIND_LABELS[kind ?? 'unknown'] ?? kind ?? '')

/** What a tier is called; a supplier or a group may be paid in several. */
export const tierLabel = (labels: ReadonlyMap<string, string>, tier: string): string =>
  tier === SEVERAL ? 'Several places' : (labels.get(tier) ?? tier)

/** Small and medium-sized: fewer than 250 people (glossary). */
export const SME_KINDS: readonly string[] = ['micro', 'small', 'medium']

/** What a number of suppliers in a line of a table stands on. */
export const COUNTED_ONCE =
  'Suppliers: several payees that are one supplier count once, and so does a confirmed group of companies. Whoever is paid in several lines counts in each of them, so the lines may add up to more suppliers than there are.'
