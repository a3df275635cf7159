import type { ContractText } from '#contracts'
import { accept, type Decision, refuse } from '../../../../kernel/decision.ts'
import type { ContractRecord, RecordParty } from '../../model/contract-record.ts'

export type RecordRefusal = 'not-a-contract' | 'another-buyer' | 'no-supplier' | 'no-title' | 'not-pounds'

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** "Northmere City Council" and "NORTHMERE CITY COUNCIL (Procurement)" are one buyer; a name within a name counts. */
const isBuyer = (buyer: string | null | undefined, own: string): boolean => {
  const [theirs, ours] = [plain(buyer ?? ''), plain(own)]
  return theirs !== '' && ours !== '' && (theirs.includes(ours) || ours.includes(theirs))
}

const numberOf = ({ identifiers }: RecordParty): ContractText['supplierNumber'] => {
  for (const { scheme, id } of identifiers) {
    if (scheme === 'GB-COH' && /^[A-Z0-9]{8}$/.test(id)) return { scheme, number: id }
    if (scheme === 'GB-CHC' && /^\d{6,7}(-\d+)?$/.test(id)) return { scheme, number: id }
  }
  return null
}

/** The same contract gets the same reference however often it is imported. */
const referenceOf = ({ ocid, contractId, awardId }: ContractRecord): string =>
  `${ocid}/${contractId ?? awardId ?? '1'}`.slice(0, 100)

/**
 * A contract for one's own register from what somebody published: only from an award on, of one's own buying (`own` is
 * the buyer's name; empty takes any), with a supplier and a value in pounds or none.
 */
export const contractOfRecord = (
  record: ContractRecord,
  own: string,
): Decision<ContractText, RecordRefusal> => {
  if (record.stage === 'planning' || record.stage === 'tender') return refuse('not-a-contract')
  if (own !== '' && !isBuyer(record.buyer?.name, own))
    return refuse('another-buyer', { buyer: record.buyer?.name ?? 'nobody' })
  const [supplier, ...others] = record.suppliers.filter(({ name }) => name !== null)
  if (!supplier?.name) return refuse('no-supplier')
  const title = record.title ?? record.description
  if (title === null) return refuse('no-title')
  if (record.valuePence !== null && record.currency !== null && record.currency !== 'GBP')
    return refuse('not-pounds', { currency: record.currency })
  const jointly = others.length > 0 ? `Jointly with ${others.map(({ name }) => name).join(', ')}. ` : ''
  return accept({
    reference: referenceOf(record),
    title: title.slice(0, 300),
    description: `${jointly}${record.description ?? ''}`.slice(0, 4000),
    department: '',
    lot: record.lots.join(', ').slice(0, 100),
    supplierName: supplier.name.slice(0, 300),
    supplierNumber: numberOf(supplier),
    valuePence: record.valuePence,
    startsOn: record.startsOn,
    endsOn: record.endsOn,
    manager: '',
    supplierContact: '',
    cpv: record.cpv.slice(0, 50),
  })
}
