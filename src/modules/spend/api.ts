import { spendingApi } from './api/spending.ts'
import { suppliersApi } from './api/suppliers.ts'

export const api = [...spendingApi, ...suppliersApi]
