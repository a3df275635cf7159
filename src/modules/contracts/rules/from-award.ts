import { exact } from '../../../kernel/exact.ts'
import type { Award } from '../model/award.ts'
import type { CommitmentText, ContractText, RegisterNumber } from '../model.ts'

const NUMBERED = /^(GB-COH|GB-CHC)-(.+)$/

const numberOf = (supplierKey: string | null): RegisterNumber | null => {
  const [, scheme, number] = NUMBERED.exec(supplierKey ?? '') ?? []
  return scheme === undefined || number === undefined
    ? null
    : { scheme: scheme as RegisterNumber['scheme'], number }
}

type Draft = Pick<ContractText, 'reference' | 'title' | 'department' | 'startsOn' | 'endsOn' | 'manager'> &
  Partial<Pick<ContractText, 'description' | 'cpv' | 'supplierContact'>>

/** The register's text of an award: supplier, price and lot are the award's, the rest is said by whoever makes it. */
export const contractOfAward = (award: Award, draft: Draft): ContractText => ({
  description: '',
  cpv: [],
  supplierContact: '',
  ...draft,
  lot: award.lot,
  supplierName: award.supplierName,
  supplierNumber: numberOf(award.supplierKey),
  valuePence: award.pricePence,
})

/** What the winning bid promised in numbers, as commitments at the unit values of the award. */
export const commitmentsOfAward = (award: Award, owner: string): CommitmentText[] =>
  award.offers
    .filter(({ quantity }) => exact(quantity).gt(0))
    .map(({ name, ...offer }) => ({
      evidenceRule: '',
      priorityId: null,
      scalesWithSpend: false,
      ...offer,
      title: name,
      schedule: [],
      placeCode: '',
      placeName: '',
      owner,
      supplierOwner: '',
    }))
