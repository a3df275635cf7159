import { actRow, depends, no, type Rule, yes } from '../row.ts'
import { ownValueOf, relatedValueOf } from '../value.ts'
import { poundWords } from '../words.ts'

const estimate: Rule = {
  reach: 'any',
  row: actRow('value.estimate', 'value', 'Estimated value', 'Sch 3 para 1', {
    provision: 'Procurement Act 2023 s.4, s.123(2) and Sch 3',
    commencedFrom: null,
  }),
  decide: (it) => {
    const amounts = it.facts.amounts ?? {}
    const value = {
      valuePence: it.valuePence,
      ownValuePence: ownValueOf(amounts),
      addedForRelatedContractsPence: relatedValueOf(amounts),
      includesVat: true,
    }
    if (it.isMarketItself)
      return no('A dynamic market is not a contract and has no estimated value.', { value })
    const whose = it.isConcession
      ? 'the most the supplier could receive from anybody, users included'
      : it.isFramework
        ? 'the sum of everything that may be called off under it'
        : 'the most the authority could pay'
    const what = `The value is ${whose}, with VAT, options, extensions, fees, prizes and what the authority supplies free.`
    return yes(
      it.valuePence === null ? what : `${what} For this contract that is ${poundWords(it.valuePence)}.`,
      { value },
    )
  },
}

const vat: Rule = {
  reach: 'any',
  row: actRow('value.vat', 'value', 'VAT counts', 's.123(2)', { commencedFrom: null }),
  decide: (it) => {
    const { isVatIncluded, vatRateBasisPoints } = it.facts.amounts ?? {}
    const value = {
      givenWithVat: isVatIncluded ?? null,
      vatRatePercent: vatRateBasisPoints === undefined ? null : vatRateBasisPoints / 100,
    }
    if (it.isMarketItself || it.valuePence === null) return no('There is no value to compare.', { value })
    const raised =
      isVatIncluded === false
        ? ` The value was given without VAT and has been raised by ${(vatRateBasisPoints ?? 0) / 100} %.`
        : ''
    return yes(`Every amount that is compared, threshold or trigger, includes VAT.${raised}`, { value })
  },
}

const rate: Rule = {
  reach: 'any',
  row: {
    ...actRow('value.vat-rate', 'value', 'VAT at the supply’s own rate', 's.123(2)'),
    source:
      'https://insights.devonshires.com/post/102lxjy/new-public-procurement-thresholds-from-1-january-2026',
    confidence: 'likely',
    commencedFrom: null,
  },
  decide: (it) =>
    it.facts.amounts?.isVatIncluded === false
      ? yes(
          'Work out the rate of VAT the supply will bear before comparing: a zero-rated or exempt supply is compared at its own rate.',
        )
      : no('The value was given with its VAT, so no rate is needed.'),
}

const spendFile: Rule = {
  reach: 'any',
  row: {
    id: 'value.from-spend-file',
    topic: 'value',
    title: 'Estimates from spend files',
    provision: 'Local Government Transparency Code 2015; Procurement Act 2023 s.123(2)',
    source: 'https://www.legislation.gov.uk/ukpga/2023/54/section/123',
    confidence: 'likely',
    kind: 'guidance',
    from: null,
    until: null,
  },
  decide: ({ facts }) => {
    const warning =
      'Published spend is normally net of recoverable VAT, so an estimate made from it has to be raised by VAT before a threshold is tested.'
    if (facts.isFromSpendFile === undefined) return depends(['estimatedFromSpendFile'], warning)
    return facts.isFromSpendFile ? yes(warning) : no('The estimate does not come from published spend.')
  },
}

const aggregation: Rule = {
  reach: 'any',
  row: actRow('value.aggregation', 'value', 'Contracts that could be one', 'Sch 3 para 4'),
  decide: (it) => {
    const amounts = it.facts.amounts ?? {}
    if (it.isMarketItself) return no('A dynamic market is not a contract.')
    const rule =
      'Contracts that could reasonably be one are each valued as the total, unless there are good reasons not to.'
    if (amounts.relatedPence === undefined)
      return depends(['relatedContractsValue'], `${rule} Are there others that could be one with this?`)
    if (amounts.hasGoodReasonsNotToCombine === true)
      return no(
        'Other contracts could be one with this, but good reasons were given for valuing them apart: keep them on record.',
      )
    return yes(`${rule} ${poundWords(relatedValueOf(amounts))} has been added.`, {
      value: { addedPence: relatedValueOf(amounts) },
    })
  },
}

const unknown: Rule = {
  reach: 'act',
  row: actRow('value.cannot-be-estimated', 'value', 'Value that cannot be estimated', 'Sch 3 para 5'),
  decide: (it) =>
    it.valuePence === null && !it.isMarketItself
      ? yes(
          'The value cannot be estimated, so the contract counts as above its threshold. Whether it passes £2 million or £5 million stays open.',
        )
      : no('The value is estimated.'),
}

const mixed: Rule = {
  reach: 'act',
  row: actRow('value.mixed', 'value', 'A separable part above threshold', 's.5'),
  decide: (it) => {
    if (it.isMarketItself) return no('A dynamic market is not a contract.')
    if (it.isCallOff)
      return no('The rule on separable parts leaves out contracts awarded under a framework (s.5(6)).')
    if (it.valuePence === null || it.thresholdAmount === null || it.valuePence >= it.thresholdAmount.pence)
      return no('The contract is at or above its threshold by its own value.')
    const { hasSeparablePartAboveThreshold } = it.facts
    if (hasSeparablePartAboveThreshold === undefined) {
      return depends(
        ['separablePartAboveThreshold'],
        'If a part could reasonably be bought separately and would be above the threshold for its kind, the whole counts as above. The answers take it that there is none.',
      )
    }
    return hasSeparablePartAboveThreshold
      ? yes(
          'A part that could reasonably be bought separately would be above its threshold, so the whole counts as above.',
        )
      : no('No separable part would be above its threshold.')
  },
}

const avoidance: Rule = {
  reach: 'any',
  row: actRow('value.no-avoidance', 'value', 'No estimate to escape the Act', 's.4(3)'),
  decide: (it) =>
    it.regime === 'act'
      ? yes('No choice in estimating may be made in order to escape a rule of the Act.')
      : no('The rule guards the Procurement Act, which does not govern this contract.'),
}

export const valuationRules: readonly Rule[] = [
  estimate,
  vat,
  rate,
  spendFile,
  aggregation,
  unknown,
  mixed,
  avoidance,
]
