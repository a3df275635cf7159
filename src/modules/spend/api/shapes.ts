import { z } from 'zod'

const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/, 'a month such as 2026-04')
  .optional()
export const sliceQuery = z.object({
  from: month,
  to: month,
  tier: z.string().optional(),
  category: z.string().optional(),
  department: z.string().optional(),
  payee: z.string().regex(/^\d+$/, 'the number of a payee').optional(),
  file: z.uuid().optional(),
})
export const paged = sliceQuery.extend({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  offset: z.coerce.number().int().min(0).default(0),
})
export const pence = z.number().int().describe('whole pence')
export const basis = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  files: z.number(),
  payments: z.number(),
  pence,
  unknownPence: pence,
  undatedPence: pence,
  rejectedRows: z.number(),
  rejectedPence: pence,
})
