import type { Edition } from '../store/editions.ts'

export const publicPath = (slug: string): string => `/public/${slug}`
export const publicContractsPath = (slug: string): string => `/public/${slug}/contracts`
export const publicContractPath = (slug: string, ocid: string): string =>
  `/public/${slug}/contracts/${encodeURIComponent(ocid)}`

export const publicPhotoPath = (
  slug: string,
  { id, contentType }: { readonly id: string; readonly contentType: 'image/jpeg' | 'image/png' },
): string => `/public/${slug}/photos/${id}.${contentType === 'image/png' ? 'png' : 'jpg'}`
export const smallPhotoPath = (slug: string, { id }: { readonly id: string }): string =>
  `/public/${slug}/photos/${id}.webp`

const ENDINGS = {
  spend: 'csv',
  contracts: 'csv',
  grants: 'csv',
  'grants-360': 'json',
  'grants-360-csv': 'csv',
} as const

/** `/open-data/files/northmere-city-council/spend/2026-Q3/1.csv` */
export const editionPath = (
  slug: string,
  { dataset, period, number }: Pick<Edition, 'dataset' | 'period' | 'number'>,
): string => `/open-data/files/${slug}/${dataset}/${period.replace('/', '-')}/${number}.${ENDINGS[dataset]}`
