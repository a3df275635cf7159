import { normaliseEmail } from '#identity'
import { parsePostcode } from '#places'
import { accept, refuse } from '../../../../kernel/decision.ts'
import { readCompanyNumber } from '../../matching/identifiers.ts'
import { readEntryStatus } from '../../rules/entry-status.ts'
import { countFault, nameFault, readDay, tidyCell } from '../cells.ts'
import { type LayoutFinder, NO_FACTS } from './layout.ts'

const NUMBER = /^[1-9]\d{4,6}$/

/** The columns of publicextract.charity that are read, by their names without underscores. */
const CHARITY_COLUMNS = {
  number: 'registeredcharitynumber',
  linked: 'linkedcharitynumber',
  name: 'charityname',
  status: 'charityregistrationstatus',
  registered: 'dateofregistration',
  removed: 'dateofremoval',
  postcode: 'charitycontactpostcode',
  email: 'charitycontactemail',
  companyNumber: 'charitycompanyregistrationnumber',
  isCio: 'charityiscio',
  isInsolvent: 'charityinsolvent',
  isInAdministration: 'charityinadministration',
} as const

const isTrue = (text: string): boolean => /^(?:true|1|t|yes)$/i.test(text.trim())

/**
 * The Charity Commission's public extract, table publicextract.charity. A linked charity shares the number of its
 * main charity and adds its own: 1100001-2. Removed charities stay, for payments of the years they were registered.
 */
export const findCharityCommission: LayoutFinder = (columns) => {
  const places = Object.fromEntries(
    Object.entries(CHARITY_COLUMNS).map(([field, key]) => [field, columns.find(key)]),
  ) as Record<keyof typeof CHARITY_COLUMNS, number>
  if (places.number === -1 || places.name === -1) return undefined
  return {
    kind: 'charity-commission',
    readRow: (cells) => {
      const short = countFault(cells, columns.count, columns.count)
      if (short) return refuse(short)
      const at = (field: keyof typeof places): string => tidyCell(cells[places[field]] ?? '')
      const number = at('number')
      if (number === '') return refuse('number-missing')
      const linked = at('linked') || '0'
      if (!NUMBER.test(number) || !/^\d{1,5}$/.test(linked)) return refuse('number-unreadable')
      const name = at('name')
      const fault = nameFault(name)
      if (fault) return refuse(fault)
      const status = readEntryStatus(at('status'))
      const isFailing = isTrue(at('isInsolvent')) || isTrue(at('isInAdministration'))
      return accept({
        ...NO_FACTS,
        scheme: 'GB-CHC',
        number: Number(linked) === 0 ? number : `${number}-${Number(linked)}`,
        name,
        postcode: parsePostcode(at('postcode'))?.postcode ?? null,
        form: isTrue(at('isCio')) ? 'charitable-incorporated-organisation' : 'charity',
        status: status === 'active' && isFailing ? 'insolvent' : status,
        incorporatedOn: readDay(at('registered')),
        dissolvedOn: readDay(at('removed')),
        contactEmail: normaliseEmail(at('email')) ?? null,
        // A linked charity is a part of the body that the company number names.
        companyNumber: Number(linked) === 0 ? (readCompanyNumber(at('companyNumber'))?.number ?? null) : null,
      })
    },
  }
}
