import type { Bid, Bidder, Declaration, Panellist } from '../model.ts'

type Said = Pick<Declaration, 'supplierId' | 'number' | 'hasInterest'>

/** The last word of one person about each bidder. */
export const lastWords = <One extends Said>(said: readonly One[]): ReadonlyMap<string, One> => {
  const last = new Map<string, One>()
  for (const one of said)
    if ((last.get(one.supplierId)?.number ?? 0) < one.number) last.set(one.supplierId, one)
  return last
}

/** Whether a person has said of every bidder if they have an interest. Nothing is read before that. */
export const hasDeclared = (
  bidders: readonly Pick<Bidder, 'supplierId'>[],
  said: readonly Said[],
): boolean => {
  const last = lastWords(said)
  return bidders.length > 0 && bidders.every(({ supplierId }) => last.has(supplierId))
}

/** Bidders that a person has an interest in, by what they said last. */
export const interestsOf = (said: readonly Said[]): readonly string[] =>
  [...lastWords(said).values()].filter(({ hasInterest }) => hasInterest).map(({ supplierId }) => supplierId)

export type Seen = 'nothing' | 'anonymous' | 'named'

/**
 * What somebody may see of a bid. The lead reads bids with names; the panel reads letters until everybody has handed in;
 * an interest in a bidder closes its bid for good (Procurement Act 2023 s.81 to s.83: interests are to be kept from having
 * an effect). The policies of migration 0022 hold the same in the database.
 */
export const seenOf = (facts: {
  readonly isLead: boolean
  readonly isOnPanel: boolean
  readonly areScoresIn: boolean
  readonly hasDeclared: boolean
  readonly hasInterest: boolean
}): Seen => {
  if (!(facts.isLead || facts.isOnPanel)) return 'nothing'
  if (!facts.hasDeclared || facts.hasInterest) return 'nothing'
  return facts.isLead || facts.areScoresIn ? 'named' : 'anonymous'
}

export const areScoresIn = (panel: readonly Pick<Panellist, 'removedAt' | 'handedInAt'>[]): boolean => {
  const active = panel.filter(({ removedAt }) => removedAt === null)
  return active.length > 0 && active.every(({ handedInAt }) => handedInAt !== null)
}

const letterAt = (at: number): string => {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : letterAt(Math.floor(at / 26) - 1) + letter
}

/**
 * Letters for bids, lot by lot, in the order of their fingerprints: nothing that anybody knows of a bidder or of the time of
 * its bid shows in a fingerprint, and the same bids always get the same letters.
 */
export const lettersOf = (
  bids: readonly Pick<Bid, 'id' | 'lot' | 'fingerprint'>[],
): ReadonlyMap<string, string> =>
  new Map(
    [...Map.groupBy(bids, ({ lot }) => lot).values()].flatMap((ofLot) =>
      ofLot
        .toSorted((a, b) => (a.fingerprint + a.id < b.fingerprint + b.id ? -1 : 1))
        .map(({ id }, at) => [id, letterAt(at)] as const),
    ),
  )
