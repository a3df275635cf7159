import { type IdentityTables, listMembers } from '#identity'
import { refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { hasDeclared, lastWords } from '../rules/access.ts'
import { decidePanel, judgedNames } from '../rules/scores.ts'
import { insertDeclarations, listBidders, listDeclarations } from '../store/bids.ts'
import { setStage } from '../store/evaluations.ts'
import { listPanel, putPanellist, setRemoved } from '../store/panel.ts'
import { asLead, done, inEvaluation, type Outcome } from './as-lead.ts'

/** Names somebody of the authority for criteria that people judge. */
export const namePanellist = (
  ctx: Context,
  id: string,
  personId: string,
  criteria: readonly string[],
): Promise<Outcome> =>
  asLead(ctx, id, ['preparing', 'scoring'], async ({ tx, evaluation, who, of }) => {
    const members = await listMembers(tx as unknown as Reader<IdentityTables>, who.authorityId)
    const member = members.find((one) => one.id === personId && !one.isDisabled)
    if (!member) return refuse('person-unknown')
    if (criteria.length === 0) return refuse('criterion-unknown')
    const judged = judgedNames(evaluation.criteria)
    const counted = criteria.find((name) => !judged.includes(name))
    if (counted !== undefined) return refuse('criterion-not-judged', { criterion: counted })
    const known = (await listPanel(tx, id)).find((one) => one.personId === personId)
    if (known && known.handedInAt !== null) return refuse('handed-in-already')
    await putPanellist(tx, of, { personId, name: member.name, criteria }, ctx.clock.now())
    const facts = { person: member.name, criteria: criteria.join(', ') }
    await recordAudit(tx, ctx, { name: 'PANELLIST_NAMED', subject: id, facts })
    return done
  })

/** Takes somebody off the panel, with a reason. What they gave stays in the record. */
export const removePanellist = (
  ctx: Context,
  id: string,
  personId: string,
  because: string,
): Promise<Outcome> =>
  asLead(ctx, id, ['preparing', 'scoring'], async ({ tx, evaluation }) => {
    if (because.trim() === '') return refuse('reason-missing')
    const panel = await listPanel(tx, id)
    const one = panel.find((known) => known.personId === personId && known.removedAt === null)
    if (!one) return refuse('not-on-the-panel')
    if (evaluation.stage === 'scoring') {
      const rest = panel.filter((known) => known.personId !== personId)
      const decision = decidePanel(evaluation.criteria, rest)
      if (!decision.ok) return decision
    }
    await setRemoved(tx, id, personId, because, ctx.clock.now())
    const facts = { person: one.name, because }
    await recordAudit(tx, ctx, { name: 'PANELLIST_REMOVED', subject: id, facts })
    return done
  })

export type Said = { readonly supplierId: string; readonly hasInterest: boolean; readonly detail: string }

/** Declares, for oneself, whether one has an interest in each bidder. May be done again when something comes up. */
export const declareInterests = (ctx: Context, id: string, said: readonly Said[]): Promise<Outcome> =>
  inEvaluation(
    ctx,
    id,
    ['preparing', 'scoring', 'moderation', 'approval'],
    async ({ tx, evaluation, who, of }) => {
      const { personId, personName } = who
      const onPanel = (await listPanel(tx, id)).some(
        (one) => one.personId === personId && one.removedAt === null,
      )
      if (personId === null || (personId !== evaluation.leadId && !onPanel)) return refuse('not-on-the-panel')
      const bidders = await listBidders(tx, id)
      const own = await listDeclarations(tx, id, personId)
      const last = lastWords(own)
      if (said.some(({ supplierId }) => !bidders.some((one) => one.supplierId === supplierId)))
        return refuse('bidder-unknown')
      if (said.some(({ hasInterest, detail }) => hasInterest && detail.trim() === ''))
        return refuse('detail-missing')
      const declarations = said.map((one) => ({
        ...one,
        personId,
        personName,
        number: (last.get(one.supplierId)?.number ?? 0) + 1,
        declaredAt: ctx.clock.now(),
      }))
      if (!hasDeclared(bidders, [...own, ...declarations])) return refuse('declare-first')
      await insertDeclarations(tx, of, declarations)
      // Which bidder is in the declaration, not in the log: everybody who reads the log would learn it.
      const facts = { bidders: said.length, interests: said.filter(({ hasInterest }) => hasInterest).length }
      await recordAudit(tx, ctx, { name: 'INTERESTS_DECLARED', subject: id, facts })
      return done
    },
  )

/** Opens the scoring desk. Every judged criterion has to have somebody. */
export const beginScoring = (ctx: Context, id: string): Promise<Outcome> =>
  asLead(ctx, id, ['preparing'], async ({ tx, evaluation }) => {
    const decision = decidePanel(evaluation.criteria, await listPanel(tx, id))
    if (!decision.ok) return decision
    await setStage(tx, id, 'scoring')
    await recordAudit(tx, ctx, { name: 'SCORING_BEGUN', subject: id })
    return done
  })
