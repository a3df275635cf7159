import { getOrganisation, type IdentityTables, type OrganisationId, whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { decideTest } from '../control-tests.ts'
import {
  APPRAISAL_LIMITS,
  type Appraisal,
  type AppraisalContent,
  type AppraisalRefusal,
  type ControlTest,
  EMPTY_APPRAISAL,
} from '../model/appraisal.ts'
import { checkAppraisal } from '../rules/appraisal/check-appraisal.ts'
import {
  findAppraisal,
  insertControlTest,
  insertSummary,
  listSummaries,
  saveAppraisal,
} from '../store/appraisals.ts'
import { lockPurchase } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'

type Outcome<Value> = Decision<Value, AppraisalRefusal>
export type AppraisalEdit = {
  /** The version the person saw; 0 where there was none. */
  readonly seen: number
  readonly change: (content: AppraisalContent) => AppraisalContent
}

/** Changes an appraisal. One that was published becomes a draft again; what was published stays as it was. */
export const changeAppraisal = (
  ctx: Context,
  purchaseId: string,
  { seen, change }: AppraisalEdit,
): Promise<Outcome<Appraisal>> =>
  inTransaction<ProcurementTables, Outcome<Appraisal>>(ctx, async (tx) => {
    await lockPurchase(tx, purchaseId)
    const before = await findAppraisal(tx, purchaseId)
    if ((before?.version ?? 0) !== seen) return refuse('appraisal-changed-meanwhile')
    const content = change(before?.content ?? EMPTY_APPRAISAL)
    if (content.options.length > APPRAISAL_LIMITS.options) return refuse('too-many-options')
    const { authorityId } = await whoActs(tx, ctx)
    const appraisal: Appraisal = {
      purchaseId,
      version: seen + 1,
      content,
      status: 'draft',
      publishedOn: null,
      publishedBy: null,
    }
    await saveAppraisal(tx, authorityId, appraisal)
    const facts = { version: appraisal.version, options: content.options.length }
    await recordAudit(tx, ctx, { name: 'APPRAISAL_CHANGED', subject: purchaseId, facts })
    return accept(appraisal)
  })

/** Publishes the summary of a complete appraisal; gives its edition. */
export const publishAppraisal = (ctx: Context, purchaseId: string, seen: number): Promise<Outcome<number>> =>
  inTransaction<ProcurementTables, Outcome<number>>(ctx, async (tx) => {
    const purchase = await lockPurchase(tx, purchaseId)
    const appraisal = await findAppraisal(tx, purchaseId)
    if (appraisal?.version !== seen) return refuse('appraisal-changed-meanwhile')
    if (appraisal.status === 'published') return refuse('appraisal-published')
    if (checkAppraisal(appraisal.content).length > 0) return refuse('appraisal-has-faults')
    const { authorityId, personName } = await whoActs(tx, ctx)
    const organisation = await getOrganisation(
      tx as unknown as Reader<IdentityTables>,
      authorityId as OrganisationId,
    )
    const [newest] = await listSummaries(tx, purchaseId)
    const edition = (newest?.edition ?? 0) + 1
    const publishedOn = today(ctx)
    await insertSummary(tx, authorityId, {
      purchaseId,
      edition,
      title: purchase.title,
      authorityName: organisation.name,
      content: appraisal.content,
      publishedOn,
    })
    await saveAppraisal(tx, authorityId, {
      ...appraisal,
      status: 'published',
      publishedOn,
      publishedBy: personName,
    })
    await recordAudit(tx, ctx, { name: 'APPRAISAL_PUBLISHED', subject: purchaseId, facts: { edition } })
    return accept(edition)
  })

export type ControlTestDraft = Omit<ControlTest, 'id' | 'purchaseId' | 'personId' | 'personName'>

/** Records that the tests of Schedule 2 were answered; an earlier answer stays. */
export const recordControlTest = (
  ctx: Context,
  purchaseId: string,
  draft: ControlTestDraft,
): Promise<ControlTest> =>
  inTransaction<ProcurementTables, ControlTest>(ctx, async (tx) => {
    await lockPurchase(tx, purchaseId)
    const { authorityId, personId, personName } = await whoActs(tx, ctx)
    const test: ControlTest = { ...draft, id: newId(), purchaseId, personId, personName }
    await insertControlTest(tx, authorityId, test)
    const { outcome, retestBy } = decideTest(test, today(ctx))
    const facts = { kind: test.kind, body: test.body, outcome, retestBy }
    await recordAudit(tx, ctx, { name: 'CONTROL_TEST_RECORDED', subject: purchaseId, facts })
    return test
  })
