import { z } from 'zod'
import { QUESTION_KINDS, TENDER_LIMITS } from './model.ts'

const moment = z.string().describe('2026-12-14T12:00:00.000Z')

export const tenderAnswer = z.object({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  summary: z.string(),
  state: z.string(),
  version: z.number().describe('0 while it is a draft'),
  publishedAt: moment.nullable(),
  deadline: moment,
  questionDeadline: moment,
  category: z.string().describe('a CPV code of eight digits'),
  placeName: z.string(),
  valuePence: z.number().describe('without VAT, with options and extensions'),
  publicKey: z.string().nullable().describe('the key that bids are sealed to'),
  cancelledBecause: z.string().nullable(),
})

const lot = z.object({
  code: z.string().min(1).max(10),
  name: z.string().min(1).max(200),
  description: z.string().max(TENDER_LIMITS.text),
  valuePence: z.number().int().nonnegative().nullable(),
})
const question = z.object({
  code: z.string().min(1).max(10),
  lots: z.array(z.string().max(10)).max(TENDER_LIMITS.lots),
  criterion: z.string().max(200).nullable(),
  text: z.string().min(1).max(TENDER_LIMITS.text),
  help: z.string().max(TENDER_LIMITS.text),
  kind: z.enum(QUESTION_KINDS),
  wordLimit: z.number().int().positive().max(TENDER_LIMITS.words).nullable(),
  isRequired: z.boolean(),
  isCondition: z.boolean(),
})

/** What officers write; criteria come from the ask, and only their weights change, by an amendment. */
export const draftBody = z.object({
  seen: z.number().int().nonnegative().describe('the revision of the draft that you saw'),
  title: z.string().min(1).max(TENDER_LIMITS.title).optional(),
  summary: z.string().max(TENDER_LIMITS.summary).optional(),
  category: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  placeName: z.string().max(200).optional(),
  deadline: z.iso.datetime().optional(),
  questionDeadline: z.iso.datetime().optional(),
  description: z.string().max(TENDER_LIMITS.description).optional(),
  lots: z.array(lot).min(1).max(TENDER_LIMITS.lots).optional(),
  questions: z.array(question).max(TENDER_LIMITS.questions).optional(),
  conditions: z.array(z.string().min(1).max(TENDER_LIMITS.text)).max(TENDER_LIMITS.conditions).optional(),
  weights: z
    .record(z.string(), z.string())
    .optional()
    .describe('points of a hundred, by the name of the criterion'),
})
export type DraftBody = z.infer<typeof draftBody>

export const amendBody = z.object({
  seen: z.number().int().nonnegative(),
  title: z.string().min(1).max(TENDER_LIMITS.title).optional(),
  summary: z.string().max(TENDER_LIMITS.summary).optional(),
  reason: z.string().min(1).max(TENDER_LIMITS.text),
  deadline: z.iso.datetime().nullable().default(null),
})
export const publishBody = z.object({
  seen: z.number().int(),
  holders: z
    .tuple([z.uuid(), z.uuid(), z.uuid()])
    .describe('persons with an opening key: the two who open, and who stands in'),
})
export const extendBody = z.object({
  to: z.iso.datetime(),
  reason: z.string().min(1).max(2000),
  outageId: z.uuid().nullable().default(null),
})
export const outageBody = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  what: z.string().min(1).max(500),
})
export const answerBody = z.object({
  enquiryId: z.uuid().nullable().default(null),
  question: z.string().min(1).max(4000).describe('in words that do not say who asked'),
  answer: z.string().min(1).max(8000),
})
export const reasonBody = z.object({ reason: z.string().min(1).max(2000) })
export const searchQuery = z.object({
  q: z.string().max(200).optional(),
  category: z.string().max(10).optional(),
  place: z.string().max(100).optional(),
  least: z.string().max(20).optional().describe('pounds'),
  most: z.string().max(20).optional().describe('pounds'),
  state: z.enum(['open', 'closed', 'all']).optional(),
  page: z.string().max(6).optional(),
})

export const noteBody = z.object({
  name: z.string().min(1).max(200),
  text: z.string().min(1).max(4000),
  cameBy: z.enum(['telephone', 'in-person', 'letter']).default('telephone'),
})
