const ORDINARY = new Set([
  'city',
  'county',
  'borough',
  'district',
  'metropolitan',
  'council',
  'authority',
  'of',
  'the',
])

/** `northmere` of `northmere-city-council`: what is left when words that most councils bear are taken out. */
export const referencePrefix = (slug: string): string =>
  slug
    .split('-')
    .filter((word) => word !== '' && !ORDINARY.has(word))
    .slice(0, 3)
    .join('-') || slug
