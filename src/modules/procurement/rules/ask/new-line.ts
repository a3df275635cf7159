import type { Framework, Measure } from '#measures'
import type { AskLine } from '../../model/ask.ts'

/** A measure as a line of an ask, its words copied; nothing is asked of it yet beyond any offer. */
export const newAskLine = (
  { id, outcomes }: Pick<Framework, 'id' | 'outcomes'>,
  measure: Measure,
  isVolumeGuaranteed: boolean,
): AskLine => ({
  framework: id,
  measure: measure.code,
  outcome: measure.outcome,
  outcomeName: outcomes.find(({ code }) => code === measure.outcome)?.name ?? '',
  name: measure.name,
  counts: measure.counts,
  unit: measure.unit,
  askedAs: measure.kind === 'qualitative' ? 'words' : 'number',
  priorities: [],
  minimum: null,
  existing: 'in-full',
  indexation: isVolumeGuaranteed ? 'fixed' : 'actual-spend',
  reason: '',
})
