import { z } from 'zod'
import { parsePlainDate } from '../../kernel/plain-date.ts'
import type { Visitor } from '../../platform/http/access.ts'
import { json } from '../../platform/http/answer.ts'
import { idOf } from '../../platform/http/fields.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { readUpload } from '../../platform/http/upload-content.ts'
import { LARGEST_FILE } from '../../platform/uploads/file-kinds.ts'
import { readBound } from './actions/bound.ts'
import { addEvidenceAsSupplier, reachContract, reportAsSupplier } from './actions/supplier-reports.ts'
import { readLinkedContracts } from './linked-contracts.ts'
import { personalSentence } from './messages/deliveries.ts'
import { evidenceSentence, refusalSentence } from './messages.ts'
import type { CommitmentText } from './model.ts'
import { quantityField } from './quantity-field.ts'
import { type ForSupplier, readForSupplier } from './read-for-supplier.ts'
import { personalData } from './rules/personal-data.ts'
import { listEvidence } from './store/deliveries.ts'

const day = z
  .string()
  .refine((text) => parsePlainDate(text) !== undefined, 'Enter a day as 2026-03-31')
  .describe('2026-03-31')

const reportBody = z.object({
  commitmentId: z.uuid().nullable().describe('null for what nobody had promised'),
  title: z.string().trim().min(1).max(300),
  quantity: quantityField('how many'),
  unit: z.string().trim().max(60).default('').describe('needed where there is no promise'),
  fromOn: day,
  toOn: day,
  placeName: z.string().trim().max(120).default(''),
  story: z.string().trim().max(4000).default(''),
  activity: z
    .object({ title: z.string().trim().min(1).max(200), quantity: quantityField('how many in all') })
    .nullable()
    .default(null)
    .describe('where it was done for several contracts: its name and how many there were in all'),
  subContractorId: z.uuid().nullable().default(null).describe('where a sub-contractor did it'),
  haveAgreed: z.boolean().default(false).describe('whether the people who could be known have agreed'),
})

const refused = (title: string, code: string) => json({ type: 'about:blank', title, status: 422, code }, 422)

const personOf = ({ personId, personName, authorityName }: Visitor) => ({
  personId: personId ?? '',
  personName: personName ?? '',
  supplierName: authorityName ?? '',
})

const seen = ({ report, indicators, reviews, subContractors }: ForSupplier) => ({
  promises: report.commitments.map(({ commitment, progress }) => {
    const { id, title, unit, quantity, evidenceRule }: CommitmentText & { readonly id: string } = commitment
    return { id, title, unit, quantity, evidenceRule, verified: progress.verified, state: progress.state }
  }),
  deliveries: report.deliveries.map(
    ({ id, commitmentId, title, unit, quantity, verifiedQuantity, status }) => ({
      id,
      commitmentId,
      title,
      unit,
      quantity,
      verifiedQuantity,
      status,
    }),
  ),
  indicators: indicators.map(({ indicator, ratings, dueOn }) => ({
    title: indicator.title,
    howMeasured: indicator.howMeasured,
    unit: indicator.unit,
    target: indicator.target,
    direction: indicator.direction,
    dueOn,
    ratings: ratings.map(({ fromOn, toOn, value, rating, assessedOn }) => ({
      fromOn,
      toOn,
      value,
      rating,
      assessedOn,
    })),
  })),
  subContractors: subContractors.map(({ id, name, tier }) => ({ id, name, tier })),
  reviews: reviews.map(({ title, plannedOn }) => ({ title, plannedOn })),
})

