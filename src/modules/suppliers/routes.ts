import type { PageRoute } from '../../platform/http/route.ts'
import * as importRegister from './pages/import-register.ts'
import * as listRegisters from './pages/list-registers.ts'
import * as lookUpSupplier from './pages/look-up-supplier.ts'
import { IMPORT_PATH, LOOK_UP_PATH, REGISTERS_PATH } from './pages/paths.ts'
import * as showRegister from './pages/show-register.ts'
import { directoryPages } from './routes/directory.ts'

export const pages: readonly PageRoute[] = [
  {
    method: 'GET',
    path: REGISTERS_PATH,
    access: 'suppliers.read',
    audit: 'REGISTERS_READ',
    page: 'suppliers/pages/list-registers',
    handle: listRegisters.get,
  },
  {
    method: 'GET',
    path: IMPORT_PATH,
    access: 'suppliers.import',
    audit: 'REGISTER_FORM_READ',
    page: 'suppliers/pages/import-register',
    handle: importRegister.get,
  },
  {
    method: 'POST',
    path: IMPORT_PATH,
    access: 'suppliers.import',
    audit: 'REGISTER_HANDED_IN',
    page: 'suppliers/pages/import-register',
    takesFile: true,
    limitPerMinute: 30,
    handle: importRegister.post,
  },
  {
    method: 'GET',
    path: `${REGISTERS_PATH}/:registerId`,
    access: 'suppliers.read',
    audit: 'REGISTER_READ',
    page: 'suppliers/pages/show-register',
    handle: showRegister.get,
  },
  {
    method: 'POST',
    path: `${REGISTERS_PATH}/:registerId/remove`,
    access: 'suppliers.import',
    audit: 'REGISTER_REMOVED',
    page: 'suppliers/pages/show-register',
    handle: showRegister.postRemove,
  },
  {
    method: 'GET',
    path: LOOK_UP_PATH,
    access: 'suppliers.read',
    audit: 'SUPPLIER_LOOKED_UP',
    page: 'suppliers/pages/look-up-supplier',
    handle: lookUpSupplier.get,
  },
  ...directoryPages,
]
