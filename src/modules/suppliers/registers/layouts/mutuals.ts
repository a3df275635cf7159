import { parsePostcode } from '#places'
import { accept, refuse } from '../../../../kernel/decision.ts'
import { readEntryStatus } from '../../rules/entry-status.ts'
import { readRegisteredForm } from '../../rules/registered-form.ts'
import { readSicCodes } from '../../rules/sic-code.ts'
import { addressTail, countFault, nameFault, readDay, tidyCell } from '../cells.ts'
import { type LayoutFinder, NO_FACTS } from './layout.ts'

/** "7318", "30525R", "2580R(S)", "123COB". */
const NUMBER = /^\d{1,6}[A-Z]{0,5}$/

/** The number under which Companies House lists a registered society: IP30525R, SP2580RS, RS007318. */
const companyNumberOf = (number: string): string | null => {
  const [, digits = '', suffix = ''] = /^(\d+)([A-Z]*)$/.exec(number) ?? []
  if (suffix === 'R') return digits.length <= 5 ? `IP${digits.padStart(5, '0')}R` : null
  if (suffix === 'RS') return digits.length <= 4 ? `SP${digits.padStart(4, '0')}RS` : null
  return suffix === '' ? `RS${digits.padStart(6, '0')}` : null
}

/**
 * The Financial Conduct Authority's list of societies. Its header has long read "Full Registation Number"; the
 * right spelling is taken as well. Addresses are one cell that ends in the postcode.
 */
export const findMutuals: LayoutFinder = (columns) => {
  const name = columns.find('societyname')
  const full = columns.find('fullregistationnumber', 'fullregistrationnumber')
  const short = columns.find('societynumber')
  if (name === -1 || (full === -1 && short === -1)) return undefined
  const suffix = columns.find('societysuffix')
  const registeredAs = columns.find('registeredas')
  const address = columns.find('societyaddress')
  const registered = columns.find('registrationdate')
  const deregistered = columns.find('deregistrationdate')
  const sic = columns.find('standardindustrialclassificationcodesic', 'sic', 'siccode')
  const status = columns.find('societystatus')
  return {
    kind: 'mutuals',
    readRow: (cells) => {
      const fewer = countFault(cells, columns.count, columns.count)
      if (fewer) return refuse(fewer)
      const at = (place: number): string => (place === -1 ? '' : tidyCell(cells[place] ?? ''))
      const number = (at(full) || `${at(short)}${at(suffix)}`).toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
      if (number === '') return refuse('number-missing')
      if (!NUMBER.test(number)) return refuse('number-unreadable')
      const fault = nameFault(at(name))
      if (fault) return refuse(fault)
      const dissolvedOn = readDay(at(deregistered))
      const read = readEntryStatus(at(status))
      return accept({
        ...NO_FACTS,
        scheme: 'GB-MPR',
        number,
        name: at(name),
        postcode: parsePostcode(addressTail(at(address)))?.postcode ?? null,
        form: readRegisteredForm(at(registeredAs)) ?? 'registered-society',
        status: read === 'unknown' ? (dissolvedOn ? 'closed' : 'active') : read,
        sicCodes: readSicCodes(at(sic)),
        incorporatedOn: readDay(at(registered)),
        dissolvedOn,
        companyNumber: companyNumberOf(number),
      })
    },
  }
}
