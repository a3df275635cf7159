import {
  decisionKey,
  deriveSector,
  findRegisterEntriesByExactName,
  findRegisterEntriesByNumber,
  nameFitsEntry,
  personReason,
  type RegisterEntry,
  readCharityNumber,
  readCompanyNumber,
  type Scheme,
} from '#suppliers'
import type { Writer } from '../../../platform/database.ts'
import {
  type Candidates,
  decideIdentification,
  type Identification,
  type RegisterFacts,
} from '../rules/placement.ts'
import { type Decided, type RememberedDecisions, rememberedDecisions } from '../rules/remembered-decisions.ts'
import { listDecisions } from '../store/decisions.ts'
import type { PayeeToPlace } from '../store/payees.ts'
import type { SpendTables } from '../tables.ts'

type Tx = Writer<SpendTables>

const factsOf = (entry: RegisterEntry): RegisterFacts => ({
  scheme: entry.scheme,
  number: entry.number,
  name: entry.name,
  formerNames: entry.formerNames,
  postcode: entry.postcode,
  isActive: entry.status !== 'closed',
  kind: entry.kind,
  size: entry.size,
  sector: deriveSector(entry.sicCodes)?.section ?? null,
})

const present = (values: readonly (string | null | undefined)[]): string[] =>
  [...new Set(values.filter((value) => value !== null && value !== undefined && value !== ''))] as string[]

/** Entries of one scheme by their numbers. */
const findByNumber = async (
  tx: Tx,
  scheme: Scheme,
  numbers: readonly (string | null | undefined)[],
): Promise<RegisterEntry[]> => findRegisterEntriesByNumber(tx as never, { scheme, numbers: present(numbers) })

type Numbered = { readonly scheme: string | null; readonly number: string | null }

type Entries = {
  readonly find: (scheme: string, number: string | null) => RegisterFacts | undefined
}

/**
 * The entries with these numbers. A charity or society that is a company too is given as the company, so that one body
 * is one supplier whichever of its numbers a ledger has.
 */
const findEntries = async (tx: Tx, wanted: readonly Numbered[]): Promise<Entries> => {
  const found = new Map<string, RegisterFacts>()
  const asCompany = new Map<string, string>()
  const byScheme = Map.groupBy(
    wanted.filter((one) => one.scheme !== null && one.number !== null),
    (one) => one.scheme as Scheme,
  )
  for (const [scheme, some] of byScheme) {
    const entries = await findByNumber(
      tx,
      scheme,
      some.map((one) => one.number),
    )
    for (const entry of entries) {
      found.set(`${scheme} ${entry.number}`, factsOf(entry))
      if (scheme !== 'GB-COH' && entry.companyNumber)
        asCompany.set(`${scheme} ${entry.number}`, entry.companyNumber)
    }
  }
  const companies = await findByNumber(tx, 'GB-COH', [...asCompany.values()])
  for (const entry of companies) found.set(`GB-COH ${entry.number}`, factsOf(entry))
  return {
    find: (scheme, number) => {
      const key = `${scheme} ${number}`
      const company = asCompany.get(key)
      return (company && found.get(`GB-COH ${company}`)) || found.get(key)
    },
  }
}

const findByName = async (tx: Tx, nameKeys: readonly string[]) => {
  const hits = await findRegisterEntriesByExactName(tx as never, present(nameKeys))
  const keyed = (isFormer: boolean) =>
    Map.groupBy(
      hits.filter((hit) => hit.isFormerName === isFormer),
      (hit) => hit.nameKey,
    )
  const [current, former] = [keyed(false), keyed(true)]
  // A former name speaks only where no one bears it today.
  return (key: string): RegisterFacts[] =>
    (current.get(key) ?? former.get(key) ?? []).map((hit) => factsOf(hit.entry))
}

/** A payee with the file's numbers, mended: zeros that a spreadsheet lost, stray spaces, letters for digits. */
type NumberedPayee = PayeeToPlace & { readonly company: Numbered; readonly charity: Numbered }

