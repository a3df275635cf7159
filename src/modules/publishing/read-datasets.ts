import { type BudgetTables, listOthers } from '#budget'
import {
  type CodeFacts,
  type Contract,
  type ContractsTables,
  listCodeFacts,
  listContracts,
  listReviews,
  NO_CODE_FACTS,
} from '#contracts'
import { getOrganisation, type IdentityTables } from '#identity'
import { countLargePayments, type SpendTables, streamLargePayments } from '#spend'
import {
  deriveSupplierKind,
  findRegisterEntriesByNumber,
  personReason,
  type SupplierTables,
} from '#suppliers'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import type { GrantFacts, GrantPublisher } from './model/grant.ts'
import { isList } from './model/json.ts'
import type { ContractRow, GrantRow, Naming, SpendRow } from './model/transparency.ts'
import { nameKeyOf, namingBy } from './read-publication.ts'
import type { Quarter } from './rules/publication/quarter.ts'
import { type Registered, supplierFacts } from './rules/publication/supplier-facts.ts'
import type { DatasetName } from './store/editions.ts'
import type { Publisher } from './store/publishers.ts'
import { type FoundName, listNames } from './store/review.ts'
import type { PublishingTables } from './tables.ts'
import { grantLines, writeGrants } from './writing/grants.ts'
import { contractsDataset, grantsDataset, OVER, spendDataset } from './writing/transparency.ts'

type Db = Reader<PublishingTables>
const as = <Tables>(db: Db): Reader<Tables> => db as unknown as Reader<Tables>

/** A data set ready to be published, and the names in it that a rule takes for individuals. */
export type Draft = {
  readonly lines: Iterable<string>
  readonly contentType: string
  readonly rows: number
  readonly redacted: number
  readonly toReview: number
  readonly doubtful: readonly FoundName[]
}

type NamingOf = ReturnType<typeof namingBy>

/** Notes the doubtful names on the way. */
const watch = (naming: NamingOf) => {
  const found = new Map<string, FoundName>()
  return {
    naming: (name: string, isRegistered: boolean): Naming => {
      const is = naming(name, isRegistered)
      const reason = is === 'maybe' ? personReason(name) : null
      if (reason !== null) found.set(nameKeyOf(name), { nameKey: nameKeyOf(name), name, reason })
      return is
    },
    doubtful: () => [...found.values()],
  }
}

const CSV = 'text/csv; charset=utf-8'
type Made = {
  readonly lines: Iterable<string>
  readonly published: number
  readonly redacted: number
  readonly toReview: number
}
const draftOf = ({ published, ...made }: Made, doubtful: readonly FoundName[]): Draft => ({
  ...made,
  contentType: CSV,
  rows: published,
  doubtful,
})

const spend = async (db: Db, { from, to }: Quarter, naming: NamingOf): Promise<Draft> => {
  const names = watch(naming)
  const rows: SpendRow[] = []
  for await (const line of streamLargePayments(as<SpendTables>(db), { from, to, overPence: OVER.spendPence }))
    rows.push({
      incurredOn: line.day,
      department: line.department,
      beneficiary: line.payeeName,
      naming: names.naming(line.payeeName, line.isRegistered),
      purpose: line.description,
      amountPence: line.amountPence,
      irrecoverableVatPence: line.irrecoverableVatPence,
      merchantCategory: line.category,
    })
  return draftOf(spendDataset(rows), names.doubtful())
}

/** What the rows of contracts are made of beside the register. */
type BesideContracts = {
  readonly said: ReadonlyMap<string, CodeFacts>
  /** By contract: the next review that is planned. */
  readonly reviewOn: ReadonlyMap<string, PlainDate>
  /** By `GB-COH-01234567`. */
  readonly registered: ReadonlyMap<string, Registered>
}

const readBeside = async (db: Db, contracts: readonly Contract[]): Promise<BesideContracts> => {
  const register = as<ContractsTables>(db)
  const numbers = contracts.flatMap(({ supplierNumber }) => supplierNumber?.number ?? [])
  const entries = await findRegisterEntriesByNumber(as<SupplierTables>(db), { numbers })
  const planned = (await listReviews(register)).filter(({ heldOn }) => heldOn === null)
  return {
    said: await listCodeFacts(register),
    // The earliest comes last, and so stays.
    reviewOn: new Map(
      planned
        .toSorted((a, b) => b.plannedOn.localeCompare(a.plannedOn))
        .map(({ contractId, plannedOn }) => [contractId, plannedOn]),
    ),
    registered: new Map(
      entries.map((entry) => [`${entry.scheme}-${entry.number}`, deriveSupplierKind(entry)] as const),
    ),
  }
}

const contractRow = (
  contract: Contract,
  naming: Naming,
  { said, reviewOn, registered }: BesideContracts,
): ContractRow => {
  const own = said.get(contract.id) ?? NO_CODE_FACTS
  return {
    ...registerRow(contract, naming),
    ...supplierFacts(own, registered.get(contract.supplierKey)),
    irrecoverableVatPence: own.irrecoverableVatPence,
    reviewOn: reviewOn.get(contract.id) ?? null,
    // An award here comes from a tender that was published.
    invitation: own.invitation ?? (contract.awardId === null ? null : 'tender'),
  }
}

const registerRow = (contract: Contract, naming: Naming) => ({
  reference: contract.reference,
  title: contract.title,
  department: contract.department,
  description: contract.description,
  supplier: contract.supplierName,
  supplierDetails: '',
  naming,
  sumPence: contract.valuePence ?? 0,
  startsOn: contract.startsOn,
  endsOn: contract.endsOn,
  registrationNumber: contract.supplierNumber?.number ?? '',
})

