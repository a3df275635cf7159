import { formatNumber, formatPounds, formatPoundsCompact, formatShare } from '../../platform/views/views.ts'
import { BASIS_NAMES } from './messages.ts'
import type { BasisLine } from './model.ts'

const places = (hundredths: number): number => {
  if (hundredths % 100 === 0) return 0
  return hundredths % 10 === 0 ? 1 : 2
}

/** `£1,235`, or `12.5` of what is counted. */
export const showAmount = (unit: string, hundredths: number): string =>
  unit === '£' ? formatPounds(hundredths) : formatNumber(hundredths / 100, places(hundredths))

/** `£1.2m`, or `1,204 homes`. */
export const showCompact = (unit: string, hundredths: number): string =>
  unit === '£' ? formatPoundsCompact(hundredths) : `${showAmount(unit, hundredths)} ${unit}`

/** `Wellbeing`, or `Counted: homes`. */
export const lineName = ({ basis, unit }: Pick<BasisLine, 'basis' | 'unit'>): string =>
  basis === 'none' ? `Counted: ${unit}` : BASIS_NAMES[basis]

/** Of what is due, the share that is verified. */
export const keptShare = ({ verified, due }: Pick<BasisLine, 'verified' | 'due'>): string =>
  due === 0 ? 'nothing due' : formatShare(verified, due)
