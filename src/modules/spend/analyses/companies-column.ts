import { supplierHref } from '../supplier-words.ts'

type Row = { readonly party: string; readonly companies: number }

/** How many companies of a group a line stands for, with the way to them; empty for a supplier in no group. */
export const companiesColumn = {
  name: 'companies',
  header: 'Companies of its group',
  kind: 'number' as const,
  value: ({ companies }: Row): number | null => (companies === 0 ? null : companies),
  href: ({ companies, party }: Row): string | undefined =>
    companies === 0 ? undefined : supplierHref(party),
}