/** Contracts that run in the quarter; those without a value cannot be held to the threshold and are left out. */
const readContractRows = async (db: Db, { from, to }: Quarter, naming: NamingOf): Promise<ContractRow[]> => {
  const running = (await listContracts(as<ContractsTables>(db))).filter(
    ({ startsOn, endsOn }) => (startsOn ?? from) <= to && (endsOn ?? to) >= from,
  )
  const beside = await readBeside(db, running)
  return running.map((contract) =>
    contractRow(contract, naming(contract.supplierName, contract.supplierNumber !== null), beside),
  )
}

const contracts = async (db: Db, quarter: Quarter, naming: NamingOf): Promise<Draft> => {
  const names = watch(naming)
  const rows = await readContractRows(db, quarter, names.naming)
  return draftOf(contractsDataset(rows), names.doubtful())
}

/** The columns of the contracts data set that may stay empty, and in how many of its rows each is filled. */
export type Filled = {
  readonly rows: number
  readonly filled: Readonly<Record<FillableColumn, number>>
}
export const FILLABLE = ['irrecoverableVatPence', 'reviewOn', 'invitation', 'isSme', 'isVcse'] as const
export type FillableColumn = (typeof FILLABLE)[number]

/** How full the contracts data set of a quarter would be if it was published now. */
export const readFilled = async (db: Db, quarter: Quarter): Promise<Filled> => {
  const all = await readContractRows(db, quarter, namingBy(await listNames(db)))
  const rows = all.filter(({ sumPence }) => sumPence > OVER.contractPence)
  const count = (column: FillableColumn) => rows.filter((row) => row[column] !== null).length
  return {
    rows: rows.length,
    filled: Object.fromEntries(FILLABLE.map((column) => [column, count(column)])) as Filled['filled'],
  }
}

/** Of how many payments of the spending data set a payment file says what VAT cannot be recovered. */
export const readSpendFilled = (db: Db, { from, to }: Quarter) =>
  countLargePayments(as<SpendTables>(db), { from, to, overPence: OVER.spendPence })

type GivenGrant = {
  readonly id: string
  readonly title: string
  readonly department: string
  readonly recipient: string
  readonly givenPence: number
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
}

/** Grants that were given in the quarter, with their amount. */
const readGrants = async (db: Db, { from, to }: Quarter): Promise<GivenGrant[]> =>
  (await listOthers(as<BudgetTables>(db))).flatMap((other) =>
    other.kind === 'grant' && other.givenPence !== null && other.startsOn >= from && other.startsOn <= to
      ? [{ ...other, givenPence: other.givenPence }]
      : [],
  )

const grants = async (db: Db, quarter: Quarter, naming: NamingOf): Promise<Draft> => {
  const names = watch(naming)
  const rows = (await readGrants(db, quarter)).map(
    (grant): GrantRow => ({
      awardedOn: grant.startsOn,
      period: `${grant.startsOn} to ${grant.endsOn}`,
      department: grant.department,
      beneficiary: grant.recipient,
      naming: names.naming(grant.recipient, false),
      registrationNumber: '',
      purpose: grant.title,
      amountPence: grant.givenPence,
    }),
  )
  return draftOf(grantsDataset(rows), names.doubtful())
}

const grantFacts = (grant: GivenGrant, naming: Naming): GrantFacts => ({
  reference: grant.id,
  title: naming === 'individual' || naming === 'maybe' ? 'Grant to an individual' : grant.title,
  description: naming === 'individual' || naming === 'maybe' ? 'Grant to an individual' : grant.title,
  amountPence: grant.givenPence,
  awardedOn: grant.startsOn,
  startsOn: grant.startsOn,
  endsOn: grant.endsOn,
  department: grant.department,
  recipient:
    naming === 'individual' || naming === 'maybe'
      ? { kind: 'individual', reference: grant.id }
      : { kind: 'organisation', reference: grant.id, name: grant.recipient },
})

const grants360 = async (
  db: Db,
  quarter: Quarter,
  naming: NamingOf,
  publisher: GrantPublisher,
  isCsv: boolean,
) => {
  const names = watch(naming)
  const given = await readGrants(db, quarter)
  const namings = given.map(({ recipient }) => names.naming(recipient, false))
  const whole = writeGrants(
    given.map((grant, at) => grantFacts(grant, namings[at] ?? 'maybe')),
    publisher,
  )
  const hidden = namings.filter((each) => each === 'individual' || each === 'maybe').length
  return {
    lines: isCsv ? grantLines(isList(whole.grants) ? whole.grants : []) : [JSON.stringify(whole)],
    contentType: isCsv ? CSV : 'application/json; charset=utf-8',
    rows: given.length,
    redacted: hidden,
    toReview: namings.filter((each) => each === 'maybe').length,
    doubtful: names.doubtful(),
  }
}

/** A data set of an authority for a quarter, redacted by rule and by what was decided. Null for 360Giving without a prefix. */
export const readDraft = async (
  db: Db,
  publisher: Publisher,
  dataset: DatasetName,
  quarter: Quarter,
): Promise<Draft | null> => {
  const naming = namingBy(await listNames(db))
  if (dataset === 'spend') return spend(db, quarter, naming)
  if (dataset === 'contracts') return contracts(db, quarter, naming)
  if (dataset === 'grants') return grants(db, quarter, naming)
  if (publisher.grantsPrefix === null) return null
  const { name } = await getOrganisation(as<IdentityTables>(db), publisher.authorityId)
  const facts = { prefix: publisher.grantsPrefix, id: publisher.orgId, name }
  return grants360(db, quarter, naming, facts, dataset === 'grants-360-csv')
}
