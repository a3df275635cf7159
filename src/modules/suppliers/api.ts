import { z } from 'zod'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { inReading } from '../../platform/reading.ts'
import { directoryApi } from './api/directory.ts'
import { entryReport } from './entry-report.ts'
import {
  ENTRY_STATUSES,
  REGISTER_KINDS,
  REGISTERED_FORMS,
  SCHEMES,
  SUPPLIER_KINDS,
  SUPPLIER_SIZES,
} from './model.ts'
import { registerReport } from './register-report.ts'
import { findRegisterEntriesByNumber } from './store/entries.ts'
import { listRegisters } from './store/registers.ts'
import type { SupplierTables } from './tables.ts'

type Db = Reader<SupplierTables>

const day = z.string().nullable().describe('YYYY-MM-DD')
const edition = z.looseObject({
  asOf: z.string(),
  source: z.string(),
  licence: z.string(),
  rows: z.object({ read: z.number(), loaded: z.number(), rejected: z.number() }),
})
const register = z.looseObject({
  id: z.string(),
  kind: z.enum(REGISTER_KINDS),
  name: z.string(),
  isOutOfDate: z.boolean(),
  current: edition.nullable(),
  latest: edition.nullable(),
})
const finding = { certainty: z.enum(['stated', 'indicated']), reason: z.string(), source: z.string() }
const entry = z.looseObject({
  scheme: z.enum(SCHEMES),
  number: z.string(),
  name: z.string(),
  formerNames: z.array(z.string()),
  postcode: z.string().nullable(),
  form: z.enum(REGISTERED_FORMS).nullable(),
  status: z.enum(ENTRY_STATUSES),
  sicCodes: z.array(z.string()),
  incorporatedOn: day,
  dissolvedOn: day,
  companyNumber: z.string().nullable(),
  charityNumber: z.string().nullable(),
  kind: z.object({ is: z.enum(SUPPLIER_KINDS), ...finding }),
  size: z.object({ is: z.enum(SUPPLIER_SIZES).nullable(), ...finding }),
  asOf: z.string(),
})

export const api: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/registers',
    access: 'suppliers.read',
    audit: 'REGISTERS_READ',
    page: 'suppliers/api#registers',
    summary: 'The registers that payees are looked up in: edition, source, licence, rows, figures',
    answer: z.object({ registers: z.array(register) }),
    handle: async ({ ctx }) => {
      const registers = await inReading(ctx, (db: Db) => listRegisters(db))
      return json({ registers: registers.map((each) => registerReport(each, ctx.clock)) })
    },
  },
  {
    method: 'GET',
    path: '/api/v1/register-entries/:scheme/:number',
    access: 'suppliers.read',
    audit: 'REGISTER_ENTRY_READ',
    page: 'suppliers/api#register-entry',
    summary:
      'What the registers say of one number, such as GB-COH/01234567, with kind, size and sector and their sources',
    answer: entry,
    handle: async ({ ctx, params }) => {
      const scheme = SCHEMES.find((known) => known === params.scheme?.toUpperCase())
      if (!scheme) throw new NotFound(`The scheme is one of: ${SCHEMES.join(', ')}.`)
      const numbers = [(params.number ?? '').trim().toUpperCase()]
      const [found] = await inReading(ctx, (db: Db) => findRegisterEntriesByNumber(db, { scheme, numbers }))
      if (!found) throw new NotFound('No register that is loaded has this number.')
      return json(entryReport(found))
    },
  },
  ...directoryApi,
]
