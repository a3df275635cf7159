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
export const kindLabel = (kind: string | null): string => KIND_LABELS[kind ?? 'unknown'] ?? kind ?? ''

/** Small and medium-sized: fewer than 250 people (glossary). */
export const SME_KINDS: readonly string[] = ['micro', 'small', 'medium']
