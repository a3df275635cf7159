import { parsePostcode } from '#places'
import { accept, refuse } from '../../../../kernel/decision.ts'
import { readEntryStatus } from '../../rules/entry-status.ts'
import { readRegisteredForm } from '../../rules/registered-form.ts'
import { readSicCode } from '../../rules/sic-code.ts'
import { countFault, nameFault, readDay, tidyCell } from '../cells.ts'
import type { LayoutFinder } from './layout.ts'

/** What Companies House publishes: eight places, of which the first two or the last may be letters. */
const NUMBER = /^[A-Z0-9]{2}\d{4,5}[A-Z0-9]{1,2}$/

const textsAt = (cells: readonly string[], places: readonly number[]): string[] => {
  const texts: string[] = []
  for (const at of places) {
    const text = cells[at]
    if (text) texts.push(tidyCell(text))
  }
  return texts
}

/**
 * Companies House's Free Company Data Product: 55 columns, some with a space before their name, days as 14/04/2005.
 * Recognised by four of its columns, so that extracts with fewer columns are read as well.
 */
export const findCompaniesHouse: LayoutFinder = (columns) => {
  const name = columns.find('companyname')
  const number = columns.find('companynumber')
  const category = columns.find('companycategory')
  const status = columns.find('companystatus')
  if (name === -1 || number === -1 || category === -1 || status === -1) return undefined
  // Companies House knows no charity numbers: such a list has been put together by somebody else.
  if (columns.find('charitynumber') !== -1) return undefined
  const postcode = columns.find('regaddresspostcode', 'postcode')
  const incorporated = columns.find('incorporationdate')
  const dissolved = columns.find('dissolutiondate')
  const accounts = columns.find('accountsaccountcategory')
  const sicTexts = columns.findAll(/^siccodesictext\d/)
  const formerNames = columns.findAll(/^previousname\d+companyname$/)
  const at = (cells: readonly string[], place: number): string => (place === -1 ? '' : (cells[place] ?? ''))

  return {
    kind: 'companies-house',
    readRow: (cells) => {
      const short = countFault(cells, columns.count, columns.count)
      if (short) return refuse(short)
      const companyNumber = tidyCell(at(cells, number)).toUpperCase()
      if (companyNumber === '') return refuse('number-missing')
      if (!NUMBER.test(companyNumber)) return refuse('number-unreadable')
      const companyName = tidyCell(at(cells, name))
      const fault = nameFault(companyName)
      if (fault) return refuse(fault)
      const statusText = tidyCell(at(cells, status))
      const codes = textsAt(cells, sicTexts)
        .map(readSicCode)
        .filter((code) => code !== null)
      return accept({
        scheme: 'GB-COH',
        number: companyNumber,
        name: companyName,
        formerNames: textsAt(cells, formerNames).filter((former) => nameFault(former) === null),
        postcode: parsePostcode(at(cells, postcode))?.postcode ?? null,
        form: readRegisteredForm(at(cells, category)),
        status: readEntryStatus(statusText),
        statusText: statusText === 'Active' || statusText === '' ? null : statusText,
        accountsCategory: tidyCell(at(cells, accounts)) || null,
        employees: null,
        sicCodes: codes,
        incorporatedOn: readDay(at(cells, incorporated)),
        dissolvedOn: readDay(at(cells, dissolved)),
        companyNumber: null,
      })
    },
  }
}