const charitySchemeOf = (number: string): Scheme =>
  number.startsWith('SC') ? 'GB-SC' : number.startsWith('NIC') ? 'GB-NIC' : 'GB-CHC'

const withNumbers = (payee: PayeeToPlace): NumberedPayee => {
  const company = readCompanyNumber(payee.company_number)?.number ?? null
  const charity = readCharityNumber(payee.charity_number)?.number ?? null
  return {
    ...payee,
    company: { scheme: company && 'GB-COH', number: company },
    charity: { scheme: charity && charitySchemeOf(charity), number: charity },
  }
}

type Look = {
  readonly entries: Entries
  readonly byName: (key: string) => RegisterFacts[]
  readonly decisions: RememberedDecisions
}

const decidedEntry = (decided: Decided | undefined, entries: Entries): RegisterFacts | null | undefined => {
  if (decided === undefined || decided === null) return decided
  // The register may have lost the entry since: then the decision waits until it is back.
  return entries.find(decided.scheme, decided.number)
}

const fitting = (payee: PayeeToPlace, entry: RegisterFacts | undefined): RegisterFacts | undefined =>
  entry && nameFitsEntry(payee.name, [entry.name, ...entry.formerNames]) ? entry : undefined

const candidatesOf = (payee: NumberedPayee, { entries, byName, decisions }: Look): Candidates => {
  const company = entries.find(payee.company.scheme ?? '', payee.company.number)
  const charity = entries.find(payee.charity.scheme ?? '', payee.charity.number)
  const [byCompanyNumber, byCharityNumber] = [fitting(payee, company), fitting(payee, charity)]
  const isMatched = payee.match_state === 'name' && payee.identified_by === 'matching'
  return {
    decided: decidedEntry(decisions.ofPayee(payee.payee_key), entries),
    decidedByName: decidedEntry(decisions.ofName(decisionKey(payee.name)), entries),
    byCompanyNumber,
    byCharityNumber,
    numberDisagrees: Boolean((company && !byCompanyNumber) || (charity && !byCharityNumber)),
    byMatching: isMatched ? entries.find(payee.register_scheme ?? '', payee.register_number) : undefined,
    byExactName: byName(payee.name_key),
  }
}

/** What the matcher said last of a payee; an exact name was taken without asking it. */
const answerOf = ({ match_state, identified_by }: PayeeToPlace) => {
  if (match_state === 'doubtful' || match_state === 'unknown' || match_state === 'individual')
    return match_state
  return match_state === 'name' && identified_by === 'matching' ? 'name' : null
}

const isPerson = (payee: NumberedPayee): boolean =>
  payee.company.number === null && payee.charity.number === null && personReason(payee.name) !== null

/** Asks the decisions and the registers about many payees at once, and decides on each. Persons are not asked about. */
export const identifyPayees = async (tx: Tx, found: readonly PayeeToPlace[]): Promise<Identification[]> => {
  const payees = found.map(withNumbers)
  const persons = payees.map((payee) => payee.flag === 'named' && isPerson(payee))
  const asked = payees.filter((payee, at) => payee.flag === 'named' && !persons[at])
  const decided = await listDecisions(tx)
  const look: Look = {
    entries: await findEntries(tx, [
      ...asked.flatMap((payee) => [payee.company, payee.charity]),
      ...asked
        .filter((payee) => payee.identified_by === 'matching')
        .map((payee) => ({ scheme: payee.register_scheme, number: payee.register_number })),
      ...decided.flatMap((one) => (one.decided ? [one.decided] : [])),
    ]),
    byName: await findByName(
      tx,
      asked.filter((payee) => answerOf(payee) === null).map((payee) => payee.name_key),
    ),
    decisions: rememberedDecisions(decided),
  }
  return payees.map((payee, at) =>
    decideIdentification(
      { flag: payee.flag, postcode: payee.postcode, isPerson: persons[at] === true, answer: answerOf(payee) },
      candidatesOf(payee, look),
    ),
  )
}
