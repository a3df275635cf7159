import { exact, readDecimal, showExact } from '../../../../kernel/exact.ts'
import type { AppraisalContent } from '../../model/appraisal.ts'
import { weightOfCriterion } from './rank-options.ts'

export type AppraisalFault = {
  readonly code:
    | 'too-few-options'
    | 'weights-do-not-add-up'
    | 'weight-unreadable'
    | 'score-missing'
    | 'evidence-missing'
    | 'costs-missing'
    | 'costs-differ-in-years'
    | 'parts-missing'
    | 'flags-not-explained'
    | 'nothing-chosen'
    | 'reason-missing'
  readonly facts: Readonly<Record<string, string | number>>
}

const fault = (code: AppraisalFault['code'], facts: AppraisalFault['facts'] = {}): AppraisalFault => ({
  code,
  facts,
})

const weightFaults = ({ criteria }: AppraisalContent): AppraisalFault[] => {
  const unreadable = criteria.filter(({ weight }) => {
    const value = readDecimal(weight)
    return value === undefined || value.lt(0)
  })
  const total = criteria.reduce((sum, criterion) => sum.plus(weightOfCriterion(criterion)), exact(0))
  return [
    ...unreadable.map(({ name }) => fault('weight-unreadable', { name })),
    ...(total.eq(100) ? [] : [fault('weights-do-not-add-up', { total: showExact(total) })]),
  ]
}

const optionFaults = ({ options, criteria }: AppraisalContent): AppraisalFault[] =>
  options.flatMap((option) => {
    const { name } = option
    const faults: AppraisalFault[] = []
    for (const criterion of criteria) {
      const score = option.scores.find((one) => one.criterion === criterion.code)
      const facts = { name, criterion: criterion.name }
      if (!score) faults.push(fault('score-missing', facts))
      else if (score.evidence === '') faults.push(fault('evidence-missing', facts))
    }
    if (option.costsPence.length === 0) faults.push(fault('costs-missing', { name }))
    if (option.model === 'hybrid' && option.parts.length < 2) faults.push(fault('parts-missing', { name }))
    if ((option.movesStaff || option.mayBeSubsidy) && option.flagsNote === '')
      faults.push(fault('flags-not-explained', { name }))
    return faults
  })

/** What keeps an appraisal from being published: open comparison means that every option is told in full. */
export const checkAppraisal = (content: AppraisalContent): AppraisalFault[] => {
  const { options, chosenId, chosenBecause } = content
  const lengths = new Set(options.map(({ costsPence }) => costsPence.length).filter((years) => years > 0))
  return [
    ...(options.length < 2 ? [fault('too-few-options')] : []),
    ...weightFaults(content),
    ...optionFaults(content),
    ...(lengths.size > 1 ? [fault('costs-differ-in-years')] : []),
    ...(options.some(({ id }) => id === chosenId) ? [] : [fault('nothing-chosen')]),
    ...(chosenBecause === '' ? [fault('reason-missing')] : []),
  ]
}
