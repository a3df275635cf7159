import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { dayField } from '../../../platform/writes/fields.ts'
import { asWrite, type Write, type Written } from '../../../platform/writes/write.ts'
import { addRole, appointHolder } from '../actions/roles.ts'
import { holderFields, roleFields } from '../typed-fields.ts'
import { no } from './draft-write.ts'
import { roleNamed, rolesOf } from './named.ts'

const PATH = '/api/v1/strategy/roles'
export const roleAnswer = z.object({
  id: z.string(),
  name: z.string(),
  holders: z.array(
    z.object({
      id: z.string(),
      personName: z.string(),
      fromOn: z.string(),
      untilOn: z.string().nullable(),
    }),
  ),
})

const told = async (ctx: Context, id: string, made: string): Promise<Written> => ({
  ok: true,
  isNew: true,
  value: { ...(await rolesOf(ctx)).find((role) => role.id === id), made },
})
const row = {
  method: 'POST',
  access: 'strategy.edit',
  answer: roleAnswer.extend({ made: z.string() }),
} as const

export const roleWrites: readonly Write[] = [
  asWrite({
    ...row,
    command: 'strategy roles add',
    path: PATH,
    audit: 'OWNER_ROLE_ADDED',
    page: 'strategy/writes#roles-add',
    summary: 'Make a role that may answer for priorities',
    body: z.object(roleFields),
    example: '{"name":"Director of housing"}',
    write: async (ctx, _params, { name }) => {
      const added = await addRole(ctx, name)
      return added.ok ? told(ctx, added.value, added.value) : no(added)
    },
  }),
  asWrite({
    ...row,
    command: 'strategy roles appoint',
    path: `${PATH}/:role/holders`,
    args: { role: { name: 'ROLE', example: '"Director of housing"' } },
    audit: 'OWNER_APPOINTED',
    page: 'strategy/writes#roles-appoint',
    summary: 'Say who holds a role from a day on; whoever held it until then ends the day before',
    body: z.object({ ...holderFields, fromOn: dayField, untilOn: dayField.nullable().default(null) }),
    example: '{"personName":"Ada Byron","fromOn":"2026-12-01"}',
    write: async (ctx, { role = '' }, draft) => {
      const found = roleNamed(await rolesOf(ctx), role)
      if (!found) throw new NotFound(`There is no role “${role.slice(0, 80)}”.`)
      const appointed = await appointHolder(ctx, found.id, draft)
      return appointed.ok ? told(ctx, found.id, appointed.value) : no(appointed)
    },
  }),
]
