import type { ScenarioRefusal } from './actions/scenarios.ts'
import type { ScenarioLine } from './read-what-if.ts'

const HELD: Readonly<Record<ScenarioLine['heldBy'], string>> = {
  'nothing-asked': 'Nothing asked, or local already',
  asked: 'As asked',
  reach: 'All that is within reach',
  capacity: 'What local suppliers can take on',
  share: 'The highest local share',
  suppliers: 'Too few local suppliers',
  effort: 'The budget of effort',
  total: 'The most in all',
  nothing: 'Nothing within reach',
}

/** What keeps a category from shifting more. */
export const heldWords = (heldBy: ScenarioLine['heldBy']): string => HELD[heldBy]

const REFUSALS: Readonly<Record<ScenarioRefusal, string>> = {
  'scenario-name-length': 'Give the scenario a name of 1 to 120 characters.',
  'scenario-name-taken': 'There is a scenario of this name already. Choose another.',
  'too-many-scenarios': 'There are 500 scenarios, which is as many as there can be. Remove some first.',
}

export const scenarioRefusalSentence = (refusal: ScenarioRefusal): string => REFUSALS[refusal]
