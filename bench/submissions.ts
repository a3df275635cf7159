import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { addMembership, createPerson, type Role } from '#identity'
import { installShippedFrameworks } from '#measures'
import { createOpeningKey, GOOD_PASSPHRASE, type Holders } from '#sealing'
import { giveTenderDraft, publishTender, type Tender } from '#tenders'
import { beginOpening, openBids } from '../src/modules/bids/actions/open.ts'
import type { DraftAnswers } from '../src/modules/bids/model.ts'
import { hideDraft } from '../src/modules/bids/read-bid.ts'
import { newSecret } from '../src/modules/identity/secrets.ts'
import { actingAs, type Services } from '../src/platform/context.ts'
import { openAsOwner } from '../src/platform/database.ts'
import { newId } from '../src/platform/ids.ts'
import { must } from '../src/platform/testing/must.ts'
import { openBenchSite } from './bench-site.ts'

const SUPPLIERS = Number(process.env.SUPPLIERS ?? 500)
/** For writing the drafts before the last minute begins. */
const DRAFTS_MS = Number(process.env.DRAFTS_SECONDS ?? 30) * 1000
const LAST_MS = 60_000
/** Some come too late on purpose. */
const LATE_MS = 3000

const ANSWERS: DraftAnswers = {
  Q1: { yes: true },
  Q2: { pounds: '98500.50' },
  Q3: { words: 'We send the same two people every day. '.repeat(40) },
  Q4: { offers: [{ framework: 'open', measure: 'job-unemployed', quantity: '3', inWords: 'Three.' }] },
  Q5: { words: 'With the job centre. '.repeat(40) },
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** The product as it is started, on the bench's data folder; ready when it says so. */
const startServer = async (folder: string, port: number): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [...process.execArgv, 'src/main/start.ts'], {
    // No mailer, so the worker would log every letter that cannot leave.
    env: {
      ...process.env,
      GOLDTHREAD_DATA: folder,
      PORT: String(port),
      GOLDTHREAD_DEMONSTRATION: 'off',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => {
      if (text.toString().includes('Ctrl-C')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return child
}

type Owner = Kysely<unknown>
type Bidder = { readonly bidId: string; readonly token: string }
type Receipt = { readonly fingerprint: string; readonly logNumber: number }
type Outcome = { readonly receipt: Receipt | null; readonly wasLate: boolean; readonly tries: number }

/** How often each answer came that was neither a receipt nor a refusal as late. */
const otherAnswers = new Map<string, number>()
const countAnswer = (answer: string): void =>
  void otherAnswers.set(answer, (otherAnswers.get(answer) ?? 0) + 1)

const makeCouncil = async (services: Services, councilId: string): Promise<Holders> => {
  const operator = actingAs(services, { kind: 'command' }, councilId)
  const holders: string[] = []
  for (const role of [
    'procurement-officer',
    'commissioner',
    'senior-owner',
  ] as const satisfies readonly Role[]) {
    const id = must(
      await createPerson(operator, { email: `${role}@bench.example`, name: role, password: null }),
    )
    must(await addMembership(operator, id, role))
    must(
      await createOpeningKey(
        actingAs(services, { kind: 'person', personId: id }, councilId),
        GOOD_PASSPHRASE,
      ),
    )
    holders.push(id)
  }
  return holders as unknown as Holders
}

/** Suppliers with a person and a token each, and their drafts, written in bulk: what is measured comes later. */
const makeBidders = async (services: Services, db: Owner, tender: Tender): Promise<Bidder[]> => {
  const made = Array.from({ length: SUPPLIERS }, (_, number) => {
    const [supplierId, personId, bidId] = [newId(), newId(), newId()]
    const token = newSecret('gt_')
    const ctx = actingAs(services, { kind: 'person', personId }, supplierId)
    const answers = hideDraft(ctx, bidId, { answers: ANSWERS, saved: {} }).toString('hex')
    return { number, supplierId, personId, bidId, token, answers }
  })
  const all = made.map(({ number, supplierId, personId }) => ({ number, supplierId, personId }))
  const rows = sql`jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as r (number int, "supplierId" uuid, "personId" uuid)`
  await sql`insert into identity.organisation (id, name, slug, kind, is_authority)
    select "supplierId", 'Supplier ' || number, 'supplier-' || number, 'supplier', false from ${rows}`.execute(
    db,
  )
  await sql`insert into identity.person (id, email, name)
    select "personId", 'bids' || number || '@bench.example', 'Lead ' || number from ${rows}`.execute(db)
  await sql`insert into identity.membership (authority_id, person_id, role)
    select "supplierId", "personId", 'supplier-lead' from ${rows}`.execute(db)
  for (const { supplierId, personId, bidId, token, answers } of made) {
    await sql`insert into identity.api_token (authority_id, id, person_id, token_hash, name, permissions, created_at, expires_at)
      values (${supplierId}, ${newId()}, ${personId}, ${token.hash}, 'bench', '{bids.prepare,bids.submit}', now(), now() + interval '1 day')`.execute(
      db,
    )
    await sql`insert into bids.bid (authority_id, id, tender_id, lot, answers, revision, changed_at)
      values (${supplierId}, ${bidId}, ${tender.id}, 'A', decode(${answers}, 'hex'), 1, now())`.execute(db)
  }
  return made.map(({ bidId, token }) => ({ bidId, token: token.secret }))
}

/** Submits at a moment of the last minute, and again where the server is away, until it answers or it is too late. */
const submit = async (
  url: string,
  { bidId, token }: Bidder,
  at: number,
  deadline: number,
): Promise<Outcome> => {
  await sleep(Math.max(0, at - Date.now()))
  for (let tries = 1; ; tries++) {
    try {
      const answer = await fetch(`${url}/api/v1/bids/${bidId}/submission`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(20_000),
      })
      const body = (await answer.json()) as Receipt & { readonly code?: string }
      if (answer.status === 201) return { receipt: body, wasLate: false, tries }
      if (body.code === 'deadline-passed') return { receipt: null, wasLate: true, tries }
      countAnswer(`${answer.status} ${body.code ?? ''}`)
    } catch (error) {
      // The server is away for a moment.
      countAnswer((error as Error).name)
    }
    if (Date.now() > deadline + 30_000) return { receipt: null, wasLate: true, tries }
    await sleep(250 + Math.random() * 500)
  }
}

type Row = Record<string, number>
/** Faults as the tables and the log show them; all should be 0. */
const findFaults = async (db: Owner, tender: Tender): Promise<Row> => {
  const { rows } = await sql<Row>`select
    (select count(*)::int from bids.sealed_bid s where s.tender_id = ${tender.id}) as handed_in,
    (select count(*)::int from bids.sealed_bid s where s.tender_id = ${tender.id} and s.replaced_by is null) as counted,
    (select count(*)::int from bids.log_entry l where l.tender_id = ${tender.id} and l.at >= ${tender.deadline}) as log_entries_after_deadline,
    (select count(*)::int from bids.sealed_bid s where s.tender_id = ${tender.id} and not exists (select from bids.log_entry l
      where l.tender_id = s.tender_id and l.number = s.log_number and l.fingerprint = s.fingerprint)) as bids_without_log_entry,
    (select count(*)::int from bids.log_entry l where l.tender_id = ${tender.id} and not exists (select from bids.sealed_bid s
      where s.tender_id = l.tender_id and l.number = s.log_number)) as log_entries_without_bid,
    (select count(*)::int from bids.sealed_bid s where s.tender_id = ${tender.id} and not exists (select from platform.mail m
      where m.body_text like '%' || s.fingerprint || '%')) as bids_without_letter`.execute(db)
  return rows[0] ?? {}
}

/** 500 suppliers submit in the last minute to a real server, which is killed in the middle and started again. */
export const benchSubmissions = async (): Promise<void> => {
  const site = await openBenchSite()
  const { services, owner } = site.open
  await installShippedFrameworks(services)
  const councilId = await site.anAuthority('Bench Council')
  const holders = await makeCouncil(services, councilId)
  const officer = actingAs(services, { kind: 'person', personId: holders[0] }, councilId)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const folder = site.config.dataFolder
  let server = await startServer(folder, port)
  const db: Owner = openAsOwner<unknown>(owner)

  const deadline = new Date(Date.now() + DRAFTS_MS + LAST_MS)
  const before = { ...officer, clock: { now: () => new Date(deadline.getTime() - 30 * 86_400_000) } }
  const draft = await giveTenderDraft(before, { deadline })
  const tender = must(await publishTender(before, draft.id, { seen: 2, holders }))
  const bidders = await makeBidders(services, db, tender)
  const spare = deadline.getTime() - LAST_MS - Date.now()
  console.log(`${bidders.length} drafts are ready ${Math.round(spare / 1000)} s before the last minute.`)

  const start = deadline.getTime() - LAST_MS
  const outcomes = bidders.map((bidder) =>
    submit(url, bidder, start + Math.random() * (LAST_MS + LATE_MS), deadline.getTime()),
  )
  await sleep(Math.max(0, start + LAST_MS / 2 - Date.now()))
  const killedAt = Date.now()
  server.removeAllListeners('exit')
  server.kill('SIGKILL')
  server = await startServer(folder, port)
  const awaySeconds = (Date.now() - killedAt) / 1000
  console.log(`Killed with -9 half a minute before the deadline; back after ${awaySeconds.toFixed(1)} s.`)

  const done = await Promise.all(outcomes)
  const receipts = done.flatMap(({ receipt }) => receipt ?? [])
  const log = (await (await fetch(`${url}/api/v1/tenders/${tender.reference}/log`)).json()) as {
    isWhole: boolean
    entries: { number: number; fingerprint: string }[]
  }
  const byNumber = new Map(log.entries.map((entry) => [entry.number, entry.fingerprint]))
  const unproved = receipts.filter(({ logNumber, fingerprint }) => byNumber.get(logNumber) !== fingerprint)
  const faults = await findFaults(db, tender)
  must(await beginOpening(officer, tender.id, GOOD_PASSPHRASE))
  const second = actingAs(services, { kind: 'person', personId: holders[1] }, councilId)
  const { bids, minutes } = must(await openBids(second, tender.id, GOOD_PASSPHRASE))
  console.table({
    suppliers: SUPPLIERS,
    receipts: receipts.length,
    'refused as late': done.filter(({ wasLate }) => wasLate).length,
    'tried more than once': done.filter(({ tries }) => tries > 1).length,
    'receipts the log does not bear out': unproved.length,
    'log is whole': log.isWhole,
    ...faults,
    opened: bids,
    'opened and differing from the log': minutes.checks.filter(({ outcome }) => outcome !== 'matches').length,
  })
  console.table(Object.fromEntries(otherAnswers))
  server.removeAllListeners('exit')
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  await db.destroy()
  await site.close()
}
