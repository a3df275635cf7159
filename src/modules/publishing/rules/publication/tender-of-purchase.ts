import type { Award } from '#evaluation'
import type { Tender, TenderContent } from '#tenders'
import type {
  AskFacts,
  AwardFacts,
  PartyFacts,
  ProcessFacts,
  TenderFacts,
} from '../../model/process-facts.ts'
import { type ContractSide, REDACTED_NAME } from './process-of-contract.ts'

/** A tender as it was published, and the awards that are final: an award in standstill is told to bidders only. */
export type TenderSide = {
  readonly tender: Tender
  readonly content: TenderContent
  readonly awards: readonly (Award & { readonly isHidden: boolean })[]
  readonly ocidPrefix: string
}

const STATUS = {
  draft: 'planned',
  published: 'active',
  opened: 'active',
  awarded: 'complete',
  cancelled: 'cancelled',
} as const satisfies Record<Tender['status'], TenderFacts['status']>

const askOf = (line: TenderContent['askLines'][number]): AskFacts => ({
  id: `${line.framework}/${line.measure}`,
  title: line.name,
  measure: `${line.framework}/${line.measure}`,
  unit: line.unit,
  ...(line.minimum === null ? {} : { quantity: Number(line.minimum) }),
})

const tenderOf = ({ tender, content }: TenderSide, planned: TenderFacts): TenderFacts => ({
  ...planned,
  // The plan's id stays: it is the same tender, further on.
  title: tender.title,
  description: [tender.summary, content.description].filter(Boolean).join('\n\n').slice(0, 20_000),
  status: STATUS[tender.status],
  value: { netPence: tender.valuePence },
  ...(tender.category === '' ? {} : { cpv: [tender.category] }),
  ...(tender.publishedAt === null ? {} : { opensAt: tender.publishedAt.toISOString() }),
  deadlineAt: tender.deadline.toISOString(),
  ...(content.lots.length > 1
    ? {
        lots: content.lots.map(({ code, name, valuePence }) => ({
          id: code,
          title: name,
          ...(valuePence === null ? {} : { value: { netPence: valuePence } }),
        })),
      }
    : {}),
  asks: content.askLines.map(askOf),
})

const partyOf = (award: TenderSide['awards'][number], ocidPrefix: string): PartyFacts => {
  const own = `${ocidPrefix}-supplier-${award.supplierId}`
  if (award.isHidden) return { id: own, name: REDACTED_NAME, roles: ['supplier'] }
  const [, scheme, number] = /^(GB-[A-Z]+)-(.+)$/.exec(award.supplierKey ?? '') ?? []
  return scheme === undefined || number === undefined
    ? { id: own, name: award.supplierName, roles: ['supplier'] }
    : { id: `${scheme}-${number}`, name: award.supplierName, scheme, number, roles: ['supplier'] }
}

const awardOf = (award: TenderSide['awards'][number], side: TenderSide): AwardFacts => ({
  id: award.id,
  title: (side.content.lots.length > 1 && award.lotName) || side.tender.title,
  status: 'active',
  awardedAt: `${award.decidedOn}T00:00:00Z`,
  suppliers: [partyOf(award, side.ocidPrefix).id],
  ...(award.pricePence === null ? {} : { value: { netPence: award.pricePence } }),
  ...(side.content.lots.length > 1 ? { lots: [award.lot] } : {}),
})

/** A purchase whose tender was published says what bidders were told, and then who won. */
export const withTender = (planned: ProcessFacts, side: TenderSide): ProcessFacts => {
  const parties = side.awards.map((award) => partyOf(award, side.ocidPrefix))
  return {
    ...planned,
    parties: [...planned.parties, ...new Map(parties.map((party) => [party.id, party])).values()],
    ...(planned.tender ? { tender: tenderOf(side, planned.tender) } : {}),
    ...(side.awards.length > 0 ? { awards: side.awards.map((award) => awardOf(award, side)) } : {}),
  }
}

/** The award of a process that a contract came from, with its supplier as the process names it. */
export const originOf = (
  { awards, parties, tender }: ProcessFacts,
  awardId: string | null,
): ContractSide['cameFrom'] => {
  const award = awards?.find(({ id }) => id === awardId)
  const party = parties.find(({ id }) => id === award?.suppliers[0])
  return award && party
    ? { award, party, asks: new Set((tender?.asks ?? []).map(({ id }) => id)) }
    : undefined
}
