/** What brings a supplier of the directory and an opportunity together, beside the category. */
export type Nearness = 'near' | 'covers' | 'elsewhere'

/** Ways to say that one works in the whole country. */
const EVERYWHERE =
  /\b(?:nationwide|nationally|national|everywhere|anywhere|uk|united kingdom|england|great britain)\b/
/** Names shorter than this are found in other words. */
const SHORTEST_NAME = 3

const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** The division of a CPV code: its first two digits. Empty where there is no code. */
export const divisionOf = (category: string): string => /^\d{2}/.exec(category)?.[0] ?? ''

/**
 * Whether a supplier would work where an opportunity is: it is near the buyer (`isInside`: its postcode lies in the buyer's
 * home place or the place around it, as local supply is looked for elsewhere); or it says that it works in the place that the
 * opportunity names, or in the whole country. A rule of this software's own; it hides nothing, it only sorts.
 */
export const nearnessOf = (
  supplier: { readonly covers: string; readonly isInside: boolean },
  placeName: string,
): Nearness => {
  if (supplier.isInside) return 'near'
  const covers = plain(supplier.covers)
  if (EVERYWHERE.test(covers)) return 'covers'
  const names = placeName
    .split(/,|;|\/|\band\b|&/iu)
    .map(plain)
    .filter((name) => name.trim().length >= SHORTEST_NAME)
  return names.some((name) => covers.includes(name)) ? 'covers' : 'elsewhere'
}
