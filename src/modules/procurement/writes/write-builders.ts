import { anAppraisal } from '../appraisal-builders.ts'
import { someCriteria } from '../ask-builders.ts'

export const someScores = anAppraisal().options[0]!.scores
export const anOptionBody = (name: string, more: object = {}) => ({
  name,
  model: 'in-house',
  costsPence: [10_000_000],
  scores: someScores,
  ...more,
})
/** A comparison that nothing is missing from, as a program writes it. */
export const aComparison = (more: object = {}) => ({
  seen: 0,
  need: 'Parks that are safe.',
  criteria: anAppraisal().criteria,
  options: [anOptionBody('In-house', { isChosen: true }), anOptionBody('Bought', { model: 'outsourced' })],
  chosenBecause: 'It costs no more.',
  ...more,
})
/** An ask that nothing is missing from, as a program writes it. */
export const anAskBody = (more: object = {}) => ({
  seen: 0,
  because: 'First draft',
  introduction: 'We want parks that people use.',
  lines: [{ measure: 'skill-app-l2', minimum: 2 }],
  criteria: someCriteria,
  lotsReason: 'One crew does all of it.',
  isVolumeGuaranteed: true,
  ...more,
})
