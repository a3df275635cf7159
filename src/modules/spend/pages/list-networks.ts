import { h } from 'preact'
import { actingAuthority, listOrganisations, type Organisation } from '#identity'
import type { Decision } from '../../../kernel/decision.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import {
  agreeToNetwork,
  foundNetwork,
  inviteToNetwork,
  leaveNetwork,
  type NetworkRefusal,
} from '../actions/networks.ts'
import { networkRefusalSentence } from '../messages.ts'
import { listNetworks, type Network } from '../store/networks.ts'
import type { SpendTables } from '../tables.ts'
import { ListNetworksView } from './list-networks.view.tsx'

const PATH = '/spend/networks'
type Found = { readonly networks: Network[]; readonly organisations: Organisation[] }

const show = async (request: PageRequest, error: string | null): Promise<Answer> => {
  const own = actingAuthority(request.ctx)
  const { networks, organisations } = await inReading<SpendTables, Found>(request.ctx, async (db) => ({
    networks: await listNetworks(db),
    organisations: await listOrganisations(db as never),
  }))
  const body = h(ListNetworksView, {
    networks,
    own,
    names: new Map(organisations.map((organisation) => [organisation.id as string, organisation.name])),
    authorities: organisations.filter((organisation) => organisation.isAuthority),
    error,
    canChange: request.visitor.permissions.has('spend.manage'),
  })
  return page('Networks', body, {
    status: error === null ? 200 : 400,
    hasErrors: error !== null,
    width: 'wide',
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, null)

const settle = (request: PageRequest, done: Decision<unknown, NetworkRefusal>): Promise<Answer> | Answer =>
  done.ok ? redirect(PATH) : show(request, networkRefusalSentence(done.refusal))

const acting = (request: PageRequest) => ({ ...request.ctx, authorityId: actingAuthority(request.ctx) })

export const post = async (request: PageRequest): Promise<Answer> =>
  settle(request, await foundNetwork(acting(request), typed(request.form, 'name')))

export const postInvite = async (request: PageRequest): Promise<Answer> =>
  settle(
    request,
    await inviteToNetwork(
      acting(request),
      request.params.networkId ?? '',
      typed(request.form, 'organisation'),
    ),
  )

export const postAgree = async (request: PageRequest): Promise<Answer> => {
  await agreeToNetwork(acting(request), request.params.networkId ?? '')
  return redirect(PATH)
}

export const postLeave = async (request: PageRequest): Promise<Answer> => {
  await leaveNetwork(acting(request), request.params.networkId ?? '')
  return redirect(PATH)
}
