import {
  type ContractFacts,
  type Framework,
  type MeasuresTables,
  PROPORTION_BANDS,
  proportionateAsk,
  readFramework,
  suggestFor,
  whyUnsuitable,
} from '#measures'
import { listTrees, type Priority, type StrategyTables } from '#strategy'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import { type AskContent, type AskHead, type AskRevision, EMPTY_ASK, type WeightPolicy } from './model/ask.ts'
import type { EngagementNote } from './model/engagement.ts'
import type { Purchase } from './model/purchase.ts'
import { askFacts } from './rules/ask/ask-facts.ts'
import { type AskFault, checkAsk, type Proportioned } from './rules/ask/check-ask.ts'
import { findAsk, findWeightPolicy, latestRevision } from './store/asks.ts'
import { listNotes } from './store/engagement.ts'
import { getPurchase } from './store/purchases.ts'
import type { ProcurementTables } from './tables.ts'

/** The framework whose measures are offered; an authority's own changes of it count. */
export const ASK_FRAMEWORK = 'open'

/** An ask with all that its rules need to be worked out. */
export type AskSeen = {
  readonly purchase: Purchase
  readonly head: AskHead | undefined
  readonly revision: AskRevision | undefined
  readonly content: AskContent
  readonly contract: ContractFacts
  readonly proportion: ReturnType<typeof proportionateAsk>
  readonly policy: WeightPolicy | null
  readonly framework: Framework
  readonly local: Awaited<ReturnType<typeof readFramework>>
  readonly priorities: readonly Priority[]
  readonly notes: readonly EngagementNote[]
  readonly faults: readonly AskFault[]
}

type Db = Reader<ProcurementTables>

export const contractOf = (purchase: Purchase, content: AskContent): ContractFacts => ({
  ...askFacts(purchase),
  isForSmallSuppliers: content.isForSmallSuppliers || content.lots.some((lot) => lot.isForSmallSuppliers),
})

/** What the rule of proportion says of an ask: how many measures at most, and which do not suit the contract. */
export const proportionOf = (
  content: AskContent,
  contract: ContractFacts,
  framework: Framework,
): Proportioned => {
  const known = new Map(framework.measures.map((measure) => [measure.code, measure]))
  return {
    max: proportionateAsk(contract, PROPORTION_BANDS).max,
    unsuitable: content.lines
      .filter((line) => {
        const measure = known.get(line.measure)
        return measure !== undefined && whyUnsuitable(measure, contract).length > 0
      })
      .map(({ measure }) => measure),
  }
}

export const readAsk = async (db: Db, purchaseId: string, day: PlainDate): Promise<AskSeen> => {
  const purchase = await getPurchase(db, purchaseId)
  const head = await findAsk(db, purchaseId)
  const revision = await latestRevision(db, purchaseId)
  const content = revision?.content ?? EMPTY_ASK
  const contract = contractOf(purchase, content)
  const policy = (await findWeightPolicy(db, day)) ?? null
  const local = await readFramework(db as unknown as Reader<MeasuresTables>, ASK_FRAMEWORK)
  const trees = await listTrees(db as unknown as Reader<StrategyTables>, ['adopted'])
  const proportioned = proportionOf(content, contract, local.framework)
  return {
    purchase,
    head,
    revision,
    content,
    contract,
    proportion: proportionateAsk(contract, PROPORTION_BANDS),
    policy,
    framework: local.framework,
    local,
    priorities: trees.flatMap(({ priorities }) => priorities),
    notes: await listNotes(db, purchaseId),
    faults: checkAsk(content, contract.valuePence, policy, proportioned),
  }
}

export type MeasureOffered = {
  readonly code: string
  readonly priorities: readonly Priority[]
  readonly strength: number
  readonly because: readonly { readonly code: string; readonly facts: Readonly<Record<string, unknown>> }[]
  readonly unsuitable: readonly { readonly code: string; readonly facts: Readonly<Record<string, unknown>> }[]
}

/** The measures that serve the chosen priorities, strongest first; what does not suit the contract comes last. */
export const offerMeasures = (
  { local, contract }: Pick<AskSeen, 'local' | 'contract'>,
  priorities: readonly Priority[],
): MeasureOffered[] => {
  const found = new Map<string, MeasureOffered>()
  for (const priority of priorities) {
    const facts = {
      title: priority.title,
      text: `${priority.plainWords} ${priority.description}`,
      outcomes: priority.outcomes.map(({ code }) => code),
    }
    const target = { kind: 'priority', id: priority.id } as const
    for (const suggestion of suggestFor(local, facts, [target], contract)) {
      const { code } = suggestion.measure
      const before = found.get(code)
      found.set(code, {
        code,
        priorities: [...(before?.priorities ?? []), priority],
        strength: (before?.strength ?? 0) + suggestion.strength * suggestion.weight,
        because: [...(before?.because ?? []), ...suggestion.because],
        unsuitable: suggestion.unsuitable,
      })
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      Math.sign(a.unsuitable.length) - Math.sign(b.unsuitable.length) ||
      b.strength - a.strength ||
      (a.code < b.code ? -1 : 1),
  )
}
