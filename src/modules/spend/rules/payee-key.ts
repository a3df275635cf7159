import type { PaymentRow } from '../reading/reading.ts'

const SHOWN_FOR = { redacted: '(name withheld)', unnamed: '(no name in the file)' } as const

/** A payee as it is shown: the ledger's own words, or what stands in for a name that is not there. */
export const payeeNameOf = (row: Pick<PaymentRow, 'payeeFlag' | 'payeeName'>): string =>
  row.payeeFlag === 'named' ? row.payeeName : SHOWN_FOR[row.payeeFlag]

/**
 * Two rows name one payee where the words agree without regard to case and spaces, and so do the identifiers
 * the file gives. Names without more are one payee within an authority; true namesakes come apart by postcode
 * or number. All withheld names are one payee: nothing may be learned about whom they hide.
 */
export const payeeKeyOf = (
  row: Pick<PaymentRow, 'payeeFlag' | 'payeeName' | 'companyNumber' | 'charityNumber' | 'postcode'>,
): string => {
  if (row.payeeFlag !== 'named') return row.payeeFlag
  const name = row.payeeName.replaceAll(/\s+/g, ' ').trim().toUpperCase()
  return [
    name,
    row.companyNumber ?? '',
    row.charityNumber ?? '',
    row.postcode?.replaceAll(/\s+/g, '').toUpperCase() ?? '',
  ].join('|')
}
