import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { textField } from '../../../platform/http/fields.ts'
import { inReading } from '../../../platform/reading.ts'
import { dayField, decimal } from '../../../platform/writes/fields.ts'
import { asWrite } from '../../../platform/writes/write.ts'
import { setWeightPolicy } from '../actions/asks.ts'
import { listWeightPolicies } from '../store/asks.ts'
import type { ProcurementTables } from '../tables.ts'

const policy = z.object({ fromOn: z.string(), weight: z.string(), source: z.string() })

/** `pipeline weight-policy set`: the points of social value from a day on, for all purchases of the council. */
export const weightPolicyWrite = asWrite({
  command: 'pipeline weight-policy set',
  method: 'PUT',
  path: '/api/v1/weight-policy',
  access: 'procurement.rules',
  audit: 'WEIGHT_POLICY_SET',
  page: 'procurement/planning-writes#weight-policy',
  summary: 'Say what weight the council gives social value, from a day on',
  body: z.object({
    weight: decimal(
      'Enter points from 0 to 100, such as 20',
      (value) => value.gte(0) && value.lte(100) && value.decimalPlaces() <= 2,
    ),
    fromOn: dayField,
    source: textField('where the policy says so', 300),
  }),
  answer: z.object({ policies: z.array(policy) }),
  example: '{"weight":"20","fromOn":"2027-04-01","source":"Social value policy 2027, section 3"}',
  write: async (ctx, _params, said) => {
    await setWeightPolicy(ctx, said)
    const policies = await inReading(ctx, (db: Reader<ProcurementTables>) => listWeightPolicies(db))
    return { ok: true, value: { policies } }
  },
})
