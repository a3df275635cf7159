import {
  type Basis as BasisWords,
  formatCount,
  formatPeriod,
  formatPoundsCompact,
  formatShare,
} from '../../platform/views/views.ts'
import type { Basis } from './model.ts'

/** What a figure of payments stands on, in words: period, what was counted, and what is not known. */
export const basisWords = (basis: Basis, unknown?: string): BasisWords => ({
  period: basis.from && basis.to ? formatPeriod(basis.from, basis.to) : 'No dated payments',
  coverage: [
    `${formatCount(basis.payments, 'payment')} in ${formatCount(basis.files, 'file')}`,
    ...(basis.rejectedRows > 0
      ? [
          `${formatCount(basis.rejectedRows, 'row')} could not be read (${formatPoundsCompact(basis.rejectedPence)})`,
        ]
      : []),
    ...(basis.undatedPence !== 0 ? [`${formatPoundsCompact(basis.undatedPence)} without a date`] : []),
  ].join(', '),
  unknown:
    unknown ??
    (basis.pence > 0 ? `place not known for ${formatShare(basis.unknownPence, basis.pence)}` : undefined),
})

/** The same as one line, for files. */
export const basisText = (words: BasisWords): string =>
  [words.period, words.coverage, words.unknown].filter(Boolean).join('; ')

export const basisLine = (basis: Basis): string => basisText(basisWords(basis))

/** `kind not known for 12%`: the part of the money for which an analysis has no answer. */
export const unknownWords = (what: string, pence: number, total: number): string | undefined =>
  total > 0 ? `${what} not known for ${formatShare(Math.max(0, pence), total)}` : undefined
