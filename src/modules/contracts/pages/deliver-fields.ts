import { idOf } from '../../../platform/http/fields.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { reachContract, type SupplierPerson } from '../actions/supplier-reports.ts'
import type { LinkedContract } from '../store/supplier-links.ts'

/** Who acts for which supplier, from the session. */
export const supplierPerson = ({ visitor }: PageRequest): SupplierPerson => ({
  personId: visitor.personId ?? '',
  personName: visitor.personName ?? '',
  supplierName: visitor.authorityName ?? '',
})

/** The contract of the address, where the acting supplier is linked to it. */
export const linkedContract = (request: PageRequest): Promise<LinkedContract> =>
  reachContract(request.ctx, idOf(request, 'contractId'))
