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
