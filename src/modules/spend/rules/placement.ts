/** What a register says of a supplier, as far as placing a payee goes. */
export type RegisterFacts = {
  readonly scheme: string
  readonly number: string
  readonly name: string
  readonly postcode: string | null
  readonly isActive: boolean
}

export type PayeeFacts = {
  readonly flag: string
  readonly postcode: string | null
  readonly companyNumber: string | null
  readonly charityNumber: string | null
}

export type Identification = {
  readonly entry: RegisterFacts | null
  readonly identifiedBy: 'company-number' | 'charity-number' | 'exact-name' | null
  /** The postcode a payee is placed by, and whose word it is. */
  readonly postcode: string | null
  readonly locatedBy: 'file-postcode' | 'company-number' | 'charity-number' | 'exact-name' | null
}

export type Candidates = {
  readonly byCompanyNumber: RegisterFacts | undefined
  readonly byCharityNumber: RegisterFacts | undefined
  readonly byExactName: readonly RegisterFacts[]
}

/** The one a name stands for: the only entry, or the only one still active. Namesakes stay unplaced. */
const onlyOne = (entries: readonly RegisterFacts[]): RegisterFacts | undefined => {
  if (entries.length === 1) return entries[0]
  const active = entries.filter((entry) => entry.isActive)
  return active.length === 1 ? active[0] : undefined
}

const identify = (candidates: Candidates): Pick<Identification, 'entry' | 'identifiedBy'> => {
  if (candidates.byCompanyNumber) return { entry: candidates.byCompanyNumber, identifiedBy: 'company-number' }
  if (candidates.byCharityNumber) return { entry: candidates.byCharityNumber, identifiedBy: 'charity-number' }
  const named = onlyOne(candidates.byExactName)
  return named ? { entry: named, identifiedBy: 'exact-name' } : { entry: null, identifiedBy: null }
}

/**
 * Who a payee is and by which postcode it is placed. Numbers before names; the payment file's own postcode before
 * the register's, because it is where the invoice came from. A withheld name is never looked up.
 */
export const decideIdentification = (payee: PayeeFacts, candidates: Candidates): Identification => {
  if (payee.flag !== 'named') return { entry: null, identifiedBy: null, postcode: null, locatedBy: null }
  const { entry, identifiedBy } = identify(candidates)
  if (payee.postcode) return { entry, identifiedBy, postcode: payee.postcode, locatedBy: 'file-postcode' }
  const postcode = entry?.postcode ?? null
  return { entry, identifiedBy, postcode, locatedBy: postcode ? identifiedBy : null }
}
