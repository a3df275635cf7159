import { showExact } from '../../../kernel/exact.ts'
import { appraise } from '../appraise.ts'
import type { AppraisalContent } from '../model/appraisal.ts'

/** The ranking of ways to deliver with its figures as they are shown, to one decimal place. */
export const rankingShown = (content: AppraisalContent) => {
  const { ranked, turning, cheapest } = appraise(content)
  return {
    ranked: ranked.map((one) => ({
      ...one,
      shown: showExact(one.points, 1),
      shakyShown: showExact(one.shaky, 1),
    })),
    turning: turning.map((one) => ({
      ...one,
      shown: showExact(one.weight, 1),
      changeShown: showExact(one.change, 1),
    })),
    cheapest,
  }
}
