import { z } from 'zod'
import type { Reader } from '../../platform/database.ts'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { inReading } from '../../platform/reading.ts'
import { inboxRoutes } from './api-inbox.ts'
import { ORGANISATION_KINDS, type OrganisationKind } from './model.ts'
import { listOrganisations } from './store/organisations.ts'
import type { IdentityTables } from './tables.ts'

const Me = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  authority: z.object({ id: z.string(), name: z.string() }).nullable(),
  permissions: z.array(z.string()).describe('What this token may do now'),
})

const Organisations = z.object({
  organisations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      slug: z.string(),
      kind: z.enum(Object.keys(ORGANISATION_KINDS) as OrganisationKind[]),
      isAuthority: z.boolean().describe('Whether it buys under procurement law'),
    }),
  ),
})

const OrganisationsQuery = z.object({
  authorities: z
    .enum(['true', 'false'], { error: 'authorities is "true" or "false"' })
    .default('false')
    .describe('"true" for contracting authorities only'),
})

export const api: readonly ApiRoute[] = [
  ...inboxRoutes,
  {
    method: 'GET',
    path: '/api/v1/me',
    access: 'signed-in',
    audit: 'ME_READ',
    page: 'identity/api/me',
    summary: 'Whom the token stands for, and what it may do',
    answer: Me,
    handle: async ({ visitor }) =>
      json({
        person: { id: visitor.personId, name: visitor.personName },
        authority: visitor.authorityId && { id: visitor.authorityId, name: visitor.authorityName },
        permissions: [...visitor.permissions].sort(),
      }),
  },
  {
    method: 'GET',
    path: '/api/v1/organisations',
    access: 'public',
    audit: 'ORGANISATIONS_READ',
    page: 'identity/api/organisations',
    summary: 'Organisations by name',
    query: OrganisationsQuery,
    answer: Organisations,
    handle: async ({ ctx, query }) => {
      const { authorities } = query as z.output<typeof OrganisationsQuery>
      const found = await inReading(ctx, (db: Reader<IdentityTables>) =>
        listOrganisations(db, { authorities: authorities === 'true' }),
      )
      const organisations = found.map(({ id, name, slug, kind, isAuthority }) => ({
        id,
        name,
        slug,
        kind,
        isAuthority,
      }))
      return json({ organisations })
    },
  },
]
