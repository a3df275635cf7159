import type { Question } from './answer.ts'
import { ask, type Check, when } from './check.ts'
import { checkAmounts } from './check-amounts.ts'
import { checkDates } from './check-dates.ts'
import type { Facts } from './facts.ts'
import { limbsOf } from './rules/exemption-tests.ts'
import { isLightTouchCpv, mainCpv, readCpv } from './tables/cpv.ts'

const checkReach: Check = ({ nation }) => [
  ...when(
    nation !== undefined && nation !== 'england',
    ask(
      'nation',
      'Is the buyer an English authority?',
      'Only the law for England is held here; Wales, Scotland and Northern Ireland have rules of their own.',
    ),
  ),
]

const checkCommencement: Check = ({ procurementCommencedOn }) =>
  when(
    procurementCommencedOn === undefined,
    ask(
      'procurementCommencedOn',
      'On what day did the procurement commence, or when will it?',
      'The day decides which law and which amounts apply. It is the day of the first of these: a tender, transparency or below-threshold tender notice, an invitation to tender, or contact with a supplier to begin the award.',
    ),
  )

const checkKind: Check = (facts) => [
  ...when(
    facts.subject === undefined && facts.arrangement !== 'dynamic-market',
    ask(
      'contractType',
      'Is the contract mainly for goods, services or works?',
      'Each has its own threshold in Schedule 1.',
    ),
  ),
  ...when(
    facts.isConcession === true && facts.subject === 'goods',
    ask(
      'concession',
      'Is it a concession for services or works, or a supply of goods?',
      'A concession is for works or services (s.8).',
    ),
  ),
  ...when(
    facts.isLightTouch === true && (facts.subject === 'goods' || facts.subject === 'works'),
    ask(
      'lightTouch',
      'Is the contract mainly for light touch services?',
      'A light touch contract is wholly or mainly for listed services (s.9), so it cannot be mainly goods or works.',
    ),
  ),
  ...when(
    facts.directAwardGround === 'user-choice' && facts.isLightTouch === false,
    ask(
      'directAwardGround',
      'Are these light touch services for an individual?',
      'User choice is a ground for light touch services only (Sch 5 paras 15–16).',
    ),
  ),
  ...when(
    facts.route === 'open' && facts.isPreselectedOnly === true,
    ask(
      'route',
      'May anybody tender, or pre-selected suppliers only?',
      'An open procedure has no restriction on who can tender (s.20(2)(a)).',
    ),
  ),
  ...when(
    facts.isTenderPeriodAgreed === true && facts.isPreselectedOnly === false,
    ask(
      'tenderPeriodAgreed',
      'Are tenders taken from pre-selected suppliers only?',
      'Only with them can the tendering period be agreed (s.54(5)).',
    ),
  ),
]

const checkCpv: Check = ({ cpv, isLightTouch, subject }) => {
  const unknown = (cpv ?? []).filter((code) => readCpv(code) === undefined)
  const main = mainCpv(cpv)
  const isListed = main !== undefined && isLightTouchCpv(main)
  return [
    ...unknown.map((code) =>
      ask(
        'cpv',
        `Which CPV code is meant by "${code}"?`,
        'It is no code of the Common Procurement Vocabulary 2008. A code has eight digits, such as 85311000-2; it decides whether services are light touch.',
      ),
    ),
    ...when(
      isLightTouch === true && main !== undefined && !isListed,
      ask(
        'lightTouch',
        `Is the contract light touch, or is ${main} its main CPV code?`,
        'That code is not in the list of light touch services (Procurement Regulations 2024 Sch 1).',
      ),
    ),
    ...when(
      isLightTouch === false && isListed && subject === 'services',
      ask(
        'lightTouch',
        `Is the contract not light touch, though ${main} is its main CPV code?`,
        'That code is in the list of light touch services (Procurement Regulations 2024 Sch 1). If the contract is mainly for something else, give the code of that first.',
      ),
    ),
  ]
}

const checkExemption: Check = ({ exemption }) => {
  if (exemption?.kind === undefined) return []
  const limbs = limbsOf(exemption)
  if (limbs.some((limb) => limb.holds === false)) return []
  return limbs
    .filter((limb) => limb.holds === null)
    .map((limb) =>
      ask(
        `exemption.${limb.field}`,
        `Is it so that ${limb.test}?`,
        'The exemption holds only if every test is met (Sch 2); otherwise the whole Act applies.',
      ),
    )
}

const checkNumbers: Check = (facts) => [
  ...when(
    facts.maximumTermMonths !== undefined && facts.maximumTermMonths <= 0,
    ask(
      'maximumTermMonths',
      'How many months can the contract run, extensions included?',
      'A term is longer than nothing.',
    ),
  ),
  ...when(
    facts.standstillWorkingDays !== undefined &&
      (!Number.isInteger(facts.standstillWorkingDays) || facts.standstillWorkingDays < 1),
    ask(
      'standstillWorkingDays',
      'How many working days of standstill does the award notice state?',
      'A standstill is counted in whole working days (s.51).',
    ),
  ),
  ...when(
    (facts.payment?.amountPence ?? 0) < 0,
    ask('payment.amount', 'How much was paid?', 'A payment cannot be less than nothing.'),
  ),
  ...when(
    (facts.modification?.valueBeforePence ?? 0) < 0 || (facts.modification?.valueAfterPence ?? 0) < 0,
    ask(
      'modification.valueAfter',
      'What is the contract worth before and after the change?',
      'A value cannot be less than nothing.',
    ),
  ),
  ...when(
    [facts.exemption?.ownActivitiesPercent, facts.exemption?.otherActivitiesPercent].some(
      (share) => share !== undefined && (share < 0 || share > 100),
    ),
    ask('exemption', 'What share of the activities is it?', 'A share lies between 0 and 100 %.'),
  ),
]

const CHECKS: readonly Check[] = [
  checkReach,
  checkCommencement,
  checkKind,
  checkCpv,
  checkAmounts,
  checkExemption,
  checkNumbers,
  checkDates,
]

/** What must be answered before the law can be explained: facts that are missing, impossible, or at odds with each other. */
export const checkFacts = (facts: Facts): readonly Question[] => CHECKS.flatMap((check) => check(facts))
