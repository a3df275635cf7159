import { z } from 'zod'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { dayField } from '../../../platform/writes/fields.ts'
import { PURCHASE_KINDS } from '../model/purchase.ts'

const pence = z.number().int().min(0).max(100_000_000_000_00).describe('whole pence without VAT')
const day = dayField.nullable().default(null)
const text = (max: number) => optionalText('a text', max)

/** What is said of a purchase: as an idea it needs a title only. */
export const purchaseDraft = z.object({
  title: textField('what is bought', 200),
  purpose: text(2000),
  kind: z.enum(PURCHASE_KINDS).nullable().default(null),
  category: text(120),
  department: text(120),
  placeIds: z.array(z.uuid()).max(50).default([]),
  valuePence: pence.nullable().default(null),
  optionsPence: pence.default(0),
  extensionsPence: pence.default(0),
  vatRate: z.number().int().min(0).max(100).nullable().default(null).describe('per cent'),
  commencesOn: day,
  tenderOn: day,
  tendersDueOn: day,
  awardOn: day,
  contractOn: day,
  startsOn: day,
  endsOn: day,
  extendedEndsOn: day,
  expiringContract: text(200),
  expiringOn: day,
  owner: text(120),
  isPublic: z.boolean().default(false),
})
