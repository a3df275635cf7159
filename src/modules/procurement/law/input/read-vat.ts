import { withVat } from '../value.ts'
import { TOP_FIELDS } from './fields.ts'
import { ask, finderOf, type Notes, nameOf, put } from './notes.ts'
import { plain, type Read, readFlag } from './read-values.ts'

export const TOP = finderOf(TOP_FIELDS)

const WITH_WORDS = new Set(['inclusive', 'including', 'incl', 'inc', 'included', 'gross'])
const WITHOUT_WORDS = new Set(['exclusive', 'excluding', 'excl', 'ex', 'excluded', 'net'])
export const readVatIncluded = (raw: unknown): Read<boolean> => {
  const word = typeof raw === 'string' ? plain(raw) : ''
  return WITH_WORDS.has(word) || WITHOUT_WORDS.has(word)
    ? { ok: true, value: WITH_WORDS.has(word) }
    : readFlag(raw)
}

export const VAT_NAMES = new Set([
  'vatincluded',
  'includesvat',
  'incvat',
  'inclvat',
  'includingvat',
  'vatinclusive',
  'valueincludesvat',
  'vat',
  'grossofvat',
])

const NO_VAT_NAMES = new Set([
  'exvat',
  'exclvat',
  'excludingvat',
  'excludesvat',
  'vatexclusive',
  'vatexcluded',
  'netofvat',
])

const WITH_VAT =
  /^(.*?)(incvat|inclvat|includingvat|withvat|gross|exvat|exclvat|excludingvat|withoutvat|net)$/

const flipped = (read: Read<boolean>): Read<boolean> => (read.ok ? { ok: true, value: !read.value } : read)

/** `vatIncluded`, `exVat`, `estimatedValueExcludingVat`: true where the key was one of them. */
export const readVat = (notes: Notes, key: string, raw: unknown): boolean => {
  const name = nameOf(key)
  if (VAT_NAMES.has(name)) put(notes, 'vatIncluded', 'amounts.isVatIncluded', readVatIncluded(raw))
  else if (NO_VAT_NAMES.has(name)) put(notes, 'vatIncluded', 'amounts.isVatIncluded', flipped(readFlag(raw)))
  else {
    const [, stem, ending] = WITH_VAT.exec(name) ?? []
    const target = stem === undefined ? undefined : TOP.get(stem)
    if (target === undefined || !target.path.startsWith('amounts.') || ending === undefined) return false
    put(notes, key, target.path, target.read(raw), target.adds === true)
    put(notes, 'vatIncluded', 'amounts.isVatIncluded', { ok: true, value: !/^(ex|without|net)/.test(ending) })
  }
  return true
}

const PENCE_PATHS = [
  'payment.amountPence',
  'modification.valueBeforePence',
  'modification.valueAfterPence',
  'modification.earlierSmallChangesPence',
]

/** Payments and changes are brought to amounts with VAT, on their own basis or that of the contract. */
export const raiseByVat = (notes: Notes): void => {
  for (const path of PENCE_PATHS) {
    const pence = notes.values[path]
    if (pence === undefined) continue
    const group = path.split('.')[0] ?? ''
    const isVatIncluded = (notes.values[`${group}.isVatIncluded`] ?? notes.values['amounts.isVatIncluded']) as
      | boolean
      | undefined
    const vatRateBasisPoints = notes.values['amounts.vatRateBasisPoints'] as number | undefined
    if (isVatIncluded === undefined) ask(notes, `${group}.vatIncluded`, 'Does the amount include VAT?')
    else if (!isVatIncluded && vatRateBasisPoints === undefined)
      ask(notes, 'vatRate', 'The amount is without VAT, so the rate is needed.')
    else notes.values[path] = withVat(Number(pence), { isVatIncluded, vatRateBasisPoints })
  }
  for (const group of ['payment', 'modification']) delete notes.values[`${group}.isVatIncluded`]
}
