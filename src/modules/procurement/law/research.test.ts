import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ALL_RULES } from './all-rules.ts'
import { answerTo, aPurchase, changedBy, onDays, valueOf, worth } from './builders.ts'
import type { Facts } from './facts.ts'
import {
  DAYS,
  KPI,
  PARTICIPATION,
  QUALIFYING_NOTICE,
  RECORDS_YEARS,
  STANDSTILL_WORKING_DAYS,
  TENDERING,
} from './tables/periods.ts'
import { SUITABILITY_WORKS, THRESHOLDS, TRIGGERS } from './tables/thresholds.ts'

const FILE = '../shared/research/law-rules.json'
const isThere = existsSync(FILE)
if (!isThere) console.warn(`Skipped: ${FILE} is not here, so the tables are not held to it.`)
// biome-ignore lint/suspicious/noExplicitAny: the file's shape is its own
const research: any = isThere ? JSON.parse(readFileSync(FILE, 'utf8')) : {}
type Entry = Readonly<Record<string, any>>
const list = (key: string): readonly Entry[] => (isThere ? (research[key] as Entry[]) : [])
const pence = (pounds: number): number => pounds * 100
const rowOf = (id: string) => ALL_RULES.find((rule) => rule.row.id === id)?.row

describe.skipIf(!isThere)('the thresholds of the research', () => {
  test('are all here', () => {
    expect(THRESHOLDS.map((row) => row.id).sort()).toEqual(
      list('thresholds')
        .map((entry) => entry.id as string)
        .sort(),
    )
  })
  test.each(list('thresholds').map((entry) => [entry.id as string, entry] as const))('%s', (id, entry) => {
    const ours = THRESHOLDS.find((row) => row.id === id)
    expect(ours?.row).toBe(entry.schedule1Row)
    expect(ours?.amounts).toEqual([
      expect.objectContaining({
        from: entry.previousFrom,
        until: entry.previousUntil,
        pence: pence(entry.previousAmount),
      }),
      expect.objectContaining({
        from: entry.appliesToProcurementsCommencedFrom,
        until: entry.appliesUntil,
        pence: pence(entry.amount),
      }),
    ])
    expect([entry.comparator, entry.vatIncluded, entry.confidence]).toEqual([
      '>=',
      true,
      rowOf('threshold.contract')?.confidence,
    ])
    expect(entry.sources).toContain(rowOf('threshold.contract')?.source)
  })
})

const AMOUNTS: Readonly<Record<string, { pence: number; comparator: string }>> = {
  'below.notifiable.council': TRIGGERS.notifiable,
  'below.notifiable.central': TRIGGERS.notifiableCentral,
  'below.suitability_stage.works.council': { pence: SUITABILITY_WORKS.subCentral[1].pence, comparator: '>=' },
  'below.suitability_stage.works.central': { pence: SUITABILITY_WORKS.central[1].pence, comparator: '>=' },
  'trigger.pipeline_spend': TRIGGERS.pipelineSpend,
  'trigger.pipeline_contract': TRIGGERS.pipelineContract,
  'trigger.kpi': TRIGGERS.kpi,
  'trigger.publish_contract': TRIGGERS.contractCopy,
  'trigger.publish_modification': TRIGGERS.modificationCopy,
  'trigger.payment': TRIGGERS.payment,
  'trigger.transparency_code_spend': TRIGGERS.codeSpend,
  'trigger.transparency_code_contract': TRIGGERS.codeContract,
}

describe.skipIf(!isThere)('the amounts of the research', () => {
  const entries = [...list('belowThresholdAmounts'), ...list('valueTriggers')].filter(
    (entry) => entry.amount !== undefined,
  )
  test.each(entries.map((entry) => [entry.id as string, entry] as const))('%s', (id, entry) => {
    expect(AMOUNTS[id]).toMatchObject({ pence: pence(entry.amount), comparator: entry.comparator })
  })
  test('Part 6 leaves out concessions, utilities contracts and schools', () => {
    expect(list('belowThresholdAmounts').some((entry) => entry.id === 'below.excluded_kinds')).toBe(true)
  })
})

const NOTICE_IDS: Readonly<Record<string, string>> = {
  'UK4 belowThreshold': 'notice.UK4.below-threshold',
  'UK7 belowThreshold': 'notice.UK7.below-threshold',
  'UK9 kpi': 'notice.UK9.kpi',
  'UK9 event': 'notice.UK9.event',
}
const noticeId = (entry: Entry): string =>
  NOTICE_IDS[`${entry.code} ${entry.variant ?? ''}`.trim()] ?? `notice.${entry.code}`

