import { cutThread, putOnThread, scopedId, type ThreadLink, type ThreadNode } from '#strategy'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import type { AskContent } from '../model/ask.ts'
import type { Purchase } from '../model/purchase.ts'
import { purchasePath } from '../paths.ts'
import type { ProcurementTables } from '../tables.ts'

/** An ask hangs on each priority it serves, and on the measure under that priority. */
const linksOf = (node: ThreadNode, content: AskContent): ThreadLink[] =>
  content.lines.flatMap(({ priorities, framework, measure }) =>
    priorities.flatMap((priority): ThreadLink[] => [
      { upper: { kind: 'priority', id: priority }, lower: node },
      { upper: { kind: 'measure', id: scopedId(priority, framework, measure) }, lower: node },
    ]),
  )

const keyOf = ({ upper }: ThreadLink): string => `${upper.kind} ${upper.id}`

/** Tells the thread what the ask serves now, and no longer. */
export const putAskOnThread = async (
  tx: Writer<ProcurementTables>,
  ctx: Context,
  purchase: Pick<Purchase, 'id' | 'title' | 'number'>,
  content: AskContent,
  before: AskContent | null,
): Promise<void> => {
  const node: ThreadNode = {
    kind: 'ask',
    id: purchase.id,
    title: purchase.title,
    href: purchasePath(purchase.id, 'ask'),
    note: `P-${purchase.number}`,
  }
  const links = linksOf(node, content)
  const kept = new Set(links.map(keyOf))
  for (const link of before ? linksOf(node, before) : [])
    if (!kept.has(keyOf(link))) await cutThread(tx as never, link)
  await putOnThread(tx as never, ctx, node, links)
}
