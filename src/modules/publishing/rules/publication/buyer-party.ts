import type { PartyFacts } from '../../model/process-facts.ts'
import type { PublisherFacts } from '../../model/publication.ts'

/** The authority itself: `GB-LAE-NMR` is number NMR of the register GB-LAE. */
export const buyerParty = ({ orgId, name }: PublisherFacts): PartyFacts => {
  const [country = '', register = '', ...number] = orgId.split('-')
  return { id: orgId, name, scheme: `${country}-${register}`, number: number.join('-'), roles: ['buyer'] }
}
