import {
  addMembership,
  createOrganisation,
  createPerson,
  type Organisation,
  type OrganisationId,
  type PersonId,
  type Role,
  registerSupplier,
} from '#identity'
import { installShippedFrameworks } from '#measures'
import { GOOD_PASSPHRASE, giveOpeningKeys, type Holders } from '#sealing'
import { type GivenTender, giveTenderDraft, publishTender, type Tender } from '#tenders'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { saveAnswers, startBid } from './actions/drafts.ts'
import { beginOpening, openBids } from './actions/open.ts'
import { submitBid } from './actions/submit.ts'
import type { BidId, DraftAnswers } from './model.ts'

const must = <Value>(
  decision: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: string },
): Value => {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal}`)
  return decision.value
}

type Person = { readonly id: PersonId; readonly name: string }

export type Competition = {
  readonly council: Organisation
  /** The two who open. */
  readonly officers: readonly [Person, Person]
  readonly tender: Tender
  readonly officer: Context
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

const aCouncil = async (db: TestDatabase): Promise<Organisation> => {
  const name = `Council ${newId().slice(-12)}`
  const operator = db.context({ kind: 'command' }, null)
  return must(await createOrganisation(operator, { name, kind: 'council', isAuthority: true }))
}

/** Somebody with a role at a council. */
export const giveMember = async (
  db: TestDatabase,
  councilId: OrganisationId,
  role: Role,
  name: string,
): Promise<Person> => {
  const email = `${role}.${newId().slice(-12)}@northmere.example`
  const operator = db.context({ kind: 'command' }, councilId)
  const id = must(await createPerson(operator, { email, name, password: null }))
  must(await addMembership(operator, id, role))
  return { id, name }
}

/** A council with three keys, and a published tender whose bids are sealed to one split among them. */
export const giveCompetition = async (db: TestDatabase, given: GivenTender = {}): Promise<Competition> => {
  await installShippedFrameworks(db.services)
  const council = await aCouncil(db)
  const ada = await giveMember(db, council.id, 'procurement-officer', 'Ada')
  const bob = await giveMember(db, council.id, 'commissioner', 'Bob')
  const eve = await giveMember(db, council.id, 'senior-owner', 'Eve')
  const holders = (await giveOpeningKeys(db, council.id, [ada, bob, eve])) as unknown as Holders
  const officer = db.context({ kind: 'person', personId: ada.id }, council.id)
  const deadline = given.deadline ?? new Date(Date.now() + 24 * HOUR)
  const before = { ...officer, clock: { now: () => new Date(deadline.getTime() - 30 * DAY) } }
  const draft = await giveTenderDraft(before, { ...given, deadline })
  const tender = must(await publishTender(before, draft.id, { seen: 2, holders }))
  return { council, officers: [ada, bob], tender, officer }
}

/** The owner of the tables, whom no policy binds; the application never is. */
export type AsOwner = Pick<TestDatabase, 'query'>

/** Changes what its triggers keep from changing, as the owner of the table can; nobody else ever finds them off. */
export const pastTriggers = async (
  owner: AsOwner,
  table: string,
  change: string,
  values: unknown[],
): Promise<void> => {
  await owner.query('begin')
  await owner.query(`alter table ${table} disable trigger user`)
  await owner.query(`update ${table} ${change}`, values)
  await owner.query(`alter table ${table} enable trigger user`)
  await owner.query('commit')
}

/** Moves the deadline in the tables, and so what the database's clock decides. */
export const moveDeadline = async (
  owner: AsOwner,
  tender: Pick<Tender, 'id' | 'keyId'>,
  to: Date,
): Promise<void> => {
  await pastTriggers(
    owner,
    'tenders.tender',
    'set deadline = $2, question_deadline = least(question_deadline, $2) where id = $1',
    [tender.id, to],
  )
  await pastTriggers(owner, 'sealing.tender_key', 'set not_before = $2 where id = $1', [tender.keyId, to])
}

/** Lets the deadline pass. */
export const passDeadline = (db: TestDatabase, tender: Tender): Promise<void> =>
  moveDeadline(db, tender, new Date(Date.now() - 1000))

export type GivenBidder = {
  readonly organisationId: OrganisationId
  readonly personId: PersonId
  readonly ctx: Context
}

/** A supplier with one person, who acts in the context by the real clock. */
export const giveBidder = async (db: TestDatabase, name: string): Promise<GivenBidder> => {
  const made = must(
    await registerSupplier(db.services, {
      name,
      orgId: null,
      email: `bids@${name.toLowerCase().replaceAll(/[^a-z]/g, '')}.example`,
      personName: `${name} Lead`,
      password: null,
    }),
  )
  const ctx = db.context({ kind: 'person', personId: made.personId }, made.organisationId)
  return { ...made, ctx: { ...ctx, clock: { now: () => new Date() } } }
}

/** Answers that are enough for the tender of `givePublishedTender`. */
export const GOOD_ANSWERS = (tender: {
  readonly questions: readonly { code: string; kind: string }[]
}): DraftAnswers =>
  Object.fromEntries(
    tender.questions.map(({ code, kind }) => [
      code,
      {
        words: { words: 'We send the same two people every day.' },
        number: { number: '12' },
        price: { pounds: '98,500.50' },
        'yes-no': { yes: true },
        offers: {
          offers: [{ framework: 'open', measure: 'job-unemployed', quantity: '3', inWords: 'Three.' }],
        },
        file: {},
      }[kind] ?? {},
    ]),
  )

/** A draft with these answers, for a lot. */
export const giveDraft = async (
  bidder: GivenBidder,
  tender: Tender,
  answers: DraftAnswers,
  lot = 'A',
): Promise<BidId> => {
  const bidId = must(await startBid(bidder.ctx, tender.reference, lot))
  await saveAnswers(bidder.ctx, bidId, answers)
  return bidId
}

/** A bid handed in. */
export const giveSubmittedBid = async (
  bidder: GivenBidder,
  tender: Tender,
  answers: DraftAnswers,
  lot = 'A',
) => must(await submitBid(bidder.ctx, await giveDraft(bidder, tender, answers, lot)))

/** Opens what came in, as two officers do. The deadline must have passed. */
export const giveOpening = async (
  db: TestDatabase,
  { officers: [ada, bob], council, tender }: Competition,
) => {
  const as = (person: Person) => db.context({ kind: 'person', personId: person.id }, council.id)
  must(await beginOpening(as(ada), tender.id, GOOD_PASSPHRASE))
  return must(await openBids(as(bob), tender.id, GOOD_PASSPHRASE))
}
