import type { Basis, Slice } from '../model.ts'
import type { Analysis } from './analysis.ts'

/** What stands where no payment lies in the part asked for. */
export const nothingHere = (basis: Basis, slice: Slice): Pick<Analysis, 'empty'> => {
  if (basis.payments > 0) return {}
  const isNarrowed = Object.values(slice).some((part) => part !== null)
  return {
    empty: isNarrowed
      ? {
          title: 'Nothing was paid in the part you chose',
          purpose: 'Other months or a wider part of the spending may hold payments.',
          firstStep: { text: 'Show all payments', href: '/spend' },
        }
      : {
          title: 'No payments yet',
          purpose:
            'This page is made from payment files, such as the spending over £500 that every council publishes.',
          firstStep: { text: 'Payment files', href: '/spend/imports' },
        },
  }
}
