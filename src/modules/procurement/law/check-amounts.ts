import type { Question } from './answer.ts'
import { ask, type Check, when } from './check.ts'
import type { Amounts } from './facts.ts'

const ALL_AMOUNTS = ['estimatedPence', 'initialPence', 'addedPence', 'relatedPence'] as const
const NAMES = {
  estimatedPence: 'estimatedValue',
  initialPence: 'initialValue',
  addedPence: 'optionsValue',
  relatedPence: 'relatedContractsValue',
}

const checkVat = (amounts: Amounts): Question[] => [
  ...when(
    amounts.isVatIncluded === undefined,
    ask(
      'vatIncluded',
      'Does the value include VAT?',
      'Every amount under the Act includes VAT (s.123(2)), so a value without it must be raised before it is compared.',
    ),
  ),
  ...when(
    amounts.isVatIncluded === false && amounts.vatRateBasisPoints === undefined,
    ask(
      'vatRate',
      'Which rate of VAT will this supply bear: 20, 5 or 0 %?',
      'The value has to be raised by it; zero-rated and exempt supplies are compared at their own rate.',
    ),
  ),
  ...when(
    amounts.vatRateBasisPoints !== undefined &&
      (amounts.vatRateBasisPoints < 0 || amounts.vatRateBasisPoints > 10_000),
    ask('vatRate', 'Which rate of VAT is meant?', 'A rate lies between 0 and 100 %.'),
  ),
]

/** Amounts that are missing, below nothing, given twice, or without the VAT that the Act counts. */
export const checkAmounts: Check = ({ amounts = {}, arrangement }) => {
  if (arrangement === 'dynamic-market') return []
  const negative = ALL_AMOUNTS.filter((name) => (amounts[name] ?? 0) < 0)
  const hasValue = amounts.estimatedPence !== undefined || amounts.initialPence !== undefined
  return [
    ...negative.map((name) =>
      ask(
        NAMES[name],
        'What is the amount? It cannot be less than nothing.',
        'The value is the most that could be paid (Sch 3 para 1).',
      ),
    ),
    ...when(
      !hasValue && amounts.cannotBeEstimated !== true,
      ask(
        'estimatedValue',
        'What is the most that could be paid, options and extensions included?',
        'The value decides which rules apply. If it cannot be estimated, say valueCannotBeEstimated: true; the contract then counts as above its threshold (Sch 3 para 5).',
      ),
    ),
    ...when(
      hasValue && amounts.cannotBeEstimated === true,
      ask(
        'valueCannotBeEstimated',
        'Can the value be estimated or not?',
        'A value was given together with the statement that there can be none.',
      ),
    ),
    ...when(
      amounts.estimatedPence !== undefined &&
        (amounts.initialPence !== undefined || amounts.addedPence !== undefined),
      ask(
        'estimatedValue',
        'Is estimatedValue the whole, with options and extensions in it?',
        'Give either the whole as estimatedValue, or initialValue with optionsValue, extensionsValue and so on to be added.',
      ),
    ),
    ...(hasValue || amounts.relatedPence !== undefined ? checkVat(amounts) : []),
  ]
}
