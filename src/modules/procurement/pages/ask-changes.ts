import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { changeTitle, fieldName } from '../messages/ask-words.ts'
import { EMPTY_ASK } from '../model/ask.ts'
import { compareAsks } from '../rules/ask/compare-asks.ts'
import { listRevisions } from '../store/asks.ts'
import { listNotes } from '../store/engagement.ts'
import { getPurchase } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { AskChangesView } from './ask-changes.view.tsx'
import { askPath, purchaseIdOf } from './ask-request.ts'

export const get = async (request: PageRequest): Promise<Answer> => {
  const id = purchaseIdOf(request)
  const { purchase, revisions, notes } = await inReading(
    request.ctx,
    async (db: Reader<ProcurementTables>) => ({
      purchase: await getPurchase(db, id),
      revisions: await listRevisions(db, id),
      notes: await listNotes(db, id),
    }),
  )
  const told = revisions.map((revision, index) => ({
    ...revision,
    note: notes.find((note) => note.id === revision.noteId) ?? null,
    changes: compareAsks(revisions[index + 1]?.content ?? EMPTY_ASK, revision.content).map((change) => ({
      title: changeTitle(change),
      fields: change.fields.map((field) => ({ ...field, field: fieldName(field.field) })),
    })),
  }))
  return page(`Changes of the ask: ${purchase.title}`, h(AskChangesView, { title: purchase.title, told }), {
    backLink: { href: askPath(id), text: `Ask: ${purchase.title}` },
  })
}
