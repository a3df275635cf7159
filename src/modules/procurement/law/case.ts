import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Arrangement, Authority, Dates, DirectAwardGround, Facts, Route, Subject } from './facts.ts'
import type { DatedAmount, ThresholdRow } from './tables/thresholds.ts'

/** What governs the contract. exempt: Schedule 2. health: the Provider Selection Regime. previous: the law before 24 February 2025. */
export type Regime = 'act' | 'previous' | 'health' | 'exempt'

/** A purchase with its facts checked, its value brought to VAT-inclusive pence, and its place in the Act worked out. */
export type Case = {
  readonly facts: Facts
  readonly dates: Dates
  readonly commencedOn: PlainDate
  readonly regime: Regime
  readonly authority: Authority
  readonly subject: Subject
  readonly arrangement: Arrangement
  readonly route: Route | null
  readonly ground: DirectAwardGround | null
  /** Including VAT and the contracts it must be added up with; null where it cannot be estimated. */
  readonly valuePence: Pence | null
  readonly threshold: ThresholdRow
  /** Null before the Act. */
  readonly thresholdAmount: DatedAmount | null
  readonly isLightTouch: boolean
  readonly isReservableLightTouch: boolean | null
  readonly isConcession: boolean
  readonly isUtilities: boolean
  readonly isDefence: boolean
  readonly isSchool: boolean
  /** A contract that the whole Act governs: at or above its threshold and not exempt (s.3). */
  readonly isPublic: boolean
  /** A below-threshold contract that Part 6 governs (s.84). */
  readonly isRegulatedBelow: boolean
  readonly isNotifiable: boolean
  /** The setting up of a dynamic market, which is not a contract (s.35(5)). */
  readonly isMarketItself: boolean
  readonly isFramework: boolean
  readonly isCallOff: boolean
  readonly isDirect: boolean
  readonly isUserChoice: boolean
  /** Awarded after a competitive tendering procedure (s.19); taken for granted where no route is given. */
  readonly isCompetitive: boolean
}
