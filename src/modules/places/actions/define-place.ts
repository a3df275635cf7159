import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { Conflict } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { PlaceDraft, PlaceId, PlaceRefusal } from '../model.ts'
import { decidePlace } from '../rules/define-place.ts'
import { deletePlace, getPlace, insertPlace, listAllPlaces, lockPlaces, setPlace } from '../store/places.ts'
import type { PlacesTables } from '../tables.ts'

type Tx = Writer<PlacesTables>

/** The operator is whoever runs the product: the command line and the worker, acting for no authority. */
export const isOperator = (ctx: Pick<Context, 'actor' | 'authorityId'>): boolean =>
  ctx.authorityId === null && (ctx.actor.kind === 'command' || ctx.actor.kind === 'worker')

const tellOfChange = async (
  tx: Tx,
  ctx: Context,
  name: 'PLACE_DEFINED' | 'PLACE_CHANGED' | 'PLACE_REMOVED',
  id: PlaceId,
  placeName: string,
) => {
  await recordAudit(tx, ctx, { name, subject: id, facts: { place: placeName } })
  await ctx.jobs.publish(tx, 'placesChanged', { placeId: id })
}

/** Makes a place of the acting authority, or a shared one where the operator acts for none. */
export const definePlace = (ctx: Context, draft: PlaceDraft): Promise<Decision<PlaceId, PlaceRefusal>> =>
  inTransaction<PlacesTables, Decision<PlaceId, PlaceRefusal>>(ctx, async (tx) => {
    await lockPlaces(tx)
    const ownerId = ctx.authorityId
    const places = await listAllPlaces(tx)
    const decision = decidePlace({ draft, placeId: null, ownerId, isOperator: isOperator(ctx), places })
    if (!decision.ok) return decision
    const id: PlaceId = newId()
    await insertPlace(tx, id, ownerId, decision.value)
    await tellOfChange(tx, ctx, 'PLACE_DEFINED', id, decision.value.name)
    return accept(id)
  })

/** Changes a place that still has the version the person saw. */
export const changePlace = (
  ctx: Context,
  id: PlaceId,
  version: number,
  draft: PlaceDraft,
): Promise<Decision<PlaceId, PlaceRefusal>> =>
  inTransaction<PlacesTables, Decision<PlaceId, PlaceRefusal>>(ctx, async (tx) => {
    await lockPlaces(tx)
    const { authorityId: ownerId } = await getPlace(tx, id)
    if (ownerId !== null && ownerId !== ctx.authorityId) return refuse('place-of-another-authority')
    const places = await listAllPlaces(tx)
    const decision = decidePlace({ draft, placeId: id, ownerId, isOperator: isOperator(ctx), places })
    if (!decision.ok) return decision
    if (!(await setPlace(tx, id, version, decision.value))) {
      throw new Conflict('Somebody else changed this place while you were editing it. Load it again.')
    }
    await tellOfChange(tx, ctx, 'PLACE_CHANGED', id, decision.value.name)
    return accept(id)
  })

/** Removes a place that no other lies in. */
export const removePlace = (ctx: Context, id: PlaceId): Promise<Decision<null, PlaceRefusal>> =>
  inTransaction<PlacesTables, Decision<null, PlaceRefusal>>(ctx, async (tx) => {
    await lockPlaces(tx)
    const place = await getPlace(tx, id)
    if (place.authorityId === null && !isOperator(ctx)) return refuse('shared-place-by-operator-only')
    if (place.authorityId !== ctx.authorityId) return refuse('place-of-another-authority')
    if ((await listAllPlaces(tx)).some((inner) => inner.parentId === id))
      return refuse('place-has-places-inside')
    await deletePlace(tx, id)
    await tellOfChange(tx, ctx, 'PLACE_REMOVED', id, place.name)
    return accept(null)
  })
