import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { asWrite, refused, type Write, type Written } from '../../../platform/writes/write.ts'
import {
  agreeToNetwork,
  foundNetwork,
  inviteToNetwork,
  leaveNetwork,
  type NetworkRefusal,
} from '../actions/networks.ts'
import { networksJson } from '../books-json.ts'
import { networkRefusalSentence } from '../messages.ts'
import { acting } from './acting.ts'

const PATH = '/api/v1/spend/networks'
const args = { network: { name: 'NETWORK', example: '019a0c3e-7d41-7000-8000-5f2f6a1b2c3d' } }
const answer = z.looseObject({ networks: z.array(z.looseObject({ id: z.string(), name: z.string() })) })

const told = async (ctx: Context, made?: string): Promise<Written> => ({
  ok: true,
  isNew: made !== undefined,
  value: { ...(await networksJson(ctx)), ...(made === undefined ? {} : { made }) },
})
const no = (refusal: NetworkRefusal): Written => refused(refusal, networkRefusalSentence(refusal))
const row = { method: 'POST', access: 'spend.manage', answer } as const

/** Organisations that look at their spending together. */
export const networkWrites: readonly Write[] = [
  asWrite({
    ...row,
    command: 'spend networks found',
    path: PATH,
    audit: 'NETWORK_FOUNDED',
    page: 'spend/writes#networks-found',
    summary: 'Found a network, of which the founder is the first member; gives its id as “made”',
    body: z.object({ name: z.string().max(200) }),
    example: '{"name":"Northmere anchors"}',
    write: async (ctx, _params, { name }) => {
      const founded = await foundNetwork(acting(ctx), name)
      return founded.ok ? told(ctx, founded.value) : no(founded.refusal)
    },
  }),
  asWrite({
    ...row,
    command: 'spend networks invite',
    path: `${PATH}/:network/members`,
    args,
    audit: 'NETWORK_INVITED',
    page: 'spend/writes#networks-invite',
    summary: 'Invite an organisation by its id; nothing of it is read before it agrees',
    body: z.object({ organisation: z.uuid() }),
    example: '{"organisation":"019a0c3e-7d41-7000-8000-5f2f6a1b2c3d"}',
    write: async (ctx, { network = '' }, { organisation }) => {
      const invited = await inviteToNetwork(acting(ctx), network, organisation)
      return invited.ok ? told(ctx) : no(invited.refusal)
    },
  }),
  asWrite({
    ...row,
    command: 'spend networks agree',
    path: `${PATH}/:network/agreement`,
    args,
    audit: 'NETWORK_JOINED',
    page: 'spend/writes#networks-agree',
    summary: 'Agree that the members of a network see one’s spending, added up by supplier',
    body: z.object({}),
    example: '{}',
    write: async (ctx, { network = '' }) => {
      await agreeToNetwork(acting(ctx), network)
      return told(ctx)
    },
  }),
  asWrite({
    ...row,
    method: 'DELETE',
    command: 'spend networks leave',
    path: `${PATH}/:network/agreement`,
    args,
    audit: 'NETWORK_LEFT',
    page: 'spend/writes#networks-leave',
    summary: 'Leave a network, or decline to join it',
    body: z.object({}),
    example: '{}',
    write: async (ctx, { network = '' }) => {
      await leaveNetwork(acting(ctx), network)
      return told(ctx)
    },
  }),
]
