import {
  addSheet,
  beginStudy,
  closeSurvey,
  draftSurvey,
  fillSheets,
  listInvitees,
  listSheets,
  listStudies,
  listSurveys,
  openSurvey,
  type SpendTables,
  saveAnswers,
  setAddresses,
} from '#spend'
import { todayInLondon } from '../../../platform/clock.ts'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { CITY, COUNTY } from '../geography/made-up-places.ts'
import { type SeededRandom, seededRandom } from '../seeded-random.ts'
import { insist } from './insist.ts'
import { readLetters } from './read-letters.ts'
import type { SeededCouncil } from './seed-people.ts'

const STUDIES_SEED = 27_182
const DAY = 86_400_000

/** The same services on a day before or after today. */
const onDay = (services: Services, days: number): Services => ({
  ...services,
  clock: { now: () => new Date(services.clock.now().getTime() + days * DAY) },
})

const PERIOD = { fromMonth: '2025-04-01', toMonth: '2026-03-01' } as const

type Wish = {
  readonly title: string
  readonly invite: number
  readonly answers: number
  /** Days from today: when it was sent, and its last day. */
  readonly sent: number
  readonly closes: number
}

const answersOf = (random: SeededRandom): Record<string, string> => {
  const staff = random.whole(3, 180)
  return {
    staff: String(staff),
    jobs: String(random.whole(0, Math.ceil(staff / 8))),
    apprenticeships: String(random.whole(0, Math.ceil(staff / 15))),
    opportunities: String(random.whole(0, Math.ceil(staff / 12))),
    'volunteer-hours': random.chance(0.8) ? String(random.whole(0, staff * 6)) : '',
    'living-wage': random.chance(0.75) ? 'yes' : 'no',
    'local-suppliers': String(random.whole(5, 80)),
    'local-staff': String(random.whole(20, 95)),
    more: random.chance(0.3) ? 'We take pupils of the Lanternhill school for work experience.' : '',
  }
}

const seedSurvey = async (
  services: Services,
  council: SeededCouncil,
  wish: Wish,
  random: SeededRandom,
): Promise<void> => {
  const then = onDay(services, wish.sent)
  const ctx = actingAs(then, { kind: 'person', personId: council.analystId }, council.councilId)
  const closesOn = todayInLondon(onDay(services, wish.closes).clock)
  const { title, invite } = wish
  const id = insist(await draftSurvey(ctx, { title, invite, closesOn, ...PERIOD }), title)
  const invitees = await inReading<SpendTables, Awaited<ReturnType<typeof listInvitees>>>(ctx, (db) =>
    listInvitees(db, id),
  )
  // The last one has no address, as in life.
  const addresses = new Map(
    invitees
      .slice(0, -1)
      .map((invitee, at) => [invitee.id, `survey-${wish.sent + 100}-${at + 1}@suppliers.example`]),
  )
  await setAddresses(ctx, id, addresses)
  insist(await openSurvey(ctx, id), title)
  const letters = await readLetters(services, [...addresses.values()])
  const nobody = actingAs(then, { kind: 'nobody' }, null)
  const links = random
    .shuffled([...letters.values()].sort())
    .flatMap((letter) => /\/survey\/(\S+)/.exec(letter)?.[1] ?? [])
  for (const secret of links.slice(0, wish.answers))
    insist(await saveAnswers(nobody, secret, answersOf(random), true), title)
  if (wish.closes < 0) insist(await closeSurvey(ctx, id), title)
}

const SURVEYS: readonly Wish[] = [
  { title: `What our suppliers did for ${CITY}, 2025/26`, invite: 24, answers: 17, sent: -60, closes: -20 },
  { title: `What our suppliers do for ${CITY}, autumn round`, invite: 16, answers: 5, sent: -6, closes: 24 },
]

const STUDY = 'What a pound to our suppliers sets off'
const SHEETS_FILLED = 8
const pounds = (amount: number): number => amount * 100

const seedStudy = async (ctx: Context, random: SeededRandom): Promise<void> => {
  const id = insist(
    await beginStudy(ctx, { title: STUDY, place: COUNTY, suppliers: 12, ...PERIOD }),
    'the study',
  )
  await addSheet(ctx, id, 'second-supplier', 'Wholesalers at the Bellwharf market')
  const sheets = await inReading<SpendTables, Awaited<ReturnType<typeof listSheets>>>(ctx, (db) =>
    listSheets(db, id),
  )
  const answer = (income: number, staff: number, suppliers: number) => ({
    incomePence: pounds(income),
    localStaffPence: pounds(Math.round(income * staff)),
    localSuppliersPence: pounds(Math.round(income * suppliers)),
  })
  const suppliers = sheets.filter(({ kind }) => kind === 'supplier').slice(0, SHEETS_FILLED)
  await fillSheets(ctx, id, [
    ...suppliers.map(({ kind, name }) => ({
      kind,
      name,
      answer: answer(random.whole(300, 4000) * 1000, random.whole(5, 45) / 100, random.whole(3, 30) / 100),
    })),
    { kind: 'staff' as const, name: 'Staff of these suppliers', answer: answer(1900, 0, 0.46) },
    {
      kind: 'second-supplier' as const,
      name: 'Wholesalers at the Bellwharf market',
      answer: answer(620_000, 0.21, 0.12),
    },
  ])
}

/** A survey that is finished, one that is open, and a study of the local multiplier. */
export const seedStudies = async (services: Services, council: SeededCouncil): Promise<void> => {
  const random = seededRandom(STUDIES_SEED)
  const ctx = actingAs(services, { kind: 'person', personId: council.analystId }, council.councilId)
  const known = await inReading<SpendTables, { surveys: string[]; studies: string[] }>(ctx, async (db) => ({
    surveys: (await listSurveys(db)).map(({ title }) => title),
    studies: (await listStudies(db)).map(({ title }) => title),
  }))
  for (const wish of SURVEYS)
    if (!known.surveys.includes(wish.title)) await seedSurvey(services, council, wish, random)
  if (!known.studies.includes(STUDY)) await seedStudy(ctx, random)
}
