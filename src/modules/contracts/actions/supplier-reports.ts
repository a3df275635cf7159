import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import type { LifeRefusal } from '../model/life.ts'
import type { ContractsRefusal, DeliveryReport } from '../model.ts'
import type { SubContractorDraft } from '../rules/sub-contractors.ts'
import { getContract } from '../store/contracts.ts'
import { getDelivery } from '../store/deliveries.ts'
import { listSubContractors } from '../store/sub-contractors.ts'
import { type LinkedContract, listLinkedContracts } from '../store/supplier-links.ts'
import type { ContractsTables } from '../tables.ts'
import { type BoundTo, changeBound } from './bound.ts'
import { keepAnswer, keepReport } from './deliveries.ts'
import { type EvidenceFile, type EvidenceRefusal, keepEvidence, readyEvidence } from './evidence.ts'
import { keepSubContractor } from './sub-contractors.ts'

/** Who reports for the supplier, as the council reads it. */
export type SupplierPerson = {
  readonly personId: string
  readonly personName: string
  readonly supplierName: string
}

/** The contract as the acting supplier reaches it. Throws NotFound for one that it is not linked to. */
export const reachContract = async (ctx: Context, contractId: string): Promise<LinkedContract> => {
  const linked = await inReading(ctx, (db: Reader<ContractsTables>) => listLinkedContracts(db))
  const found = linked.find((one) => one.contractId === contractId)
  if (!found) throw new NotFound('There is no such contract among yours.')
  return found
}

/** Whether the acting supplier is linked to another contract of the same council. */
export const hasOthers = async (ctx: Context, { authorityId, contractId }: BoundTo): Promise<boolean> => {
  const linked = await inReading(ctx, (db: Reader<ContractsTables>) => listLinkedContracts(db))
  return linked.some((one) => one.authorityId === authorityId && one.contractId !== contractId)
}

const recorder = (to: BoundTo, { personId, personName, supplierName }: SupplierPerson) => ({
  authorityId: to.authorityId,
  personId,
  personName: `${personName}, ${supplierName}`,
})

export type SupplierReport = Omit<DeliveryReport, 'contractId' | 'reportedFor' | 'activity' | 'placeCode'> &
  Partial<Pick<DeliveryReport, 'activity'>>
export type Reported =
  | { readonly ok: true; readonly value: string }
  | (Extract<Decision<string, ContractsRefusal>, { ok: false }> & { readonly of: 'report' })
  | { readonly ok: false; readonly refusal: EvidenceRefusal; readonly of: 'file' }

/**
 * A report of the supplier with, perhaps, a file: both are kept or neither, so that a refused photo loses no report
 * that somebody believes to be sent.
 */
export const reportAsSupplier = async (
  ctx: Context,
  to: BoundTo,
  person: SupplierPerson,
  report: SupplierReport,
  file: EvidenceFile | null,
): Promise<Reported> => {
  const ready = file === null ? null : await readyEvidence(ctx, file)
  if (ready && !ready.ok) return { ok: false, refusal: ready.refusal, of: 'file' }
  return changeBound<Reported>(ctx, to, async (tx, acting) => {
    const { supplierName } = await getContract(tx, to.contractId)
    const subs = await listSubContractors(tx, to.contractId)
    const doneBy = report.subContractorId ?? null
    if (doneBy !== null && !subs.some(({ id }) => id === doneBy)) throw new NotFound()
    const whole = {
      activity: null,
      ...report,
      contractId: to.contractId,
      reportedFor: supplierName,
      placeCode: '',
    }
    const who = recorder(to, person)
    const kept = await keepReport(tx, acting, whole, { by: 'supplier', who, supplierId: ctx.authorityId })
    if (!kept.ok) return { ...kept, of: 'report' }
    if (ready) await keepEvidence(tx, acting, kept.value, ready.value, who)
    return kept
  })
}

/** A delivery of the contract is the supplier's to add to; row-level security shows it no other. */
export const addEvidenceAsSupplier = async (
  ctx: Context,
  to: BoundTo,
  person: SupplierPerson,
  deliveryId: string,
  file: EvidenceFile,
): Promise<Decision<string, EvidenceRefusal>> => {
  const ready = await readyEvidence(ctx, file)
  if (!ready.ok) return ready
  return changeBound<Decision<string, EvidenceRefusal>>(ctx, to, async (tx, acting) => {
    const { status } = await getDelivery(tx, deliveryId)
    if (status !== 'reported' && status !== 'asked') return refuse('decided')
    return accept(await keepEvidence(tx, acting, deliveryId, ready.value, recorder(to, person)))
  })
}

export const answerAsSupplier = (
  ctx: Context,
  to: BoundTo,
  person: SupplierPerson,
  deliveryId: string,
  answer: string,
): Promise<Decision<string, ContractsRefusal>> =>
  changeBound(ctx, to, (tx, acting) => keepAnswer(tx, acting, deliveryId, answer, recorder(to, person)))

export const addSubContractorAsSupplier = (
  ctx: Context,
  to: BoundTo,
  draft: SubContractorDraft,
): Promise<Decision<string, LifeRefusal>> =>
  changeBound(ctx, to, (tx, acting) => keepSubContractor(tx, acting, to.contractId, draft))