const COLUMNS: Readonly<Record<string, Partial<Facts>>> = {
  standard: {},
  lightTouch: { isLightTouch: true },
  framework: { arrangement: 'framework' },
  callOff: { arrangement: 'call-off', route: undefined },
  concession: { isConcession: true },
  directAward: { route: 'direct-award', directAwardGround: 'technical' },
  dynamicMarketAward: { route: 'dynamic-market-award' },
  belowThreshold: { ...worth(50_000), isAdvertised: true },
}
/** UK17 is marked "no" for every contract there, for it is authority-wide; here it says whether the payments count. */
const meant = (said: string): boolean => !/^(no|n\/a|only if convertible)$/.test(said)

describe.skipIf(!isThere)('the notices of the research', () => {
  test('are all here, UK1 to UK17', () => {
    expect(new Set(list('notices').map((entry) => entry.code))).toEqual(
      new Set(Array.from({ length: 17 }, (_, index) => `UK${index + 1}`)),
    )
    for (const entry of list('notices')) expect(rowOf(noticeId(entry)), noticeId(entry)).toBeDefined()
  })
  test.each(list('notices').map((entry) => [noticeId(entry), entry] as const))(
    '%s: day in force, confidence, source',
    (id, entry) => {
      const row = rowOf(id)
      expect([row?.from, row?.confidence, row?.kind]).toEqual([entry.inForceFrom, entry.confidence, 'law'])
      expect(entry.sources).toContain(row?.source)
    },
  )
  const cells = list('notices')
    .filter((entry) => entry.code !== 'UK17')
    .flatMap((entry) =>
      Object.entries(COLUMNS).map(
        ([column, facts]) => [noticeId(entry), column, String(entry.appliesTo[column]), facts] as const,
      ),
    )
  test.each(cells)('%s for %s: %s', (id, _column, said, facts) => {
    const answer = answerTo(
      aPurchase({ paysOver100mAYear: true, hasMarketEngagement: true, ...worth(9_000_000), ...facts }),
      id,
    )
    expect(answer.applies === true).toBe(meant(said))
  })
  test('their periods', () => {
    const timing = (id: string): Entry => list('notices').find((entry) => noticeId(entry) === id)?.timing
    expect([timing('notice.UK1').days, timing('notice.UK1').latest]).toEqual([DAYS.pipelineNotice, '05-26'])
    expect([timing('notice.UK3').minDaysBefore, timing('notice.UK3').maxMonthsBefore]).toEqual([
      QUALIFYING_NOTICE.minimumDays,
      QUALIFYING_NOTICE.maximumMonths,
    ])
    expect([timing('notice.UK7').days, timing('notice.UK7').daysLightTouch]).toEqual([
      DAYS.contractDetails,
      DAYS.contractDetailsLightTouch,
    ])
    expect([
      timing('notice.UK7').contractCopy.days,
      timing('notice.UK7').contractCopy.daysLightTouch,
    ]).toEqual([DAYS.contractCopy, DAYS.contractCopyLightTouch])
    expect([timing('notice.UK8').days, timing('notice.UK17').days]).toEqual([DAYS.payments, DAYS.payments])
    expect(timing('notice.UK9.kpi').atLeastEveryMonths).toBe(KPI.everyMonths)
    expect(timing('notice.UK9.event').days).toBe(DAYS.performanceEvent)
    expect([
      timing('notice.UK10').copyOfChange.days,
      timing('notice.UK10').voluntaryStandstillMinWorkingDays,
    ]).toEqual([DAYS.modificationCopy, STANDSTILL_WORKING_DAYS])
    expect(timing('notice.UK11').days).toBe(DAYS.terminationNotice)
  })
  test('every period of days counts its first day', () => {
    const counted = JSON.stringify(list('notices')).match(/"countsStartDay":(true|false)/g) ?? []
    expect(new Set(counted)).toEqual(new Set(['"countsStartDay":true']))
  })
  test('the latest days of the quarterly and half-yearly notices', () => {
    const timing = (code: string) => list('notices').find((entry) => entry.code === code)?.timing.latest
    expect(valueOf(aPurchase(), 'notice.UK8').latest).toEqual(timing('UK8'))
    expect(valueOf(aPurchase(), 'notice.UK17').latest).toEqual(timing('UK17'))
  })
})

