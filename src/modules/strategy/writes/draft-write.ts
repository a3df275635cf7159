import { type ZodType, z } from 'zod'
import type { Decision } from '../../../kernel/decision.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { asWrite, type Params, refused, type Write, type Written } from '../../../platform/writes/write.ts'
import type { VersionRef } from '../actions/change-draft.ts'
import { refusalSentence } from '../messages.ts'
import { STATUSES, type StrategyRefusal, type Version } from '../model.ts'
import { reportVersion, versionsNamed } from '../report-version.ts'
import type { StrategyTables } from '../tables.ts'

export const DOCUMENTS_PATH = '/api/v1/strategy/documents'
export const DOCUMENT_PATH = `${DOCUMENTS_PATH}/:document`

const DOCUMENT_ARG = { document: { name: 'DOCUMENT', example: 'corporate-plan' } } as const
export const priorityArg = { priority: { name: 'PRIORITY', example: 'warm-homes' } } as const

/** What is told after a write of a document: the version as it stands, and the id of what was made. */
export const versionAnswer = z.looseObject({
  documentId: z.string(),
  code: z.string().describe('the short name of the document'),
  version: z.number(),
  status: z.enum(STATUSES),
  made: z.string().optional().describe('the id of what was made'),
})

type Refused = {
  readonly refusal: StrategyRefusal
  readonly facts?: Readonly<Record<string, string | number>>
}

export const no = ({ refusal, facts }: Refused): Written =>
  refused(refusal, `${refusalSentence(refusal, facts)}.`)

/** A version as it stands after a write, with the id of what was made; or why nothing was written. */
export const tellVersion = async (
  ctx: Context,
  { documentId, version }: VersionRef,
  decision: Decision<unknown, StrategyRefusal>,
  made?: unknown,
): Promise<Written> => {
  if (!decision.ok) return no(decision)
  const value = await reportVersion(ctx, documentId, version)
  return made === undefined ? { ok: true, value } : { ok: true, isNew: true, value: { ...value, made } }
}

/** The id of what was made, where it was. */
export const idOf = (decision: Decision<unknown, StrategyRefusal>): unknown =>
  decision.ok ? decision.value : undefined

/** The versions of the document that a path names. Throws NotFound. */
export const versionsOfPath = (ctx: Context, { document = '' }: Params): Promise<[Version, ...Version[]]> =>
  inReading(ctx, (db: Reader<StrategyTables>) => versionsNamed(db, document))

export type DraftRow<Body extends ZodType> = Omit<
  Write<Body>,
  'page' | 'access' | 'answer' | 'write' | 'path'
> & {
  /** Below the address of the document. */
  readonly path: string
  readonly write: (ctx: Context, draft: Version, body: z.output<Body>, params: Params) => Promise<Written>
}

/** Something that a program writes in the draft of a document. Refused where the document has no draft. */
export const draftWrite = <Body extends ZodType>({ path, args, write, ...row }: DraftRow<Body>): Write =>
  asWrite({
    ...row,
    path: `${DOCUMENT_PATH}${path}`,
    args: { ...DOCUMENT_ARG, ...args },
    access: 'strategy.edit',
    page: `strategy/writes#${row.command.slice('strategy '.length).replaceAll(' ', '-')}`,
    answer: versionAnswer,
    write: async (ctx, params, body) => {
      const draft = (await versionsOfPath(ctx, params)).find(({ status }) => status === 'draft')
      return draft ? write(ctx, draft, body, params) : refused('no-draft', NO_DRAFT)
    },
  })

const NO_DRAFT =
  'This document has no draft: what was published stands still. Begin a new version to change it.'
