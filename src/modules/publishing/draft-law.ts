import { type Answer, explainInput } from '#procurement'
import type { Draft, DraftLaw } from './model/draft.ts'
import type { JsonObject } from './model/json.ts'
import { isObject } from './model/json.ts'
import { isLightTouch } from './rules/check-draft.ts'

const ROUTES: Readonly<Record<string, string>> = {
  open: 'open',
  selective: 'competitive flexible',
  limited: 'direct award',
  direct: 'direct award',
}

const factsOf = (release: JsonObject, draft: Draft, vatRate: number): JsonObject | null => {
  const category = isObject(release.tender) ? release.tender.mainProcurementCategory : undefined
  const route = ROUTES[draft.method ?? '']
  const day = draft.opensOn ?? draft.decidedOn
  if (typeof category !== 'string' || draft.grossPence === null || day === null) return null
  return {
    contractType: isLightTouch(release) ? 'light touch services' : category,
    estimatedValuePence: draft.grossPence,
    vatIncluded: true,
    vatRate,
    procurementCommencedOn: day,
    ...(route === undefined ? {} : { route }),
  }
}

const fieldsOf = (answer: Answer | undefined): Readonly<Record<string, unknown>> =>
  answer && isObject(answer.answer) ? answer.answer : {}

/** What the law engine says of a draft. It takes the first day known for the day the procurement commenced. */
export const lawOf = (release: JsonObject, draft: Draft): DraftLaw => {
  const facts = factsOf(release, draft, 20)
  const answers = facts === null ? [] : explainInput(facts).answers
  const find = (id: string): Answer | undefined => answers.find((answer) => answer.id === id)
  const [threshold, tendering, lots] = [
    find('threshold.contract'),
    find('period.tendering'),
    find('lots.consider'),
  ]
  const { thresholdPence, isAtOrAbove } = fieldsOf(threshold)
  const { possibleDays } = fieldsOf(tendering)
  const days = Array.isArray(possibleDays)
    ? possibleDays.filter((each): each is number => typeof each === 'number')
    : []
  return {
    threshold:
      threshold && typeof thresholdPence === 'number'
        ? { pence: thresholdPence, isAtOrAbove: isAtOrAbove === true, provision: threshold.provision }
        : null,
    tenderDays:
      tendering && tendering.applies !== false && days.length > 0
        ? { least: Math.min(...days), most: Math.max(...days), provision: tendering.provision }
        : null,
    lots: lots?.applies === true ? { provision: lots.provision } : null,
  }
}
