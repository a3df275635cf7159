import type { Reader } from '../../platform/database.ts'
import { countedAlike } from './rules/twice.ts'
import { findActivity, listShares } from './store/activities.ts'
import { listAlike } from './store/alike.ts'
import { getCommitment } from './store/commitments.ts'
import { getContract } from './store/contracts.ts'
import { getDelivery, listEvidence, listSteps } from './store/deliveries.ts'
import { listSubContractors } from './store/sub-contractors.ts'
import type { ContractsTables } from './tables.ts'

/** A delivery with all that somebody looks at who decides on it. Throws NotFound. */
export const readDelivery = async (db: Reader<ContractsTables>, deliveryId: string) => {
  const delivery = await getDelivery(db, deliveryId)
  const { id, contractId, commitmentId, activityId, subContractorId } = delivery
  const subContractors = subContractorId === null ? [] : await listSubContractors(db, contractId)
  const activity = activityId === null ? undefined : await findActivity(db, activityId)
  const shares = activityId === null ? [] : await listShares(db, activityId)
  return {
    delivery,
    contract: await getContract(db, contractId),
    commitment: commitmentId === null ? null : await getCommitment(db, commitmentId),
    activity: activity ? { ...activity, shares: shares.filter((one) => one.deliveryId !== id) } : null,
    subContractor: subContractors.find((one) => one.id === subContractorId)?.name ?? null,
    steps: await listSteps(db, id),
    evidence: await listEvidence(db, id),
    /** Counted for the same supplier, days and measure, of which this one may be a part. */
    alike: countedAlike(await listAlike(db, { ...delivery, deliveryId: id }), activityId),
  }
}
export type ReadDelivery = Awaited<ReturnType<typeof readDelivery>>

/** For the API and the command line. */
export const deliveryJson = ({
  delivery,
  contract,
  commitment,
  activity,
  steps,
  ...found
}: ReadDelivery) => ({
  id: delivery.id,
  contract: { id: contract.id, reference: contract.reference, title: contract.title },
  commitment: commitment && { id: commitment.id, title: commitment.title },
  title: delivery.title,
  quantity: delivery.quantity,
  unit: delivery.unit,
  verified: delivery.verifiedQuantity,
  status: delivery.status,
  fromOn: delivery.fromOn,
  toOn: delivery.toOn,
  placeName: delivery.placeName,
  story: delivery.story,
  reportedBy: delivery.reportedBy,
  reportedFor: delivery.reportedFor,
  reportedAt: delivery.reportedAt,
  subContractor: found.subContractor,
  activity: activity && { title: activity.title, quantity: activity.quantity, unit: activity.unit },
  steps: steps.map(({ status, quantity, note, personName, recordedAt }) => ({
    status,
    quantity,
    note,
    personName,
    recordedAt,
  })),
  evidence: found.evidence.map(({ id, fileName, contentType, bytes, fileHash, scan }) => ({
    id,
    fileName,
    contentType,
    bytes,
    sha256: fileHash,
    scan,
  })),
  alike: found.alike.map(({ deliveryId, title, contractTitle, quantity, unit, fromOn, toOn }) => ({
    deliveryId,
    title,
    contractTitle,
    quantity,
    unit,
    fromOn,
    toOn,
  })),
})
