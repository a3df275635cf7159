import { describe, expect, test } from 'vitest'
import { answerTo, aPurchase, explained } from '../builders.ts'
import { explainLaw } from '../engine.ts'
import type { Exemption } from '../facts.ts'

const VERTICAL: Exemption = {
  kind: 'vertical',
  isControlledByAuthority: true,
  isParentUndertaking: true,
  hasOtherDecisiveInfluence: false,
  ownActivitiesPercent: 80.01,
  hasPrivateShares: false,
  isJointControl: true,
  isEveryAuthorityOnBoard: true,
  actsAgainstAnAuthority: false,
  hasUtilityCounterpart: false,
}
const HORIZONTAL: Exemption = {
  kind: 'horizontal',
  isAuthoritiesOnly: true,
  hasCommonPublicAims: true,
  isSolelyPublicInterest: true,
  otherActivitiesPercent: 20,
}

describe.each([
  [
    'a controlled body',
    VERTICAL,
    'exemption.vertical',
    {
      isControlledByAuthority: false,
      isParentUndertaking: false,
      hasOtherDecisiveInfluence: true,
      ownActivitiesPercent: 80,
      hasPrivateShares: true,
      isEveryAuthorityOnBoard: false,
      actsAgainstAnAuthority: true,
      hasUtilityCounterpart: true,
    },
  ],
  [
    'authorities together',
    HORIZONTAL,
    'exemption.horizontal',
    {
      isAuthoritiesOnly: false,
      hasCommonPublicAims: false,
      isSolelyPublicInterest: false,
      otherActivitiesPercent: 20.01,
    },
  ],
] as const)('a contract with %s', (_name, holds, id, failing) => {
  test('is exempt where every test is met', () => {
    const facts = aPurchase({ exemption: holds })
    expect(answerTo(facts, id).applies).toBe(true)
    expect(answerTo(facts, 'exemption.consequences')).toMatchObject({ applies: true, confidence: 'likely' })
    expect(explained(facts).summary).toMatchObject({
      regime: 'exempt',
      noticesThatApply: [],
      noticesThatMayApply: [],
    })
  })
  test.each(Object.entries(failing))('is not, where %s is %s', (field, value) => {
    const facts = aPurchase({ exemption: { ...holds, [field]: value } })
    expect(answerTo(facts, id).applies).toBe(false)
    expect(explained(facts).summary?.regime).toBe('act')
  })
  test.each(Object.keys(failing))('is asked about where %s is not known', (field) => {
    const { questions, answers } = explainLaw(aPurchase({ exemption: { ...holds, [field]: undefined } }))
    expect(questions.map((question) => question.field)).toEqual([`exemption.${field}`])
    expect(answers).toEqual([])
  })
})

test('joint control asks nothing of a body under one authority', () => {
  const alone = {
    ...VERTICAL,
    isJointControl: false,
    isEveryAuthorityOnBoard: undefined,
    actsAgainstAnAuthority: undefined,
  }
  expect(answerTo(aPurchase({ exemption: alone }), 'exemption.vertical').applies).toBe(true)
})
test('sub-contracts of a controlled company have to be procured', () => {
  expect(answerTo(aPurchase({ exemption: VERTICAL }), 'exemption.sub-contracts').applies).toBe(true)
  expect(answerTo(aPurchase({ exemption: HORIZONTAL }), 'exemption.sub-contracts').applies).toBe(false)
})
test('an exemption by subject is taken at the council’s word, and said so', () =>
  expect(answerTo(aPurchase({ exemption: { kind: 'land' } }), 'exemption.subject').sentence).toContain(
    'as stated',
  ))
