import type { PlainDate } from '../../kernel/plain-date.ts'
import { horizontalLimbs, type Limb, verticalLimbs } from './law/rules/exemption-tests.ts'
import type { ControlTest, TestKind } from './model/appraisal.ts'
import { decideControlTest, type TestOutcome } from './rules/appraisal/control-test.ts'

/** The limbs of each test as the law engine has them, so that both always ask the same. */
export const LIMBS: Readonly<Record<TestKind, readonly Limb[]>> = {
  vertical: verticalLimbs({}),
  horizontal: horizontalLimbs({}),
}
export const PROVISIONS: Readonly<Record<TestKind, string>> = {
  vertical: 'Schedule 2, paragraph 2',
  horizontal: 'Schedule 2, paragraph 3',
}

export type TestSeen = { readonly test: ControlTest; readonly decided: TestOutcome }

export const decideTest = (test: ControlTest, today: PlainDate): TestOutcome =>
  decideControlTest(
    test,
    LIMBS[test.kind].map(({ id }) => id),
    today,
  )

/** The newest test of each body and kind: the one that counts today. Takes them newest first. */
export const testsOf = (tests: readonly ControlTest[], today: PlainDate): TestSeen[] =>
  [...Map.groupBy(tests, ({ kind, body }) => `${kind} ${body.toLowerCase()}`).values()].flatMap(([test]) =>
    test ? [{ test, decided: decideTest(test, today) }] : [],
  )
