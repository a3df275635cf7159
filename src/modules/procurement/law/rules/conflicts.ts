import type { Case } from '../case.ts'
import { actRow, no, type Outcome, type Rule, type StepDraft, yes } from '../row.ts'

const assessedBefore = (it: Case): StepDraft[] => {
  const day = it.isDirect ? it.dates.transparencyNoticeOn : it.dates.tenderNoticeOn
  return day === undefined
    ? []
    : [
        {
          id: 'conflicts-assessment',
          title: 'Conflicts assessment',
          means: 'by',
          date: day,
          given: it.dates.conflictsAssessedOn,
        },
      ]
}

const conflicts: Rule = {
  reach: 'act',
  row: actRow('conflicts.assessment', 'conflicts', 'Conflicts assessment', 's.83', {
    provision: 'Procurement Act 2023 ss.81–83',
  }),
  decide: (it): Outcome => {
    const content =
      'It names actual and potential conflicts of anybody who acts or influences a decision, the steps taken, and what would wrongly look like a conflict; keep it under review.'
    if (it.isMarketItself)
      return yes(`Prepare it before the notice that announces the dynamic market. ${content}`, {
        value: { before: ['UK13'] },
      })
    if (!it.isPublic)
      return no(
        'The duty is for public contracts and dynamic markets; the council’s own code of conduct applies below.',
        { value: { before: [] } },
      )
    if (it.isCallOff || it.isUserChoice) {
      return no(
        'There is no tender or transparency notice before which it has to be prepared. Conflicts must still be identified and dealt with (ss.81–82).',
        { value: { before: [], mustIdentifyConflicts: true }, confidence: 'likely' },
      )
    }
    return yes(`Prepare it before the ${it.isDirect ? 'transparency' : 'tender'} notice. ${content}`, {
      value: { before: [it.isDirect ? 'UK5' : 'UK4'] },
      steps: assessedBefore(it),
    })
  },
}

const confirmations: Rule = {
  reach: 'act',
  row: actRow('conflicts.confirmation', 'conflicts', 'Confirm the conflicts assessment', 's.83(5)'),
  decide: (it): Outcome => {
    if (it.isMarketItself)
      return yes('The establishment notice confirms that the assessment was prepared and revised.', {
        value: { confirmIn: ['UK13', 'UK14'] },
      })
    if (!it.isPublic)
      return no('The duty is for public contracts and dynamic markets.', { value: { confirmIn: [] } })
    const opening = it.isCallOff || it.isUserChoice ? [] : [it.isDirect ? 'UK5' : 'UK4']
    const confirmIn = [
      ...opening,
      ...(it.isUserChoice ? [] : ['UK7']),
      ...(it.isLightTouch || it.isDefence ? [] : ['UK10']),
    ]
    if (confirmIn.length === 0)
      return no('No notice is published that would confirm it.', { value: { confirmIn } })
    return yes(`Confirm in ${confirmIn.join(', ')} that the assessment was prepared and revised.`, {
      value: { confirmIn },
      ...(it.isCallOff ? { confidence: 'likely' as const } : {}),
    })
  },
}

export const conflictRules: readonly Rule[] = [conflicts, confirmations]
