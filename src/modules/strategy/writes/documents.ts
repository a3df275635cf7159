import { z } from 'zod'
import { dayField, seenMark } from '../../../platform/writes/fields.ts'
import { asWrite, refused, type Write } from '../../../platform/writes/write.ts'
import {
  adoptVersion,
  beginVersion,
  changeDocument,
  createDocument,
  recordConsultation,
} from '../actions/documents.ts'
import { decidePeriod } from '../rules/period.ts'
import { documentFields, stepFields } from '../typed-fields.ts'
import {
  DOCUMENT_PATH,
  DOCUMENTS_PATH,
  draftWrite,
  no,
  tellVersion,
  versionAnswer,
  versionsOfPath,
} from './draft-write.ts'

const { kind, ...words } = documentFields
const documentText = z.object({ ...words, startsOn: dayField, endsOn: dayField })
const step = z.object({
  ...stepFields,
  decidedOn: dayField.describe('the day the consultation ended, or on which it was decided'),
})
const version = z.number().int().min(1).max(999_999)

const addDocument = asWrite({
  command: 'strategy documents add',
  method: 'POST',
  path: DOCUMENTS_PATH,
  access: 'strategy.edit',
  audit: 'STRATEGY_DRAFTED',
  page: 'strategy/writes#documents-add',
  summary: 'Begin a document with its first draft; “code” is its short name from now on',
  body: documentText.extend({ kind }),
  answer: versionAnswer,
  example:
    '{"kind":"corporate-plan","title":"Corporate plan 2027","startsOn":"2027-04-01","endsOn":"2031-03-31"}',
  write: async (ctx, _params, draft) => {
    const period = decidePeriod(draft.startsOn, draft.endsOn)
    if (!period.ok) return no(period)
    const documentId = await createDocument(ctx, draft)
    return tellVersion(ctx, { documentId, version: 1 }, period, documentId)
  },
})

const beginAnother = asWrite({
  command: 'strategy documents begin-version',
  method: 'POST',
  path: `${DOCUMENT_PATH}/versions`,
  args: { document: { name: 'DOCUMENT', example: 'corporate-plan' } },
  access: 'strategy.edit',
  audit: 'STRATEGY_DRAFTED',
  page: 'strategy/writes#documents-begin-version',
  summary: 'Begin the next version of a document as a draft that holds all that the newest one holds',
  body: z.object({}),
  answer: versionAnswer,
  example: '{}',
  write: async (ctx, params) => {
    const [{ documentId }] = await versionsOfPath(ctx, params)
    const begun = await beginVersion(ctx, documentId)
    return begun.ok ? tellVersion(ctx, { documentId, version: begun.value }, begun, documentId) : no(begun)
  },
})

const adopt = asWrite({
  command: 'strategy documents adopt',
  method: 'POST',
  path: `${DOCUMENT_PATH}/adoption`,
  args: { document: { name: 'DOCUMENT', example: 'corporate-plan' } },
  access: 'strategy.approve',
  audit: 'STRATEGY_ADOPTED',
  page: 'strategy/writes#documents-adopt',
  summary:
    'Adopt the version that was consulted on last, or the one of a number; the one before it is superseded',
  body: step.extend({ version: version.optional() }),
  answer: versionAnswer,
  example: '{"decidedOn":"2026-11-02","note":"Full council, minute 9"}',
  write: async (ctx, params, { version: wanted, ...request }) => {
    const versions = await versionsOfPath(ctx, params)
    const found = versions.find((one) =>
      wanted === undefined ? one.status === 'consulted' : one.version === wanted,
    )
    if (!found)
      return wanted === undefined
        ? no({ refusal: 'not-consulted' })
        : refused('version-unknown', 'This document has no such version.')
    return tellVersion(ctx, found, await adoptVersion(ctx, found, request))
  },
})

export const documentWrites: readonly Write[] = [
  addDocument,
  draftWrite({
    command: 'strategy documents change',
    method: 'PUT',
    path: '/draft',
    audit: 'STRATEGY_CHANGED',
    summary: 'Say anew what the draft of a document is called, what it is about and for when',
    body: documentText.extend({ seen: seenMark }),
    example: '{"title":"Corporate plan 2027","startsOn":"2027-04-01","endsOn":"2031-03-31"}',
    write: async (ctx, draft, { seen, ...text }) => {
      const period = decidePeriod(text.startsOn, text.endsOn)
      return period.ok ? tellVersion(ctx, draft, await changeDocument(ctx, draft, text, seen)) : no(period)
    },
  }),
  draftWrite({
    command: 'strategy documents consult',
    method: 'POST',
    path: '/consultation',
    audit: 'STRATEGY_CONSULTED',
    summary: 'Record that the draft of a document was consulted on; its text stands still from then on',
    body: step,
    example: '{"decidedOn":"2026-10-30","note":"412 residents answered; eleven ward meetings"}',
    write: async (ctx, draft, request) =>
      tellVersion(ctx, draft, await recordConsultation(ctx, draft, request)),
  }),
  adopt,
  beginAnother,
]
