import { createOrganisation } from '#identity'
import { newId } from '../../platform/ids.ts'
import { must } from '../../platform/testing/must.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import type { Award } from './model/award.ts'
import type { Commitment, CommitmentText, ContractText, DeliveryReport } from './model.ts'

const ID = '01990000-0000-7000-8000-000000000001'

export const aContractText = (facts: Partial<ContractText> = {}): ContractText => ({
  reference: 'NC-0001',
  title: 'Repair of footpaths',
  description: '',
  department: 'Highways',
  lot: '',
  supplierName: 'Fenwick Paths Ltd',
  supplierNumber: { scheme: 'GB-COH', number: '01234567' },
  valuePence: 50_000_000,
  startsOn: '2025-04-01',
  endsOn: '2029-03-31',
  manager: 'Highways contract manager',
  supplierContact: '',
  cpv: ['45233200'],
  ...facts,
})

export const aCommitmentText = (facts: Partial<CommitmentText> = {}): CommitmentText => ({
  title: 'Apprentice starts',
  framework: null,
  measure: null,
  unit: 'people',
  quantity: '8',
  unitValue: '1000',
  priceYear: '2025/26',
  basis: 'economic',
  schedule: [],
  placeCode: '',
  placeName: '',
  evidenceRule: 'Payroll record of each start',
  owner: 'Skills adviser',
  supplierOwner: 'Site manager',
  priorityId: null,
  scalesWithSpend: false,
  ...facts,
})

export const aCommitment = (facts: Partial<Commitment> = {}): Commitment => ({
  ...aCommitmentText(),
  id: ID,
  contractId: ID,
  fromOn: null,
  untilOn: null,
  replaces: null,
  ...facts,
})

export const aReport = (facts: Partial<DeliveryReport> = {}): DeliveryReport => ({
  contractId: ID,
  commitmentId: null,
  title: 'Apprentices began',
  unit: 'people',
  quantity: '2',
  fromOn: '2026-09-01',
  toOn: '2026-09-30',
  placeCode: '',
  placeName: '',
  story: '',
  reportedFor: 'Fenwick Paths Ltd',
  activity: null,
  ...facts,
})

/** A contracting authority with a name of its own. */
export const anAuthority = async (db: TestDatabase, name = `Council ${newId().slice(-12)}`) =>
  must(
    await createOrganisation(db.context({ kind: 'command' }, null), {
      name,
      kind: 'council',
      isAuthority: true,
    }),
  )

/** A final award to a supplier that is registered here, of which no contract was made yet. */
export const anAward = (supplierId: string, given: Partial<Award> = {}): Award => ({
  id: '01990000-0000-7000-8000-0000000000aa',
  tenderId: '01990000-0000-7000-8000-0000000000ab',
  purchaseId: null,
  lot: 'A',
  supplierId,
  supplierName: 'Bellwharf Repairs',
  supplierKey: 'GB-COH-01234567',
  pricePence: 25_000_000,
  signedOn: '2026-11-01',
  offers: [],
  words: [],
  ...given,
})