const PARTICIPATION_KEYS: Readonly<Record<string, keyof typeof PARTICIPATION>> = {
  lightTouch: 'lightTouch',
  urgency: 'urgency',
  otherwise: 'otherwise',
}
const TENDERING_KEYS: Readonly<Record<string, keyof typeof TENDERING>> = {
  lightTouch: 'lightTouch',
  'subCentral && negotiatedPeriodWithPreselected': 'agreed',
  'subCentral && preselectedOnly': 'preselected',
  qualifyingPlannedProcurementNotice: 'planned',
  urgency: 'urgency',
  dynamicMarketAward: 'dynamicMarket',
  'electronic && allDocumentsAtOnce': 'electronicAll',
  'electronic && !allDocumentsAtOnce': 'electronicSome',
  '!electronic && allDocumentsAtOnce': 'paperAll',
  '!electronic && !allDocumentsAtOnce': 'paperSome',
}

describe.skipIf(!isThere)('the other figures of the research', () => {
  test('periods for participation and tendering', () => {
    for (const { when, days } of research.timeLimits.participation)
      expect(PARTICIPATION[PARTICIPATION_KEYS[when] as 'urgency'].days, when).toBe(days)
    for (const { when, days } of research.timeLimits.tendering)
      expect(TENDERING[TENDERING_KEYS[when] as 'urgency'].days, when).toBe(days)
    expect(research.timeLimits.tendering).toHaveLength(Object.keys(TENDERING).length)
    expect([rowOf('period.tendering')?.confidence, rowOf('period.participation')?.confidence]).toEqual([
      research.timeLimits.confidence,
      research.timeLimits.confidence,
    ])
  })
  test('standstill', () => {
    expect([
      research.standstill.workingDays,
      research.standstill.countsStartDay,
      research.standstill.voluntaryMinimumWorkingDays,
    ]).toEqual([STANDSTILL_WORKING_DAYS, true, STANDSTILL_WORKING_DAYS])
    expect(rowOf('standstill.award')?.confidence).toBe(research.standstill.confidence)
  })
  test('indicators and their ratings', () => {
    expect(research.kpi.minCount).toBe(KPI.minimumCount)
    expect(rowOf('kpi.set')?.confidence).toBe(research.kpi.confidence)
    const ours = (valueOf(aPurchase(worth(6_000_000)), 'kpi.ratings').ratings as { name: string }[]).map(
      (rating) => rating.name,
    )
    expect(ours).toEqual(list('performanceRatings').map((rating) => rating.name))
  })
  test('modifications', () => {
    const caps: Readonly<Record<string, string>> = {
      'sch8.p4.unforeseeable': 'modification.unforeseeable',
      'sch8.p5.knownRisk': 'modification.known-risk',
      'sch8.p8.additional': 'modification.additional',
      'sch8.p1.providedFor': 'modification.provided-for',
      'sch8.p2.urgency': 'modification.urgency',
      'sch8.p9.restructuring': 'modification.restructuring',
    }
    const facts = aPurchase(changedBy({}))
    for (const gateway of research.modifications.gateways as Entry[]) {
      const id = caps[gateway.id]
      if (id !== undefined) expect(valueOf(facts, id).capPercent, gateway.id).toBe(gateway.valuePctMax)
    }
    const small = (research.modifications.gateways as Entry[]).find(
      (gateway) => gateway.id === 'belowThreshold',
    )?.valueChangePctMax
    expect(valueOf(facts, 'modification.below-threshold').capPercent).toBe(small.services)
    expect(
      valueOf(
        aPurchase({ subject: 'works', ...worth(6_000_000), ...changedBy({}) }),
        'modification.below-threshold',
      ).capPercent,
    ).toBe(small.works)
  })
  test('the reservation order', () => {
    const order = research.belowThresholdReservation
    for (const id of ['reservation.uk', 'reservation.local-area'])
      expect([rowOf(id)?.from, rowOf(id)?.confidence]).toEqual([order.inForceFrom, order.confidence])
    expect(order.sources).toContain(rowOf('reservation.uk')?.source)
  })
  test('social value and policy notes', () => {
    const entry = (id: string): Entry => list('socialValue').find((candidate) => candidate.id === id) ?? {}
    expect([
      rowOf('social-value.act-2012')?.confidence,
      rowOf('social-value.act-threshold')?.confidence,
    ]).toEqual([entry('sva2012').confidence, entry('sva2012').thresholdDetail])
    expect([rowOf('social-value.npps')?.from, rowOf('social-value.npps')?.confidence]).toEqual([
      entry('nppsFeb2025').effectiveFrom,
      entry('nppsFeb2025').confidence,
    ])
    expect([rowOf('social-value.ppn-002')?.until, rowOf('social-value.ppn-002')?.confidence]).toEqual([
      entry('ppn002').until,
      entry('ppn002').confidence,
    ])
    expect([rowOf('social-value.ppn-026')?.from, rowOf('social-value.ppn-026')?.confidence]).toEqual([
      entry('ppn026').procurementCommencedFrom,
      entry('ppn026').confidence,
    ])
    expect(TRIGGERS.ppn026).toMatchObject({
      pence: pence(entry('ppn026').minValue),
      comparator: entry('ppn026').minValueComparator,
    })
    const test024 = research.publicInterestTest
    expect([
      rowOf('social-value.ppn-024')?.from,
      rowOf('social-value.ppn-024')?.confidence,
      rowOf('social-value.ppn-024')?.kind,
    ]).toEqual([test024.startsOn, test024.confidence, 'guidance'])
    expect(TRIGGERS.ppn024).toMatchObject({
      pence: pence(test024.trigger.amount),
      comparator: test024.trigger.comparator,
    })
  })
  test('every exemption test, with its limit', () => {
    const ids = (kind: string): string[] =>
      (valueOf(aPurchase(), `exemption.${kind}`).tests as { id: string }[]).map((limb) => limb.id)
    expect(ids('vertical')).toEqual((research.exemptArrangements.vertical as Entry[]).map((limb) => limb.id))
    expect(ids('horizontal')).toEqual(
      (research.exemptArrangements.horizontal as Entry[]).map((limb) => limb.id),
    )
  })

  const OTHER: Readonly<Record<string, string>> = {
    records: 'records.keep',
    conflictsAssessment: 'conflicts.assessment',
    lotsDuty: 'lots.consider',
    smeBarriers: 'sme.barriers',
    smeDefinition: 'sme.barriers',
    supportedEmployment: 'reservation.supported-employment',
    publicServiceMutual: 'reservation.public-service-mutual',
    frameworkTerm: 'route.framework-term',
    exclusionNotification: 'exclusions.notify',
    payment30: 'payment.thirty-days',
    vat: 'value.vat',
    valuation: 'value.estimate',
    twoTierWorkforce: 'workforce.two-tier',
  }
  test.each(list('otherRules').map((entry) => [entry.id as string, entry] as const))('%s', (id, entry) => {
    expect(rowOf(OTHER[id] ?? '')?.confidence).toBe(entry.confidence)
  })
  test('their numbers', () => {
    const rule = (id: string): Entry => list('otherRules').find((entry) => entry.id === id) ?? {}
    expect([rule('exclusionNotification').days, rule('payment30').days]).toEqual([
      DAYS.exclusionNotice,
      DAYS.payInvoice,
    ])
    expect(RECORDS_YEARS).toBe(3)
    expect(valueOf(aPurchase(), 'sme.barriers').definition).toMatchObject({
      staffBelow: rule('smeDefinition').staffBelow,
      turnoverAtMostPence: pence(rule('smeDefinition').turnoverMax),
      balanceSheetAtMostPence: pence(rule('smeDefinition').balanceSheetMax),
    })
    expect(valueOf(aPurchase({ arrangement: 'framework' }), 'route.framework-term').maximumYears).toBe(
      rule('frameworkTerm').maxYears,
    )
    expect(valueOf(aPurchase({ arrangement: 'open-framework' }), 'route.framework-term')).toMatchObject({
      maximumYears: rule('frameworkTerm').openFrameworkMaxYears,
      reopenWithinYears: rule('frameworkTerm').openFrameworkReopenWithinYears,
    })
    expect(
      valueOf(aPurchase({ route: 'competitive-flexible' }), 'reservation.supported-employment')
        .minimumWorkforcePercent,
    ).toBe(rule('supportedEmployment').workforcePctMin)
    expect(
      valueOf(aPurchase({ route: 'competitive-flexible' }), 'reservation.public-service-mutual'),
    ).toMatchObject({
      maximumTermYears: rule('publicServiceMutual').maxTermYears,
      lookBackYears: rule('publicServiceMutual').lookbackYears,
    })
  })
  test('what is open there is marked unsure here', () => {
    const later = aPurchase({
      procurementCommencedOn: '2026-10-02',
      ...worth(6_000_000),
      ...onDays({ contractEnteredOn: '2026-11-01' }),
    })
    expect(answerTo(later, 'regime.amendments-2026').confidence).toBe('unsure')
    expect(answerTo(later, 'workforce.two-tier').confidence).toBe('unsure')
    expect(
      answerTo(
        aPurchase(changedBy({ valueChangePercent: 20, termChangeMonths: 0 })),
        'modification.change-notice',
      ).confidence,
    ).toBe('unsure')
  })
})
