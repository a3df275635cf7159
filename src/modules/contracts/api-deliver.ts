import { z } from 'zod'
import { parsePlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import { json } from '../../platform/http/answer.ts'
import { idOf } from '../../platform/http/fields.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { inReading } from '../../platform/reading.ts'
import { reachContract, reportAsSupplier } from './actions/supplier-reports.ts'
import { personalSentence } from './messages/deliveries.ts'
import { evidenceSentence, refusalSentence } from './messages.ts'
import type { CommitmentText } from './model.ts'
import { quantityField } from './quantity-field.ts'
import { type ForSupplier, readForSupplier } from './read-for-supplier.ts'
import { personalData } from './rules/personal-data.ts'
import { listLinkedContracts } from './store/supplier-links.ts'
import type { ContractsTables } from './tables.ts'

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
  haveAgreed: z.boolean().default(false).describe('whether the people who could be known have agreed'),
})

const refused = (title: string, code: string) => json({ type: 'about:blank', title, status: 422, code }, 422)

const seen = ({ report, indicators, reviews }: ForSupplier) => ({
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
  reviews: reviews.map(({ title, plannedOn }) => ({ title, plannedOn })),
})

/** What a supplier's own programs read and report; files are added on the page. */
export const deliverRoutes: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/deliver',
    access: 'deliver.report',
    audit: 'LINKED_CONTRACTS_READ',
    page: 'contracts/api-deliver#list',
    summary: 'The contracts on which the acting supplier reports',
    answer: z.object({ contracts: z.array(z.unknown()) }),
    handle: async ({ ctx }) =>
      json({ contracts: await inReading(ctx, (db: Reader<ContractsTables>) => listLinkedContracts(db)) }),
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
      const person = {
        personId: visitor.personId ?? '',
        personName: visitor.personName ?? '',
        supplierName: visitor.authorityName ?? '',
      }
      const kept = await reportAsSupplier(ctx, linked, person, report, null)
      if (kept.ok) return json({ deliveryId: kept.value }, 201)
      return refused(
        kept.of === 'file' ? evidenceSentence(kept.refusal) : refusalSentence(kept),
        kept.refusal,
      )
    },
  },
]
