import { findUnit } from '../rules/conversions.ts'

/**
 * A unit as people say it of so many, or of no number yet: `person` of 1, `people` otherwise. One that is not known is
 * said as it is written.
 */
export const unitWords = (unit: string, count = ''): string => {
  const known = findUnit(unit)
  if (!known) return unit.replaceAll('-', ' ')
  return count === '1' ? known.one : known.many
}
