import type { Case } from '../case.ts'
import { actRow, depends, no, type Outcome, type Rule, type StepDraft, yes } from '../row.ts'
import { listWords } from '../words.ts'

const uk4: Rule = {
  reach: 'act',
  row: actRow('notice.UK4', 'notices', 'Tender notice (UK4)', 's.21'),
  decide: (it) => {
    const value = {
      code: 'UK4',
      isMandatory: it.isCompetitive,
      when: 'to invite tenders or requests to participate',
    }
    if (!it.isPublic) return no('The contract is not a public contract.', { value })
    if (it.isCallOff)
      return no('A call-off is awarded under its framework, without a tender notice.', { value })
    if (it.route === 'switch-to-direct-award')
      return no(
        'The tender notice belongs to the competition that was run before; the award itself is announced by a transparency notice.',
        { value },
      )
    if (it.isDirect) return no('A direct award has a transparency notice instead.', { value })
    const exception =
      it.isUtilities && it.route === 'dynamic-market-award'
        ? ' For a utilities dynamic market set up by a qualifying notice it is sent to the members instead (s.40).'
        : ''
    return yes(
      `A competition for a public contract is opened by a tender notice; tenders and requests to participate are invited by it, not before.${exception}`,
      { value },
    )
  },
}

const isAdvertised = (it: Case): boolean | undefined =>
  it.facts.isAdvertised ??
  (it.route === 'open'
    ? true
    : it.isDirect || it.isCallOff || it.route === 'invited-suppliers'
      ? false
      : undefined)

const uk4Below: Rule = {
  reach: 'act',
  row: actRow('notice.UK4.below-threshold', 'notices', 'Below-threshold tender notice (UK4)', 's.87(1)', {
    provision: 'Procurement Act 2023 s.87(1)–(2); Procurement (Amendment) Regulations 2026',
  }),
  decide: (it): Outcome => {
    const mustState =
      it.commencedOn >= '2026-03-24'
        ? ['whether it is reserved by place', 'whether it is reserved for small firms or voluntary bodies']
        : []
    const base = { code: 'UK4', when: 'before any other advertisement', mustState }
    if (!it.isRegulatedBelow)
      return no('The contract is not a regulated below-threshold contract.', {
        value: { ...base, isMandatory: false },
      })
    if (!it.isNotifiable)
      return no('The contract is worth less than the notifiable amount.', {
        value: { ...base, isMandatory: false },
      })
    const state = mustState.length === 0 ? '' : ` It says ${listWords(mustState, 'and')}.`
    const duty = `If tenders are advertised for, publish this notice before any other advertisement. Its time limits are reasonable and the same for all.${state}`
    const advertised = isAdvertised(it)
    if (advertised === undefined)
      return depends(
        ['advertised'],
        `${duty} None is needed if only particular or pre-selected suppliers are invited.`,
        { value: { ...base, isMandatory: 'if advertised' } },
      )
    return advertised
      ? yes(duty, { value: { ...base, isMandatory: true } })
      : no('Only particular or pre-selected suppliers are invited, so no notice is needed before.', {
          value: { ...base, isMandatory: false },
        })
  },
}

const uk5: Rule = {
  reach: 'act',
  row: actRow('notice.UK5', 'notices', 'Transparency notice (UK5)', 's.44'),
  decide: (it) => {
    const isMandatory = it.isPublic && it.isDirect && !it.isUserChoice
    const value = { code: 'UK5', isMandatory, when: 'before award' }
    if (isMandatory) {
      const { transparencyNoticeOn, awardNoticeOn } = it.dates
      const steps: StepDraft[] =
        awardNoticeOn === undefined
          ? []
          : [
              {
                id: 'transparency-notice',
                title: 'Transparency notice (UK5)',
                means: 'by',
                date: awardNoticeOn,
                given: transparencyNoticeOn,
              },
            ]
      return yes('A direct award of a public contract is announced by this notice before it is awarded.', {
        value,
        steps,
      })
    }
    return no(
      it.isUserChoice
        ? 'A user choice award needs no transparency notice (s.44(3)).'
        : 'The contract is not a public contract awarded directly.',
      { value },
    )
  },
}

const uk12: Rule = {
  reach: 'act',
  row: actRow('notice.UK12', 'notices', 'Procurement termination notice (UK12)', 's.55'),
  decide: (it) => {
    const hasNotice = it.isPublic && !it.isCallOff && !it.isUserChoice
    const value = {
      code: 'UK12',
      isMandatory: hasNotice ? 'if the contract is not awarded' : false,
      when: 'as soon as reasonably practicable',
    }
    return hasNotice
      ? yes(
          `If, after the ${it.isDirect ? 'transparency' : 'tender'} notice, it is decided not to award the contract, say so in this notice as soon as reasonably practicable.`,
          { value },
        )
      : no('There is no tender or transparency notice to follow up.', { value })
  },
}

export const tenderNotices: readonly Rule[] = [uk4, uk4Below, uk5, uk12]
