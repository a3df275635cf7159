import type { FillableColumn } from './read-datasets.ts'
import type { DatasetName } from './store/editions.ts'

export const DATASET_WORDS: Readonly<Record<DatasetName, { readonly title: string; readonly what: string }>> =
  {
    spend: {
      title: 'Spending over £500',
      what: 'Every payment of more than £500, as the Local Government Transparency Code 2015 asks for each quarter',
    },
    contracts: {
      title: 'Contracts over £5,000',
      what: 'Every contract worth more than £5,000, as the Local Government Transparency Code 2015 asks',
    },
    grants: {
      title: 'Grants',
      what: 'Every grant to a voluntary, community or social enterprise organisation, as the same code asks',
    },
    'grants-360': {
      title: 'Grants, 360Giving JSON',
      what: 'The same grants by the 360Giving Data Standard 1.4',
    },
    'grants-360-csv': {
      title: 'Grants, 360Giving CSV',
      what: 'The same grants by the 360Giving Data Standard 1.4',
    },
  }

/** Beside the spending data set, so that nobody takes an empty cell for nothing. */
export const SPEND_VAT_NOTE =
  'In spending over £500, VAT that cannot be recovered is filled in where the payment file has a column that says so. Elsewhere it is empty: not known, and not nil. A column called only VAT is not used, as it may be of VAT that is recovered.'

/** Where the columns that may stay empty come from. */
export const COLUMN_WORDS: Readonly<
  Record<FillableColumn, { readonly title: string; readonly why: string }>
> = {
  irrecoverableVatPence: {
    title: 'VAT that cannot be recovered',
    why: 'Said on the contract’s page or in an import; no ledger tells it',
  },
  reviewOn: { title: 'Review date', why: 'The next review planned for the contract' },
  invitation: {
    title: 'Invitation to quote or tender',
    why: 'Known for contracts made of an award here; said for others',
  },
  isSme: {
    title: 'Small or medium-sized enterprise',
    why: 'What the supplier’s register states by its accounts or staff, or what you say',
  },
  isVcse: {
    title: 'Voluntary or community sector organisation',
    why: 'What the supplier’s register states by its form, or what you say',
  },
}
