import type { Identification } from './placement.ts'

/** What is known of a payee's name without any register. */
export type NameFacts = {
  readonly authorityId: string
  readonly payeeId: number
  readonly name: string
  readonly flag: string
  /** The key that spellings of the name share. */
  readonly nameKey: string
  /** What the name itself betrays: "City Council", "CIC". */
  readonly kindByName: string
}

export type SupplierOfPayee = {
  readonly key: string | null
  readonly name: string | null
  readonly kind: string | null
  readonly size: string | null
  readonly sector: string | null
}

/** Keys stand in addresses, which are cut off somewhere. */
const LONGEST_KEY = 120

const NONE: SupplierOfPayee = { key: null, name: null, kind: null, size: null, sector: null }

/**
 * The supplier that a payee is. Identified payees share the key of their register entry; unknown ones share that of their
 * name. A person is one supplier for each payee and never the same as another's: nothing is put together about persons.
 * Withheld names are no supplier at all.
 */
export const supplierOfPayee = (
  { entry, state }: Pick<Identification, 'entry' | 'state'>,
  payee: NameFacts,
): SupplierOfPayee => {
  if (payee.flag !== 'named') return NONE
  if (entry)
    return {
      key: `${entry.scheme}-${entry.number}`,
      name: entry.name,
      kind: entry.kind,
      size: entry.size,
      sector: entry.sector,
    }
  if (state === 'individual')
    return { ...NONE, key: `name:${payee.authorityId}:${payee.payeeId}`, name: payee.name }
  return {
    ...NONE,
    key: `name:${(payee.nameKey || payee.name.trim().toLowerCase()).slice(0, LONGEST_KEY)}`,
    name: payee.name,
    kind: payee.kindByName === 'unknown' ? null : payee.kindByName,
  }
}
