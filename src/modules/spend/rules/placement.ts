import type { IdentifiedBy, MatchState } from '../model.ts'

/** What a register says of a supplier, as far as a payee goes. */
export type RegisterFacts = {
  readonly scheme: string
  readonly number: string
  readonly name: string
  readonly formerNames: readonly string[]
  readonly postcode: string | null
  readonly isActive: boolean
  readonly kind: string
  readonly size: string | null
  /** The section of SIC 2007. */
  readonly sector: string | null
}

export type PayeeFacts = {
  readonly flag: string
  readonly postcode: string | null
  /** Read as a natural person, and the file gives no number. */
  readonly isPerson: boolean
  /** What the matcher said last; null where it has not looked yet. */
  readonly answer: 'name' | 'doubtful' | 'unknown' | 'individual' | null
}

export type Identification = {
  readonly entry: RegisterFacts | null
  readonly identifiedBy: IdentifiedBy | null
  readonly state: MatchState
  /** The postcode a payee is placed by, and whose word it is. */
  readonly postcode: string | null
  readonly locatedBy: 'file-postcode' | IdentifiedBy | null
}

export type Candidates = {
  /** What a person said of this very payee; null: that no entry fits. */
  readonly decided: RegisterFacts | null | undefined
  /** What was said of another payee of the same name. */
  readonly decidedByName: RegisterFacts | null | undefined
  /** The entries that bear the file's numbers, where their names fit the payee's. */
  readonly byCompanyNumber: RegisterFacts | undefined
  readonly byCharityNumber: RegisterFacts | undefined
  /** A number of the file leads to a body of another name. */
  readonly numberDisagrees: boolean
  readonly byMatching: RegisterFacts | undefined
  readonly byExactName: readonly RegisterFacts[]
}

type Found = Pick<Identification, 'entry' | 'identifiedBy' | 'state'>

const NOBODY: Found = { entry: null, identifiedBy: null, state: 'unmatched' }

/** The one a name stands for: the only entry, or the only one still active. Namesakes stay unplaced. */
const onlyOne = (entries: readonly RegisterFacts[]): RegisterFacts | undefined => {
  if (entries.length === 1) return entries[0]
  const active = entries.filter((entry) => entry.isActive)
  return active.length === 1 ? active[0] : undefined
}

const byDecision = (entry: RegisterFacts | null): Found => ({
  entry,
  identifiedBy: 'decision',
  state: 'decided',
})

const byNumber = ({ byCompanyNumber, byCharityNumber }: Candidates): Found | undefined => {
  if (byCompanyNumber) return { entry: byCompanyNumber, identifiedBy: 'company-number', state: 'number' }
  if (byCharityNumber) return { entry: byCharityNumber, identifiedBy: 'charity-number', state: 'number' }
  return undefined
}

const byName = (payee: PayeeFacts, candidates: Candidates): Found => {
  if (payee.answer === 'name' && candidates.byMatching)
    return { entry: candidates.byMatching, identifiedBy: 'matching', state: 'name' }
  if (payee.answer !== null && payee.answer !== 'name') return { ...NOBODY, state: payee.answer }
  // The number speaks against whatever the name says: the matcher, and then a person, has to look.
  if (candidates.numberDisagrees) return NOBODY
  const named = onlyOne(candidates.byExactName)
  return named ? { entry: named, identifiedBy: 'exact-name', state: 'name' } : NOBODY
}

const identify = (payee: PayeeFacts, candidates: Candidates): Found => {
  if (candidates.decided !== undefined) return byDecision(candidates.decided)
  const numbered = byNumber(candidates)
  if (numbered) return numbered
  if (candidates.decidedByName !== undefined) return byDecision(candidates.decidedByName)
  if (payee.isPerson) return { ...NOBODY, state: 'individual' }
  return byName(payee, candidates)
}

/**
 * Who a payee is and by which postcode it is placed. A person's word before a number, a number before what was said of a
 * namesake, and that before the matcher; until the matcher has looked, a name that stands once in the registers. The
 * payment file's own postcode goes before the register's, because it is where the invoice came from. A withheld name is
 * never looked up, nor is a natural person.
 */
export const decideIdentification = (payee: PayeeFacts, candidates: Candidates): Identification => {
  if (payee.flag !== 'named')
    return {
      ...NOBODY,
      state: payee.flag === 'redacted' ? 'individual' : 'unknown',
      postcode: null,
      locatedBy: null,
    }
  const found = identify(payee, candidates)
  if (payee.postcode) return { ...found, postcode: payee.postcode, locatedBy: 'file-postcode' }
  const postcode = found.entry?.postcode ?? null
  return { ...found, postcode, locatedBy: postcode ? found.identifiedBy : null }
}