/** What a supplier's own programs read, report and send. */
export const deliverRoutes: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/deliver',
    access: 'deliver.report',
    audit: 'LINKED_CONTRACTS_READ',
    page: 'contracts/api-deliver#list',
    summary: 'The contracts on which the acting supplier reports',
    answer: z.object({
      contracts: z.array(
        z.looseObject({
          contractId: z.string(),
          endsOn: day.nullable().describe('without extensions'),
          currentEnd: day.nullable().describe('with the extensions taken'),
        }),
      ),
    }),
    handle: async ({ ctx }) => json({ contracts: await readLinkedContracts(ctx) }),
  },
  {
    method: 'GET',
    path: '/api/v1/deliver/:contractId',
    access: 'deliver.report',
    audit: 'LINKED_CONTRACT_READ',
    page: 'contracts/api-deliver#one',
    summary: 'Promises, reports, indicators and ratings of one contract, as its supplier sees them',
    answer: z.looseObject({ promises: z.array(z.unknown()), indicators: z.array(z.unknown()) }),
    handle: async (request) => {
      const linked = await reachContract(request.ctx, idOf(request, 'contractId'))
      return json(seen(await readForSupplier(request.ctx, linked)))
    },
  },
  {
    method: 'POST',
    path: '/api/v1/deliver/:contractId/deliveries',
    access: 'deliver.report',
    audit: 'DELIVERY_REPORTED',
    page: 'contracts/api-deliver#report',
    summary: 'Report a delivery, or a share of what was done for several contracts',
    body: reportBody,
    answer: z.object({ deliveryId: z.string() }),
    handle: async ({ body, ...request }) => {
      const { ctx, visitor } = request
      const linked = await reachContract(ctx, idOf(request, 'contractId'))
      const { haveAgreed, ...report } = body as z.infer<typeof reportBody>
      const kinds = personalData(`${report.title}\n${report.story}`)
      if (kinds.length > 0 && !haveAgreed) return refused(personalSentence(kinds), 'personal-data')
      if (report.commitmentId === null && report.unit === '')
        return refused('Enter what is counted, such as pupils', 'unit-needed')
      const kept = await reportAsSupplier(ctx, linked, personOf(visitor), report, null)
      if (kept.ok) return json({ deliveryId: kept.value }, 201)
      return refused(
        kept.of === 'file' ? evidenceSentence(kept.refusal) : refusalSentence(kept),
        kept.refusal,
      )
    },
  },
  {
    method: 'POST',
    path: '/api/v1/deliver/:contractId/deliveries/:deliveryId/evidence',
    access: 'deliver.report',
    audit: 'EVIDENCE_ADDED',
    page: 'contracts/api-deliver#evidence',
    summary: 'Add a photo or document, of at most 20 MB, to a delivery that the council has not decided on',
    takesFile: true,
    limitPerMinute: 60,
    query: z.object({
      agreed: z
        .enum(['yes', 'no'])
        .default('no')
        .describe('yes where nobody in a picture can be recognised, or everybody who can has agreed'),
    }),
    answer: z.object({
      evidenceId: z.string(),
      fileName: z.string(),
      bytes: z.number(),
      sha256: z.string().describe('of the file as it is kept, which is not the picture as it was sent'),
      placeTakenOut: z.boolean().describe('whether the picture told where or with what it was taken'),
    }),
    handle: async (request) => {
      const { ctx, upload, visitor } = request
      const { agreed } = request.query as { agreed: string }
      const linked = await reachContract(ctx, idOf(request, 'contractId'))
      const deliveryId = idOf(request, 'deliveryId')
      if (!upload) return refused('Send a file', 'no-file')
      const content = await readUpload(upload, LARGEST_FILE)
      if (!content) return refused(evidenceSentence('too-large'), 'too-large')
      const file = { name: upload.name, content, isAgreed: agreed === 'yes' }
      const added = await addEvidenceAsSupplier(ctx, linked, personOf(visitor), deliveryId, file)
      if (!added.ok) return refused(evidenceSentence(added.refusal), added.refusal)
      const kept = await readBound(ctx, linked, (db) => listEvidence(db, deliveryId))
      const one = kept.find(({ id }) => id === added.value)
      return json(
        {
          evidenceId: added.value,
          fileName: one?.fileName,
          bytes: one?.bytes,
          sha256: one?.fileHash,
          placeTakenOut: one?.hadMetadata,
        },
        201,
      )
    },
  },
]
