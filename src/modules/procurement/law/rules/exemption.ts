import type { Case } from '../case.ts'
import { actRow, depends, no, type Outcome, type Rule, yes } from '../row.ts'
import { exemptionHolds, horizontalLimbs, type Limb, verticalLimbs } from './exemption-tests.ts'
import { whyNotTheAct } from './regime.ts'

const limbValue = (limbs: readonly Limb[]) => limbs.map(({ id, test, holds }) => ({ id, test, holds }))

const decideKind = (
  it: Case,
  kind: 'vertical' | 'horizontal',
  limbs: readonly Limb[],
  calculation: string,
): Outcome => {
  const { exemption } = it.facts
  const value = {
    isExempt: exemption?.kind === kind ? exemptionHolds(exemption) : null,
    tests: limbValue(limbs),
  }
  if (it.regime === 'previous')
    return no(`These are tests of the Procurement Act: ${whyNotTheAct(it)}.`, { value })
  if (exemption?.kind !== kind)
    return depends(
      ['exemption'],
      `A contract is exempt if all of these hold: ${limbs.map((limb) => limb.test).join('; ')}. No such exemption was claimed.`,
      { value },
    )
  const failed = limbs.filter((limb) => limb.holds === false)
  if (failed.length > 0)
    return no(
      `The exemption does not hold, because it is not so that ${failed.map((limb) => limb.test).join('; nor that ')}. The contract has to be procured under the Act.`,
      { value },
    )
  return yes(
    `Every test is met, so the contract is exempt. ${calculation} The tests must be met at award and stay met.`,
    { value },
  )
}

const vertical: Rule = {
  reach: 'any',
  row: actRow('exemption.vertical', 'exemption', 'Contract with a controlled body', 'Sch 2 para 2', {
    provision: 'Procurement Act 2023 Sch 2 para 2; Procurement Regulations 2024 reg. 42A',
  }),
  decide: (it) =>
    decideKind(
      it,
      'vertical',
      verticalLimbs(it.facts.exemption ?? {}),
      'The share of activities is measured by turnover over three years, or by forecast for a new body.',
    ),
}

const horizontal: Rule = {
  reach: 'any',
  row: actRow('exemption.horizontal', 'exemption', 'Contract between authorities', 'Sch 2 para 3', {
    provision: 'Procurement Act 2023 Sch 2 para 3; Procurement Regulations 2024 reg. 42B',
  }),
  decide: (it) =>
    decideKind(
      it,
      'horizontal',
      horizontalLimbs(it.facts.exemption ?? {}),
      'The share of activities is measured by turnover over three years, or by forecast for a new arrangement.',
    ),
}

const other: Rule = {
  reach: 'any',
  row: actRow('exemption.subject', 'exemption', 'Contract exempt by its subject', 'Sch 2 Part 2', {
    provision: 'Procurement Act 2023 Sch 2 paras 7–38',
  }),
  decide: (it): Outcome => {
    const kind = it.facts.exemption?.kind
    if (kind === undefined || kind === 'vertical' || kind === 'horizontal')
      return no('No exemption by subject, such as land or employment, was claimed.')
    if (it.regime === 'previous')
      return no(`The exemptions are those of the Procurement Act: ${whyNotTheAct(it)}.`)
    return yes(
      'The contract is taken to be exempt by its subject, as stated. The exemption falls away if what is mainly bought could reasonably be bought separately and would not be exempt.',
      { value: { kind } },
    )
  },
}

const downstream: Rule = {
  reach: 'any',
  row: actRow('exemption.sub-contracts', 'exemption', 'Sub-contracts of a controlled company', 's.2(10)', {
    provision: 'Procurement Act 2023 s.2(10) and (12)',
  }),
  decide: (it) =>
    it.facts.exemption?.kind === 'vertical' && it.regime === 'exempt'
      ? yes(
          'A controlled company that trades commercially counts as a public authority for sub-contracts that substantially perform this contract: those have to be procured under the Act.',
        )
      : no('No exempt contract with a controlled body is made.'),
}

const consequences: Rule = {
  reach: 'any',
  row: {
    ...actRow('exemption.consequences', 'exemption', 'What an exemption means', 's.1'),
    provision: 'Procurement Act 2023 ss.1–3',
    confidence: 'likely',
  },
  decide: (it) =>
    it.regime === 'exempt'
      ? yes(
          'No notices, standstill or objectives of the Act apply. Test again every year, and look at once when outside income passes 15 %: the Act gives no time of grace. Subsidy control, best value, staff transfer and company law have rules of their own.',
        )
      : no('The contract is not exempt.'),
}

export const exemptionRules: readonly Rule[] = [vertical, horizontal, other, downstream, consequences]
