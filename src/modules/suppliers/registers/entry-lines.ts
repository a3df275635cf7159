import { copyLine } from '../../../platform/copy.ts'
import { deriveSupplierKind } from '../rules/derive-supplier-kind.ts'
import { normalisePayeeName } from './name-key.ts'
import type { NumberedEntry } from './read-register.ts'

/** The columns that `entryLine` fills, in order. */
export const ENTRY_COLUMNS = [
  'part',
  'row_no',
  'incorporated_on',
  'dissolved_on',
  'scheme',
  'number',
  'name',
  'name_key',
  'postcode',
  'kind',
  'size',
  'form',
  'status',
  'status_text',
  'accounts_category',
  'employees',
  'sic_codes',
  'company_number',
  'former_names',
  'former_keys',
  'contact_email',
] as const

const element = (text: string): string => `"${text.replaceAll(/[\\"]/g, '\\$&')}"`

/** A list as PostgreSQL writes an array. */
const arrayText = (texts: readonly string[]): string => `{${texts.map(element).join(',')}}`

/** The longest key that an index of PostgreSQL takes is some 2,700 bytes; a name of 500 characters stays below. */
const keyOf = (name: string): string | null => normalisePayeeName(name) || null

const charitySchemes = new Set(['GB-CHC', 'GB-SC', 'GB-NIC'])

/** An entry as a line of COPY, with its kind, size and name keys worked out. */
export const entryLine = (part: number, { row, entry }: NumberedEntry): string => {
  const charityNumber = charitySchemes.has(entry.scheme) ? entry.number : null
  const { kind, size } = deriveSupplierKind({ ...entry, charityNumber })
  const formers = entry.formerNames
  const keys = formers.map(keyOf).filter((key) => key !== null)
  return copyLine([
    part,
    row,
    entry.incorporatedOn,
    entry.dissolvedOn,
    entry.scheme,
    entry.number,
    entry.name,
    keyOf(entry.name),
    entry.postcode,
    kind,
    size,
    entry.form,
    entry.status,
    entry.statusText,
    entry.accountsCategory,
    entry.employees,
    `{${entry.sicCodes.join(',')}}`,
    entry.companyNumber,
    formers.length > 0 ? arrayText(formers) : null,
    keys.length > 0 ? arrayText([...new Set(keys)]) : null,
    entry.contactEmail ?? null,
  ])
}
