import {
  addEvidence,
  type ContractsTables,
  importContracts,
  listContracts,
  listDeliveries,
  listPictures,
  setCodeFacts,
} from '#contracts'
import {
  decideOnPhoto,
  decideOnStory,
  listNotices,
  lookForNotices,
  markSentByHand,
  openPublication,
  type PublishingTables,
  prepareNotice,
  publishAll,
  publishEdition,
} from '#publishing'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { madeUpPhoto } from '../contracts/made-up-photo.ts'
import { insist } from './insist.ts'
import type { SeededCouncil } from './seed-people.ts'

/** A sole trader: whether she is named is for somebody to decide. */
const SOLE_TRADER = {
  reference: 'NC-0101',
  title: 'Tuning of school pianos',
  description: 'Pianos of the city’s schools, once a year.',
  department: 'Education',
  lot: '',
  supplierName: 'Mrs A Quillfeather',
  supplierNumber: null,
  valuePence: 780_000,
  startsOn: '2026-04-01',
  endsOn: '2028-03-31',
  manager: 'Contract manager, Education',
  supplierContact: '',
  cpv: [],
} as const

const APPROVED = 8

/** Notices that are due, one that is prepared, and one that somebody entered on the platform. */
const seedNotices = async (ctx: Context): Promise<void> => {
  await lookForNotices(ctx)
  const due = await inReading(ctx, (db: Reader<PublishingTables>) => listNotices(db))
  const [toSend, toPrepare] = [due.find(({ code }) => code === 'UK7'), due.find(({ code }) => code === 'UK9')]
  for (const notice of [toSend, toPrepare])
    if (notice && notice.state === 'due') insist(await prepareNotice(ctx, notice.id), notice.title)
  if (toSend && toSend.state !== 'sent')
    insist(
      await markSentByHand(ctx, toSend.id, { reference: '000123-2026', sentOn: '2026-03-10' }),
      toSend.title,
    )
}

const PHOTOS = [
  'A drawn park: a light path between green hills, the sun above them',
  'A drawn park: a path towards round hills under a wide sky',
  'A drawn park with hedges along a winding path',
] as const

/** Photos of told deliveries; all but the last are approved. Drawn, as nobody was there to take one. */
const seedPhotos = async (ctx: Context, deliveryIds: readonly string[]): Promise<void> => {
  for (const [at, alternative] of PHOTOS.entries()) {
    const deliveryId = deliveryIds[at]
    if (deliveryId === undefined) continue
    const read = () => inReading(ctx, (db: Reader<ContractsTables>) => listPictures(db, [deliveryId]))
    if ((await read()).length > 0) continue
    const content = await madeUpPhoto(at)
    const id = insist(await addEvidence(ctx, deliveryId, { name: `path-${at + 1}.png`, content }), 'a photo')
    if (at < PHOTOS.length - 1)
      insist(await decideOnPhoto(ctx, id, { verdict: 'approve', alternative }), alternative)
  }
}

const INVITATIONS = ['tender', 'tender', 'quote', null] as const

/** What the Transparency Code asks, said for some contracts and open for others. */
const seedCodeFacts = async (ctx: Context): Promise<void> => {
  const contracts = await inReading(ctx, (db: Reader<ContractsTables>) => listContracts(db))
  for (const [at, { id }] of contracts.slice(0, 12).entries())
    await setCodeFacts(ctx, id, {
      irrecoverableVatPence: at % 3 === 0 ? null : 0,
      invitation: INVITATIONS[at % INVITATIONS.length] ?? null,
      isSme: null,
      isVcse: null,
    })
}

/** Northmere's open data: its log of releases, some stories approved, and one name that waits. */
export const seedPublication = async (services: Services, { councilId }: SeededCouncil): Promise<void> => {
  const ctx = actingAs(services, { kind: 'command' }, councilId)
  await importContracts(ctx, {
    source: 'file',
    name: 'northmere-small-contracts.csv',
    contracts: [SOLE_TRADER],
  })
  const deliveries = await inReading(ctx, (db: Reader<ContractsTables>) => listDeliveries(db))
  const told = deliveries.filter(({ story, verifiedQuantity }) => story !== '' && verifiedQuantity !== null)
  for (const { id, title } of told.slice(0, APPROVED)) insist(await decideOnStory(ctx, id, 'approve'), title)
  await seedPhotos(
    ctx,
    told.map(({ id }) => id),
  )
  await seedCodeFacts(ctx)
  await openPublication(ctx, {
    ocidPrefix: 'ocds-nrthmr',
    grantsPrefix: '360G-northmere',
    orgId: 'GB-LAE-NMR',
    contact: 'opendata@northmere.example',
  })
  await publishAll(ctx)
  await seedNotices(ctx)
  // Refused where an interrupted try has published the same before.
  for (const dataset of ['spend', 'contracts'] as const) await publishEdition(ctx, dataset, '2026-Q3', true)
}
