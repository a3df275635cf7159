import type { ReleaseTag } from '../../model/codes.ts'
import { isObject, type Json, type JsonObject, objectsIn } from '../../model/json.ts'
import type { ContractFacts, ProcessFacts } from '../../model/process-facts.ts'
import { type DueRelease, PUBLIC_STAGES, type PublicStage } from '../../model/publication.ts'
import { contentOf } from '../write-release.ts'
import { carryOver } from './carry-over.ts'
import { saysTheSame } from './same-json.ts'

const isPlanned = (tender: Json | undefined): boolean =>
  isObject(tender) && (tender.status === 'planned' || tender.status === 'planning')

/** Which stages a release, or all of them compiled, has come to. */
export const stagesIn = (content: JsonObject): ReadonlySet<PublicStage> => {
  const { planning, tender, awards, contracts } = content
  const holds: Record<PublicStage, boolean> = {
    planning: isObject(planning) || isPlanned(tender),
    tender: isObject(tender) && !isPlanned(tender),
    award: objectsIn(awards).length > 0,
    contract: objectsIn(contracts).length > 0,
    implementation: objectsIn(contracts).some(({ implementation }) => isObject(implementation)),
  }
  return new Set(PUBLIC_STAGES.filter((stage) => holds[stage]))
}

/** What a stage says; a change of it gives the release its tag. */
const sectionOf = (stage: PublicStage, content: JsonObject): Json | undefined => {
  const contracts = objectsIn(content.contracts)
  switch (stage) {
    case 'planning':
      return content.planning
    case 'tender':
      return content.tender
    case 'award':
      return content.awards
    case 'contract':
      return contracts.map((contract) => ({ ...contract, implementation: null }))
    case 'implementation':
      return contracts.map(({ implementation = null }) => implementation)
  }
}

/** A tender that is only planned belongs to the plan; once it is open it has a stage of its own. */
const hasChanged = (stage: PublicStage, now: JsonObject, before: JsonObject): boolean =>
  !saysTheSame(sectionOf(stage, now), sectionOf(stage, before)) ||
  (stage === 'planning' && isPlanned(now.tender) && !saysTheSame(now.tender, before.tender))

const withoutImplementation = (contract: ContractFacts): ContractFacts => ({
  ...contract,
  payments: [],
  deliveries: [],
})

const namedIn = (facts: ProcessFacts): ReadonlySet<string> =>
  new Set([
    facts.buyer,
    ...(facts.awards ?? []).flatMap(({ suppliers }) => suppliers),
    ...(facts.contracts ?? []).flatMap(({ payments = [], commitments = [] }) => [
      ...payments.flatMap(({ payee }) => payee ?? []),
      ...commitments.flatMap(({ responsible }) => responsible ?? []),
    ]),
  ])

/** The facts as far as some stages go; a party comes in with the first stage that names it. */
const upTo = (facts: ProcessFacts, stages: ReadonlySet<PublicStage>): ProcessFacts => {
  const { planning, tender, awards, contracts, parties, ...rest } = facts
  const planned = tender?.status === 'planned' || tender?.status === 'planning'
  const part = {
    ...rest,
    parties,
    ...(planning && stages.has('planning') ? { planning } : {}),
    ...(tender && (stages.has('tender') || (planned && stages.has('planning'))) ? { tender } : {}),
    ...(awards && stages.has('award') ? { awards } : {}),
    ...(contracts && stages.has('contract')
      ? { contracts: stages.has('implementation') ? contracts : contracts.map(withoutImplementation) }
      : {}),
  }
  const named = namedIn(part)
  return { ...part, parties: parties.filter(({ id, roles }) => named.has(id) || roles.includes('tenderer')) }
}

/** What is over gets a tag of its own. */
const ENDED: Readonly<Partial<Record<PublicStage, (facts: ProcessFacts) => ReleaseTag | null>>> = {
  tender: ({ tender }) => (tender?.status === 'cancelled' ? 'tenderCancellation' : null),
  award: ({ awards }) => (awards?.every(({ status }) => status === 'cancelled') ? 'awardCancellation' : null),
  contract: ({ contracts }) =>
    contracts?.every(({ status }) => status === 'terminated' || status === 'cancelled')
      ? 'contractTermination'
      : null,
}

const wasEnded = (stage: PublicStage, before: JsonObject): boolean => {
  if (stage === 'tender') return isObject(before.tender) && before.tender.status === 'cancelled'
  const list = objectsIn(stage === 'award' ? before.awards : before.contracts)
  return list.every(({ status }) => status === 'terminated' || status === 'cancelled')
}

const tagOfChange = (stage: PublicStage, facts: ProcessFacts, before: JsonObject): ReleaseTag => {
  const ended = ENDED[stage]?.(facts) ?? null
  return ended !== null && !wasEnded(stage, before) ? ended : `${stage}Update`
}

const isGivenUp = (stage: PublicStage, { tender }: ProcessFacts): boolean =>
  stage === 'tender' && tender?.status === 'cancelled'

/**
 * The releases by which a process comes to say what holds now: one for what changed of stages that were told before,
 * under the tag of the last of them, then one for each stage that is new, in order. None where nothing changed.
 */
export const releasesDue = (facts: ProcessFacts, before: JsonObject | null): readonly DueRelease[] => {
  const whole = carryOver(facts, before)
  const told = before === null ? new Set<PublicStage>() : stagesIn(before)
  const all = stagesIn(contentOf(whole))
  const fresh = PUBLIC_STAGES.filter((stage) => all.has(stage) && !told.has(stage))
  const due: DueRelease[] = []
  if (before !== null) {
    const known = upTo(whole, told)
    const now = contentOf(known)
    const changed = PUBLIC_STAGES.filter((stage) => told.has(stage) && hasChanged(stage, now, before))
    const last = changed.at(-1) ?? PUBLIC_STAGES.findLast((stage) => told.has(stage)) ?? 'planning'
    if (changed.length > 0 || !saysTheSame(now.parties, before.parties))
      due.push({ tag: tagOfChange(last, known, before), facts: known })
  }
  // A plan that is given up was never open to bids.
  for (const [at, stage] of fresh.entries())
    due.push({
      tag: isGivenUp(stage, whole) ? 'tenderCancellation' : stage,
      facts: upTo(whole, new Set([...told, ...fresh.slice(0, at + 1)])),
    })
  return due
}
