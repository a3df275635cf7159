import type { Basis, Slice } from '../model.ts'
import type { Analysis } from './analysis.ts'

const NOTHING_CHOSEN = {
  title: 'Nothing was paid in the part you chose',
  purpose: 'Other months or a wider part of the spending may hold payments.',
  firstStep: { text: 'Show all payments', href: '/spend' },
}

/** What stands where there is no payment at all. */
export const NO_PAYMENTS_YET = {
  title: 'No payments yet',
  purpose:
    'This page is made from payment files, such as the spending over £500 that every council publishes.',
  firstStep: { text: 'Payment files', href: '/spend/imports' },
}

export const isNarrowed = (slice: Slice): boolean => Object.values(slice).some((part) => part !== null)

/** What stands where no payment lies in the part asked for. */
export const nothingHere = (basis: Basis, slice: Slice): Pick<Analysis, 'empty'> =>
  basis.payments > 0 ? {} : { empty: isNarrowed(slice) ? NOTHING_CHOSEN : NO_PAYMENTS_YET }
