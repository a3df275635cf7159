import { listScenarios, type Scenario, type SpendTables, saveScenario } from '#spend'
import { actingAs, type Services } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { insist } from './insist.ts'
import type { SeededCouncil } from './seed-people.ts'

/** What the council's analyst has kept: a wish for every category, and the best shift that a small team can work on. */
const SCENARIOS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['Three quarters stay in the county', { scheme: 'plain', all: '75' }],
  ['The best that a small team can do', { scheme: 'plain', find: 'best', effort: '4' }],
]

export const seedScenarios = async (
  services: Services,
  { councilId, analystId }: SeededCouncil,
): Promise<void> => {
  const ctx = {
    ...actingAs(services, { kind: 'person', personId: analystId }, councilId),
    authorityId: councilId,
  }
  const kept = await inReading<SpendTables, Scenario[]>(ctx, listScenarios)
  for (const [name, words] of SCENARIOS)
    if (!kept.some((scenario) => scenario.name === name))
      insist(await saveScenario(ctx, name, words), `the scenario ${name}`)
}
