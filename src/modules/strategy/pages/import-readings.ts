import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readUpload } from '../../../platform/http/upload-content.ts'
import { inReading } from '../../../platform/reading.ts'
import { importReadings } from '../actions/readings.ts'
import { faultSentence } from '../messages.ts'
import { currentOf } from '../rules/current.ts'
import { MOST_READING_BYTES } from '../rules/read-readings-file.ts'
import { listVersions } from '../store/documents.ts'
import { treesOf } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import { ImportReadingsView } from './import-readings.view.tsx'
import { readingsPath } from './paths.ts'

const MOST_FAULTS = 200

type Outcome = { readonly faults: readonly string[]; readonly more: number }

const show = async ({ ctx, query }: PageRequest, outcome: Outcome): Promise<Answer> => {
  const priorities = await inReading(ctx, async (db: Reader<StrategyTables>) => {
    const trees = await treesOf(db, currentOf(await listVersions(db)))
    return trees.flatMap((tree) => tree.priorities)
  })
  const hasErrors = outcome.faults.length > 0
  const count = Number(query.count)
  return page(
    'Hand in readings',
    h(ImportReadingsView, {
      ...outcome,
      priorities: priorities.map(({ code, title, unit }) => ({ code, title, unit })),
    }),
    {
      status: hasErrors ? 400 : 200,
      hasErrors,
      backLink: { href: '/strategy', text: 'Strategy' },
      notice:
        Number.isSafeInteger(count) && count > 0 && !hasErrors
          ? { kind: 'success', text: `${count} readings are recorded.` }
          : undefined,
    },
  )
}

export const get = (request: PageRequest): Promise<Answer> => show(request, { faults: [], more: 0 })

export const post = async (request: PageRequest): Promise<Answer> => {
  const { upload } = request
  const refused = (sentence: string) => show(request, { faults: [sentence], more: 0 })
  if (!upload || upload.name === '') return refused('Choose a file')
  const content = await readUpload(upload, MOST_READING_BYTES)
  if (content === undefined) return refused('The file is larger than 2 MB. Split it')
  if (content.length === 0) return refused('The file is empty')
  const imported = await importReadings(request.ctx, { name: upload.name, content })
  if (!imported.ok) {
    const faults = imported.faults.slice(0, MOST_FAULTS).map(faultSentence)
    return show(request, { faults, more: imported.faults.length - faults.length })
  }
  const [only, ...others] = imported.priorityIds
  return only && others.length === 0
    ? redirect(`${readingsPath(only)}?done=recorded`)
    : redirect(`/strategy/readings/import?count=${imported.count}`)
}
