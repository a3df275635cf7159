import type { Case, Regime } from './case.ts'
import type { Facts } from './facts.ts'
import { ACT_FROM } from './row.ts'
import { exemptionHolds } from './rules/exemption-tests.ts'
import { isLightTouchCpv, isReservableCpv, mainCpv } from './tables/cpv.ts'
import { amountOn, THRESHOLDS, type ThresholdRow, TRIGGERS, triggers } from './tables/thresholds.ts'
import { comparedValueOf } from './value.ts'

/** The row of Schedule 1 for a kind of contract; each row yields to those that name it ("not within row …"). */
const thresholdFor = (
  kind: Pick<Case, 'authority' | 'subject' | 'isLightTouch' | 'isConcession' | 'isUtilities' | 'isDefence'>,
): ThresholdRow => {
  const row = (number: number): ThresholdRow => THRESHOLDS[number - 1] as ThresholdRow
  const isWorks = kind.subject === 'works'
  if (kind.isDefence && isWorks) return row(1)
  if (kind.isDefence && kind.isConcession) return row(2)
  if (kind.isDefence && !kind.isLightTouch) return row(3)
  if (kind.isUtilities) return row(isWorks ? 4 : kind.isLightTouch ? 5 : 6)
  if (kind.isLightTouch) return row(kind.isConcession ? 7 : 8)
  if (kind.isConcession) return row(9)
  if (isWorks) return row(10)
  return row(kind.authority === 'central-government' ? 11 : 12)
}

const regimeOf = (facts: Facts, commencedOn: string): Regime => {
  // A call-off stays with the law of its framework (S.I. 2024/716 reg. 5).
  const governing =
    facts.arrangement === 'call-off' ? (facts.frameworkCommencedOn ?? commencedOn) : commencedOn
  if (governing < ACT_FROM) return 'previous'
  if (facts.isRegulatedHealth === true) return 'health'
  return exemptionHolds(facts.exemption) === true ? 'exempt' : 'act'
}

/** The codes that say what the contract is mainly for: light touch if the first of them is. */
const isLightTouchOf = (facts: Facts): boolean => {
  if (facts.isLightTouch !== undefined) return facts.isLightTouch
  const main = mainCpv(facts.cpv)
  return (
    facts.directAwardGround === 'user-choice' ||
    (main !== undefined && facts.subject === 'services' && isLightTouchCpv(main))
  )
}

const isReservableOf = (facts: Facts): boolean | null => {
  const main = mainCpv(facts.cpv)
  return facts.isReservableLightTouch ?? (main === undefined ? null : isReservableCpv(main))
}

/** Places checked facts in the Act. Ask `checkFacts` first: the facts that must be known are taken as known here. */
export const placeCase = (facts: Facts): Case => {
  const commencedOn = facts.procurementCommencedOn ?? ''
  const authority = facts.authority ?? 'council'
  const arrangement = facts.arrangement ?? 'contract'
  const kind = {
    authority,
    subject: facts.subject ?? 'services',
    isLightTouch: isLightTouchOf(facts),
    isConcession: facts.isConcession === true,
    isUtilities: facts.isUtilities === true,
    isDefence: facts.isDefence === true,
  }
  const regime = regimeOf(facts, commencedOn)
  const threshold = thresholdFor(kind)
  const thresholdAmount = amountOn(threshold.amounts, commencedOn) ?? null
  const valuePence = comparedValueOf(facts.amounts ?? {})
  const isMarketItself = arrangement === 'dynamic-market'
  const isCallOff = arrangement === 'call-off'
  const isSchool = authority === 'school'
  // What cannot be estimated counts as above its threshold (Sch 3 para 5); so does a contract with a separable part that is (s.5).
  const isAbove =
    valuePence === null ||
    thresholdAmount === null ||
    valuePence >= thresholdAmount.pence ||
    (facts.hasSeparablePartAboveThreshold === true && !isCallOff)
  const isPublic = regime === 'act' && !isMarketItself && isAbove
  const isRegulatedBelow =
    regime === 'act' && !isMarketItself && !isAbove && !kind.isConcession && !kind.isUtilities && !isSchool
  // A call-off without competition is still a call-off (s.45(4)), not a direct award under section 41.
  const isDirect = !isCallOff && (facts.route === 'direct-award' || facts.route === 'switch-to-direct-award')
  const notifiable = authority === 'central-government' ? TRIGGERS.notifiableCentral : TRIGGERS.notifiable
  return {
    facts,
    dates: facts.dates ?? {},
    commencedOn,
    regime,
    arrangement,
    route: facts.route ?? null,
    ground: facts.directAwardGround ?? null,
    ...kind,
    valuePence,
    threshold,
    thresholdAmount,
    isReservableLightTouch: isReservableOf(facts),
    isSchool,
    isPublic,
    isRegulatedBelow,
    isNotifiable: isRegulatedBelow && valuePence !== null && triggers(valuePence, notifiable),
    isMarketItself,
    isFramework: arrangement === 'framework' || arrangement === 'open-framework',
    isCallOff,
    isDirect,
    isUserChoice: isDirect && facts.route === 'direct-award' && facts.directAwardGround === 'user-choice',
    isCompetitive: isPublic && !isCallOff && !isDirect,
  }
}
