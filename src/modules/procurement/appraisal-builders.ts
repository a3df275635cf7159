import {
  type AppraisalContent,
  type ControlTest,
  type DeliveryOption,
  EMPTY_APPRAISAL,
  FIRST_CRITERIA,
  type LimbAnswer,
} from './model/appraisal.ts'

/** An option with the same score, and evidence, for every first criterion but those given by code. */
export const anOption = (
  facts: Partial<DeliveryOption> & {
    readonly points?: Readonly<Record<string, number>>
    readonly all?: number
  } = {},
): DeliveryOption => {
  const { points = {}, all = 3, ...rest } = facts
  return {
    id: rest.name ?? 'in-house',
    name: 'In-house',
    model: 'in-house',
    parts: [],
    scores: FIRST_CRITERIA.map(({ code }) => ({
      criterion: code,
      score: points[code] ?? all,
      evidence: 'Review of the service, page 3',
      confidence: 'medium' as const,
    })),
    costsPence: [10_000_000, 10_000_000],
    movesStaff: false,
    mayBeSubsidy: false,
    flagsNote: '',
    ...rest,
  }
}

export const anAppraisal = (facts: Partial<AppraisalContent> = {}): AppraisalContent => ({
  ...EMPTY_APPRAISAL,
  need: 'Parks that are safe and in flower.',
  options: [anOption({ name: 'In-house', all: 4 }), anOption({ name: 'Bought', model: 'outsourced' })],
  chosenId: 'In-house',
  chosenBecause: 'It is first in points and costs no more.',
  ...facts,
})

/** The vertical test of a company with every limb answered yes and shown. */
export const aControlTest = (
  facts: Partial<ControlTest> = {},
  answers: Partial<LimbAnswer> = {},
): ControlTest => ({
  id: '01990000-0000-7000-8000-000000000001',
  purchaseId: '01990000-0000-7000-8000-000000000002',
  kind: 'vertical',
  body: 'Northmere Green Ltd',
  testedOn: '2026-04-01',
  answers: ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8'].map((limb) => ({
    limb,
    holds: true,
    evidence: 'Share register',
    ...answers,
  })),
  outsidePercent: '8',
  personId: null,
  personName: 'Ada Byron',
  ...facts,
})
