import type { Case } from '../case.ts'
import { lastDayOfPeriod } from '../periods.ts'
import { actRow, depends, no, type Rule, type StepDraft, yes } from '../row.ts'
import { DAYS } from '../tables/periods.ts'
import { TRIGGERS } from '../tables/thresholds.ts'
import { dayWords } from '../words.ts'
import { valueTriggers } from './triggers.ts'

const summaries: Rule = {
  reach: 'act',
  row: actRow('award.assessment-summaries', 'award', 'Assessment summaries', 's.50(3)', {
    provision: 'Procurement Act 2023 s.50(3)–(5)',
  }),
  decide: (it) => {
    if (!it.isCompetitive)
      return no(
        'Assessment summaries belong to contracts awarded after a competitive tendering procedure (s.19).',
      )
    const { awardNoticeOn, assessmentSummariesOn } = it.dates
    const steps: StepDraft[] =
      awardNoticeOn === undefined
        ? []
        : [
            {
              id: 'assessment-summaries',
              title: 'Assessment summaries',
              means: 'by',
              date: awardNoticeOn,
              given: assessmentSummariesOn,
            },
          ]
    return yes(
      'Before the contract award notice, each supplier whose tender was assessed and not disregarded gets the assessment of its tender and, if another won, of the winning one.',
      { steps },
    )
  },
}

const uk6: Rule = {
  reach: 'act',
  row: actRow('notice.UK6', 'notices', 'Contract award notice (UK6)', 's.50'),
  decide: (it) => {
    const isMandatory = it.isPublic && !it.isUserChoice && !(it.isDefence && it.isCallOff)
    const value = {
      code: 'UK6',
      isMandatory,
      when: 'before the contract is entered into, after the assessment summaries',
    }
    if (!isMandatory)
      return no(
        it.isUserChoice
          ? 'A user choice award needs no contract award notice (s.50(6)).'
          : it.isPublic
            ? 'A defence contract under a defence framework needs no contract award notice (s.50(6)).'
            : 'The contract is not a public contract.',
        { value },
      )
    const { contractEnteredOn, awardNoticeOn } = it.dates
    const steps: StepDraft[] =
      contractEnteredOn === undefined
        ? []
        : [
            {
              id: 'award-notice',
              title: 'Contract award notice (UK6)',
              means: 'by',
              date: contractEnteredOn,
              given: awardNoticeOn,
            },
          ]
    return yes(
      'Publish a contract award notice before entering into the contract; any standstill begins on the day of the notice.',
      {
        value,
        steps,
      },
    )
  },
}

const detailDays = (it: Case): number =>
  it.isLightTouch ? DAYS.contractDetailsLightTouch : DAYS.contractDetails
const copyDays = (it: Case): number => (it.isLightTouch ? DAYS.contractCopyLightTouch : DAYS.contractCopy)

const uk7: Rule = {
  reach: 'act',
  row: actRow('notice.UK7', 'notices', 'Contract details notice (UK7)', 's.53(1)'),
  decide: (it) => {
    const isMandatory = it.isPublic && !it.isUserChoice
    const { contractEnteredOn, contractDetailsNoticeOn } = it.dates
    const by =
      isMandatory && contractEnteredOn !== undefined
        ? lastDayOfPeriod(contractEnteredOn, detailDays(it), true)
        : null
    const value = {
      code: 'UK7',
      isMandatory,
      days: isMandatory ? detailDays(it) : null,
      countsFrom: 'the day the contract is entered into',
      countsStartDay: true,
      by,
    }
    if (!isMandatory)
      return no(
        it.isUserChoice
          ? 'A user choice award needs no contract details notice (s.53(6)).'
          : 'The contract is not a public contract.',
        { value },
      )
    const steps: StepDraft[] =
      by === null
        ? []
        : [
            {
              id: 'contract-details-notice',
              title: 'Contract details notice (UK7)',
              means: 'by',
              date: by,
              given: contractDetailsNoticeOn,
            },
          ]
    return yes(
      `Publish a contract details notice within ${detailDays(it)} days${it.isLightTouch ? ', the contract being light touch' : ''}, the day the contract is entered into being day 1${by === null ? '' : `: by ${dayWords(by)}`}.`,
      { value, steps },
    )
  },
}

const copy: Rule = {
  reach: 'act',
  row: actRow('notice.UK7.contract-copy', 'notices', 'Copy of the contract', 's.53(3)'),
  decide: (it) => {
    const { contractEnteredOn, contractCopyPublishedOn } = it.dates
    const isLarge = valueTriggers(it, TRIGGERS.contractCopy)
    const isReached = it.isPublic && !it.isUserChoice
    const by =
      isReached && isLarge !== false && contractEnteredOn !== undefined
        ? lastDayOfPeriod(contractEnteredOn, copyDays(it), true)
        : null
    const value = {
      isMandatory: isReached && isLarge !== false,
      days: isReached ? copyDays(it) : null,
      countsFrom: 'the day the contract is entered into',
      countsStartDay: true,
      by,
    }
    if (!isReached)
      return no('Copies are published of public contracts, user choice awards left out.', { value })
    if (isLarge === false) return no('The contract is not worth more than £5 million.', { value })
    const steps: StepDraft[] =
      by === null
        ? []
        : [
            {
              id: 'contract-copy',
              title: 'Copy of the contract',
              means: 'by',
              date: by,
              given: contractCopyPublishedOn,
            },
          ]
    const sentence = `Publish a copy of a contract worth more than £5 million within ${copyDays(it)} days, the day it is entered into being day 1${by === null ? '' : `: by ${dayWords(by)}`}.`
    return isLarge === null
      ? depends(['estimatedValue'], sentence, { value, steps })
      : yes(sentence, { value, steps })
  },
}

const IDENTIFIER_FROM = '2026-04-01'
const uk7Below: Rule = {
  reach: 'act',
  row: actRow(
    'notice.UK7.below-threshold',
    'notices',
    'Below-threshold contract details notice (UK7)',
    's.87(3)',
    { provision: 'Procurement Act 2023 s.87(3); Procurement (Amendment) Regulations 2026' },
  ),
  decide: (it) => {
    const entered = it.dates.contractEnteredOn ?? it.commencedOn
    const needsIdentifier = entered >= IDENTIFIER_FROM
    const value = {
      code: 'UK7',
      isMandatory: it.isNotifiable,
      when: 'as soon as reasonably practicable after the contract is entered into',
      needsSupplierIdentifier: it.isNotifiable && needsIdentifier,
    }
    if (!it.isNotifiable) return no('The contract is not a notifiable below-threshold contract.', { value })
    const identifier = needsIdentifier
      ? ' The supplier must be registered on the platform by then and its unique identifier is given.'
      : ''
    return yes(
      `Publish a contract details notice as soon as reasonably practicable after entering into the contract, even if the contract was not advertised.${identifier}`,
      { value },
    )
  },
}

export const noticesAward: readonly Rule[] = [summaries, uk6, uk7, copy, uk7Below]
