import type { Reader } from '../../platform/database.ts'
import { type FrameworkBook, frameworkKey, nameIn, readFrameworkBook } from './framework-book.ts'
import { STATUS_NAMES } from './messages.ts'
import type { FrameworkCode, Priority, Tree } from './model.ts'
import { currentOf } from './rules/current.ts'
import {
  scopedId,
  type ThreadGraph,
  type ThreadLink,
  type ThreadNode,
  type Weave,
  weave,
} from './rules/thread.ts'
import { listVersions } from './store/documents.ts'
import { readRegistered } from './store/thread.ts'
import { treesOf } from './store/trees.ts'
import type { StrategyTables } from './tables.ts'

const nodeUnder = (
  priority: Priority,
  kind: 'outcome' | 'measure',
  code: FrameworkCode,
  title: string,
): ThreadNode => ({
  kind,
  id: scopedId(priority.id, code.framework, code.code),
  title,
  href: null,
  note: code.code,
})

/** A measure hangs under the outcome it shows, where the priority names that outcome; else under the priority. */
const codesOf = (priority: Priority, book: FrameworkBook): ThreadGraph => {
  const at = { kind: 'priority', id: priority.id } as const
  const outcomes = priority.outcomes.map((code) =>
    nodeUnder(priority, 'outcome', code, nameIn(book.outcomes, code)),
  )
  const held = new Set(outcomes.map(({ id }) => id))
  const links: ThreadLink[] = outcomes.map((lower) => ({ upper: at, lower }))
  const measures = priority.measures.map((code) => {
    const lower = nodeUnder(priority, 'measure', code, nameIn(book.measures, code))
    const outcome = scopedId(
      priority.id,
      code.framework,
      book.measures.get(frameworkKey(code))?.outcome ?? '',
    )
    links.push({ upper: held.has(outcome) ? { kind: 'outcome', id: outcome } : at, lower })
    return lower
  })
  return { nodes: [...outcomes, ...measures], links }
}

const graphOf = ({ version, objectives, priorities }: Tree, book: FrameworkBook): ThreadGraph => {
  const document: ThreadNode = {
    kind: 'document',
    id: version.documentId,
    title: version.title,
    href: `/strategy/documents/${version.documentId}/${version.version}`,
    note: `Version ${version.version}, ${STATUS_NAMES[version.status].toLowerCase()}`,
  }
  const beneath = priorities.map((priority) => codesOf(priority, book))
  return {
    nodes: [
      document,
      ...objectives.map(({ id, title }) => ({
        kind: 'objective' as const,
        id,
        title,
        href: document.href,
        note: '',
      })),
      ...priorities.map(({ id, title, origin }) => ({
        kind: 'priority' as const,
        id,
        title,
        href: `/strategy/priorities/${id}`,
        note: origin ? 'Adopted from others' : '',
      })),
      ...beneath.flatMap(({ nodes }) => nodes),
    ],
    links: [
      ...objectives.map(({ id }) => ({ upper: document, lower: { kind: 'objective' as const, id } })),
      ...priorities.map(({ id, objectiveId }) => ({
        upper: { kind: 'objective' as const, id: objectiveId },
        lower: { kind: 'priority' as const, id },
      })),
      ...beneath.flatMap(({ links }) => links),
    ],
  }
}

const frameworksOf = (trees: readonly Tree[]): Set<string> =>
  new Set(
    trees.flatMap(({ priorities }) =>
      priorities.flatMap(({ outcomes, measures }) =>
        [...outcomes, ...measures].map(({ framework }) => framework),
      ),
    ),
  )

/** The whole thread of the acting authority: the documents as they stand, and all that was registered beside them. */
export const readThread = async (db: Reader<StrategyTables>): Promise<Weave> => {
  const trees = await treesOf(db, currentOf(await listVersions(db)))
  const book = await readFrameworkBook(db as never, frameworksOf(trees))
  const graphs = [...trees.map((tree) => graphOf(tree, book)), await readRegistered(db)]
  return weave({
    nodes: graphs.flatMap(({ nodes }) => nodes),
    links: graphs.flatMap(({ links }) => links),
  })
}
