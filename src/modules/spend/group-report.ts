import { groupKeyOf, type SupplierGroup } from './model/groups.ts'

/** A group as the API and the command line answer it. */
export const groupJson = ({ id, name, madeAt, members }: SupplierGroup) => ({
  id,
  supplierKey: groupKeyOf(id),
  name,
  madeAt: madeAt.toISOString(),
  members,
})
