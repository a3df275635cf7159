import {
  approveEntry,
  claimEntry,
  type EntryContent,
  EVERY_ENTRY,
  listDirectoryEntries,
  refuseEntry,
  type SupplierTables,
  saveEntry,
  suggestCategories,
  useCode,
} from '#suppliers'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { type SeededRandom, seededRandom } from '../seeded-random.ts'
import type { MadeUpSupplier } from '../suppliers/made-up-supplier.ts'
import { registeredEmail } from '../suppliers/register-file.ts'
import { insist } from './insist.ts'
import { readLetters } from './read-letters.ts'
import type { SeededCouncil } from './seed-people.ts'

const DIRECTORY_SEED = 11_235
const ENTRIES = 40
const WAITING = 5
const DRAFTS = 4
const REFUSED = 3

const CAPACITIES = [
  'Three vans and a crew of six; contracts up to £100,000 a year',
  'Twelve staff; can take on two more contracts of our size',
  'Small jobs at short notice, up to £10,000 each',
  'Forty places a week; a waiting list of two weeks',
]
const ACCREDITATIONS = [
  'Living Wage Employer',
  'Disability Confident Committed',
  'ISO 9001; Cyber Essentials',
  'Social Enterprise UK member',
]
const PURPOSES = [
  'What is left over goes back into the neighbourhood.',
  'We train and employ people who have been out of work for long.',
  'Owned by those who work here; nobody earns more than three times anybody else.',
]

const VCSE_FORMS: ReadonlySet<string> = new Set([
  'community-interest-company',
  'charitable-organisation',
  'charity',
  'co-operative',
  'community-benefit-society',
])

const contentOf = (supplier: MadeUpSupplier, random: SeededRandom): EntryContent => {
  const isVcse = VCSE_FORMS.has(supplier.form)
  const { trade } = supplier
  const supplies = `${trade.category}: ${trade.descriptions.join(', ').toLowerCase()}.`
  const categories = suggestCategories(`${trade.category} ${supplies} ${trade.words.join(' ')}`, 3)
  const showsContact = random.chance(0.7)
  return {
    name: supplier.plainName,
    kind: isVcse ? 'vcse' : 'business',
    supplies,
    categories: categories.length > 0 ? categories : ['98'],
    postcode: supplier.postcode,
    address: '',
    town: '',
    covers: supplier.home === 'city' ? 'Northmere' : 'All of Ashshire',
    capacity: random.pick(CAPACITIES),
    accreditations: random.chance(0.6) ? random.pick(ACCREDITATIONS) : '',
    socialPurpose: isVcse ? random.pick(PURPOSES) : '',
    website: '',
    contactName: '',
    contactEmail: registeredEmail(supplier) ?? '',
    contactPhone: '',
    showsContact,
  }
}

const identifierOf = (supplier: MadeUpSupplier) =>
  supplier.companyNumber
    ? ({ scheme: 'GB-COH', number: supplier.companyNumber } as const)
    : ({ scheme: 'GB-CHC', number: supplier.charityNumber ?? '' } as const)

const claim = (ctx: Context, supplier: MadeUpSupplier, email: string): Promise<string> =>
  claimEntry(ctx, { ...identifierOf(supplier), name: supplier.plainName, postcode: supplier.postcode, email })

/** Claims an entry, reads the code in the letter, and opens the form with it, as the supplier would. */
const openForm = async (nobody: Context, supplier: MadeUpSupplier): Promise<string> => {
  const email = registeredEmail(supplier) ?? ''
  const codeId = await claim(nobody, supplier, email)
  const letter = (await readLetters(nobody, [email])).get(email) ?? ''
  const code = /^[0-9A-Z]{5}-[0-9A-Z]{5}$/m.exec(letter)?.[0] ?? ''
  return insist(await useCode(nobody, codeId, code), `the code of ${supplier.plainName}`)
}

type Fate = 'listed' | 'waiting' | 'draft' | 'refused'
const fateOf = (at: number): Fate => {
  if (at < WAITING) return 'waiting'
  if (at < WAITING + DRAFTS) return 'draft'
  return at < WAITING + DRAFTS + REFUSED ? 'refused' : 'listed'
}

const seedEntry = async (
  nobody: Context,
  moderator: Context,
  supplier: MadeUpSupplier,
  content: EntryContent,
  fate: Fate,
): Promise<void> => {
  const key = await openForm(nobody, supplier)
  const written = fate === 'draft' ? { ...content, categories: [] } : content
  const entryId = insist(
    await saveEntry(nobody, key, written, fate === 'draft' ? 'draft' : 'waiting', fate === 'listed'),
    supplier.plainName,
  )
  if (fate === 'draft' || fate === 'waiting') return
  const entries = await inReading<SupplierTables, Awaited<ReturnType<typeof listDirectoryEntries>>>(
    moderator,
    (db) => listDirectoryEntries(db, { state: 'waiting', words: null }, EVERY_ENTRY),
  )
  const readAt = entries.find(({ id }) => id === entryId)?.proposedAt?.toISOString() ?? ''
  if (fate === 'listed') insist(await approveEntry(moderator, entryId, readAt), supplier.plainName)
  else
    insist(
      await refuseEntry(moderator, entryId, readAt, 'Please say which parts of Ashshire you work in.'),
      supplier.plainName,
    )
}

/** Suppliers of the city and county keep their entries; some wait, some are drafts, some were sent back. */
export const seedDirectory = async (
  services: Services,
  council: SeededCouncil,
  suppliers: readonly MadeUpSupplier[],
): Promise<void> => {
  const random = seededRandom(DIRECTORY_SEED)
  const nobody = actingAs(services, { kind: 'nobody' }, null)
  const moderator = actingAs(services, { kind: 'person', personId: council.analystId }, council.councilId)
  const known = await inReading<SupplierTables, Awaited<ReturnType<typeof listDirectoryEntries>>>(
    moderator,
    (db) => listDirectoryEntries(db, { state: null, words: null }, EVERY_ENTRY),
  )
  const kept = new Set(known.map(({ number }) => number))
  const near = random.shuffled(suppliers.filter((one) => one.isRegistered && registeredEmail(one)))
  const chosen = near.slice(0, ENTRIES).map((supplier, at) => ({
    supplier,
    content: contentOf(supplier, random),
    fate: fateOf(at),
  }))
  for (const { supplier, content, fate } of chosen)
    if (!kept.has(identifierOf(supplier).number)) await seedEntry(nobody, moderator, supplier, content, fate)
  // Two from further away, whose address no register has: their claims wait for a moderator.
  for (const supplier of suppliers.filter((one) => one.isRegistered && one.home === 'region').slice(0, 2))
    await claim(nobody, supplier, `hello@supplier-${supplier.number}.example`)
}
