import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { deleteScenario, getScenario, insertScenario, listScenarios } from '../store/scenarios.ts'
import type { SpendTables } from '../tables.ts'
import { keptWords } from '../what-if-words.ts'

export type ScenarioRefusal = 'scenario-name-length' | 'scenario-name-taken' | 'too-many-scenarios'
type Acting = Context & { readonly authorityId: string }

const LONGEST_NAME = 120
const MOST_SCENARIOS = 500

/** Keeps a scenario: the words of the page's address, without those it does not know. */
export const saveScenario = async (
  ctx: Acting,
  name: string,
  words: Readonly<Record<string, string>>,
): Promise<Decision<string, ScenarioRefusal>> => {
  const clean = name.trim().replaceAll('\0', '')
  if (clean.length < 1 || clean.length > LONGEST_NAME) return refuse('scenario-name-length')
  return inTransaction<SpendTables, Decision<string, ScenarioRefusal>>(ctx, async (tx) => {
    if ((await listScenarios(tx)).length >= MOST_SCENARIOS) return refuse('too-many-scenarios')
    const id = newId()
    const isNew = await insertScenario(tx, ctx.authorityId, {
      id,
      name: clean,
      words: keptWords(words),
      savedAt: ctx.clock.now(),
      savedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : ctx.actor.kind,
    })
    if (!isNew) return refuse('scenario-name-taken')
    await recordAudit(tx, ctx, { name: 'SCENARIO_SAVED', subject: id, facts: { name: clean } })
    return accept(id)
  })
}

/** Takes a scenario away. Throws NotFound where there is none of this id. */
export const removeScenario = (ctx: Acting, id: string): Promise<void> =>
  inTransaction<SpendTables, void>(ctx, async (tx) => {
    const { name } = await getScenario(tx, id)
    await deleteScenario(tx, ctx.authorityId, id)
    await recordAudit(tx, ctx, { name: 'SCENARIO_REMOVED', subject: id, facts: { name } })
  })
