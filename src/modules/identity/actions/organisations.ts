import { getPlace, type PlaceId, type PlacesTables } from '#places'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { slugOf } from '../../../kernel/slug.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import {
  NAME_LENGTH,
  type Organisation,
  type OrganisationId,
  type OrganisationKind,
  type OrganisationRefusal,
} from '../model.ts'
import { breaks } from '../store/constraints.ts'
import { getOrganisation, insertOrganisation, setHomePlaceId } from '../store/organisations.ts'
import type { IdentityTables } from '../tables.ts'

export type NewOrganisation = {
  readonly name: string
  /** Made from the name where it is not given. */
  readonly slug?: string | undefined
  readonly kind: OrganisationKind
  /** Whether it buys under procurement law, and so is a tenant. */
  readonly isAuthority: boolean
  readonly homePlaceId?: string | null
  readonly orgId?: string | null
  /** Given where others refer to it before it is made. */
  readonly id?: OrganisationId
}

/** Adds an organisation. For operators; every authority sees it at once. */
export const createOrganisation = async (
  ctx: Context,
  wanted: NewOrganisation,
): Promise<Decision<Organisation, OrganisationRefusal>> => {
  const organisation: Organisation = {
    id: wanted.id ?? newId(),
    name: wanted.name.trim(),
    slug: slugOf(wanted.slug ?? wanted.name),
    kind: wanted.kind,
    isAuthority: wanted.isAuthority,
    homePlaceId: wanted.homePlaceId ?? null,
    orgId: wanted.orgId ?? null,
  }
  const { length } = organisation.name
  if (length < 1 || length > NAME_LENGTH.organisation) return refuse('organisation-name-length')
  if (organisation.slug === '') return refuse('slug-empty')
  try {
    return await inTransaction<IdentityTables, Decision<Organisation, OrganisationRefusal>>(
      ctx,
      async (tx) => {
        await insertOrganisation(tx, organisation)
        const facts = {
          slug: organisation.slug,
          kind: organisation.kind,
          authority: organisation.isAuthority,
        }
        await recordAudit(tx, ctx, { name: 'ORGANISATION_CREATED', subject: organisation.id, facts })
        return accept(organisation)
      },
    )
  } catch (error) {
    if (breaks(error, 'uq_organisation_slug')) return refuse('slug-taken', { slug: organisation.slug })
    throw error
  }
}

/**
 * Sets the place that an organisation counts as its own: money that stays there has not leaked. Throws NotFound
 * for an unknown place. What stands on the old place is worked out anew.
 */
export const setHomePlace = async (
  ctx: Context,
  organisationId: OrganisationId,
  placeId: PlaceId | null,
): Promise<void> => {
  await inTransaction<IdentityTables & PlacesTables, void>(ctx, async (tx) => {
    const { homePlaceId } = await getOrganisation(tx as unknown as Writer<IdentityTables>, organisationId)
    if (placeId !== null) await getPlace(tx as unknown as Writer<PlacesTables>, placeId)
    if (homePlaceId === placeId) return
    await setHomePlaceId(tx as unknown as Writer<IdentityTables>, organisationId, placeId)
    await ctx.jobs.publish(tx, 'homePlaceChanged', { organisationId })
    await recordAudit(tx, ctx, {
      name: 'HOME_PLACE_CHANGED',
      subject: organisationId,
      facts: { place: placeId },
    })
  })
}
