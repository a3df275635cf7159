import type { ReleaseTag } from '../model/codes.ts'
import { isList, isObject, type Json, type JsonObject } from '../model/json.ts'
import type { NoticeCode } from '../model/notice.ts'
import { present } from '../rules/write-fields.ts'
import { contentOf } from '../rules/write-release.ts'
import { changeOf, failureOf, type NoticeFacts } from './facts.ts'

/** The part of the release that a notice stands in, and the tag of the release: by the platform's habit, likely. */
type Place = { readonly tag: ReleaseTag; readonly in: 'planning' | 'tender' | 'award' | 'contract' }

const PLANNING: Place = { tag: 'planning', in: 'planning' }
const PLACES: Readonly<Record<NoticeCode, Place>> = {
  UK1: PLANNING,
  UK2: PLANNING,
  UK3: PLANNING,
  UK4: { tag: 'tender', in: 'tender' },
  UK5: { tag: 'award', in: 'award' },
  UK6: { tag: 'award', in: 'award' },
  UK7: { tag: 'contract', in: 'contract' },
  UK8: { tag: 'implementation', in: 'planning' },
  UK9: { tag: 'implementation', in: 'contract' },
  UK10: { tag: 'contractUpdate', in: 'contract' },
  UK11: { tag: 'contractTermination', in: 'contract' },
  UK12: { tag: 'tenderCancellation', in: 'tender' },
  UK13: PLANNING,
  UK14: { tag: 'tender', in: 'tender' },
  UK15: { tag: 'tenderUpdate', in: 'tender' },
  UK16: { tag: 'tenderUpdate', in: 'tender' },
  UK17: PLANNING,
}

/** An inference from labels and codes that were both read; the pairing itself was not (UK extension 2026-01-13). */
const RATING_CODES: Readonly<Record<string, string>> = {
  good: 'met',
  approaching: 'slightlyBelow',
  'requires-improvement': 'below',
  inadequate: 'significantlyBelow',
  other: 'other',
}

const dayStart = (day: string | null | undefined): string | undefined =>
  day ? `${day}T00:00:00Z` : undefined
const pounds = (pence: number): number => pence / 100
const money = (pence: number | null | undefined) =>
  pence === null || pence === undefined ? undefined : { amount: pounds(pence), currency: 'GBP' }

/** UK7: the indicators that were set (s.52). */
const agreedMetrics = ({ contract }: NoticeFacts) =>
  contract?.indicators
    .filter(({ isStatutory }) => isStatutory)
    .map(({ id, title, howMeasured }) => present({ id, title, description: howMeasured }))

const metricResults = ({ contract }: NoticeFacts) =>
  contract?.indicators
    .filter(({ isStatutory, assessments }) => isStatutory && assessments.length > 0)
    .map(({ id, title, assessments }) =>
      present({
        id,
        title,
        observations: assessments.map(({ number, fromOn, toOn, rating, note }) =>
          present({
            id: String(number),
            period: { startDate: `${fromOn}T00:00:00Z`, endDate: `${toOn}T23:59:59Z` },
            measureClassification: { id: RATING_CODES[rating] ?? 'other', description: rating },
            notes: note || undefined,
          }),
        ),
      }),
    )

const performanceFailures = (facts: NoticeFacts) => {
  const failure = failureOf(facts)
  return failure === undefined
    ? undefined
    : [
        present({
          id: failure.id,
          description: failure.whatHappened,
          ...(failure.kind === 'breach'
            ? { penaltyDate: dayStart(failure.eventOn) }
            : { decisionDate: dayStart(failure.eventOn) }),
        }),
      ]
}

const proposedAmendments = (facts: NoticeFacts) => {
  const change = changeOf(facts)
  return change === undefined
    ? undefined
    : [
        present({
          id: change.id,
          date: dayStart(change.madeOn),
          description: change.title,
          rationale: change.reason,
          period: present({ endDate: change.endsOn ? `${change.endsOn}T23:59:59Z` : undefined }),
          value: money(change.valuePence),
        }),
      ]
}

/** What the UK extension has for a notice of a contract. */
const contractExtras = (facts: NoticeFacts): JsonObject => {
  const { code, variant } = facts.duty
  const isAboveThreshold = facts.isAboveThreshold ?? undefined
  if (code === 'UK7')
    return (
      present({
        aboveThreshold: isAboveThreshold,
        dateSigned: dayStart(facts.contract?.legal.enteredOn),
        agreedMetrics: agreedMetrics(facts),
        noAgreedMetricsRationale: facts.contract?.legal.noIndicatorsBecause || undefined,
      }) ?? {}
    )
  if (code === 'UK9' && variant === 'kpi')
    return present({ implementation: present({ metrics: metricResults(facts) }) }) ?? {}
  if (code === 'UK9')
    return present({ implementation: present({ performanceFailures: performanceFailures(facts) }) }) ?? {}
  if (code === 'UK10') return present({ proposedAmendments: proposedAmendments(facts) }) ?? {}
  return {}
}

const awardExtras = ({ duty, evaluation, isAboveThreshold }: NoticeFacts): JsonObject =>
  present({
    aboveThreshold: isAboveThreshold ?? undefined,
    standstillPeriod:
      duty.code === 'UK6' && evaluation?.standstillEndsOn
        ? present({
            startDate: dayStart(evaluation.noticeOn),
            endDate: `${evaluation.standstillEndsOn}T23:59:59Z`,
          })
        : undefined,
  }) ?? {}

/** Puts fields into an object, or into the first of a list; what was there stays. */
const over = (section: Json | undefined, fields: JsonObject, place: Place['in'], fallback: string): Json => {
  if (place === 'planning' || place === 'tender')
    return {
      ...(place === 'tender' ? { id: fallback } : {}),
      ...(isObject(section ?? null) ? (section as JsonObject) : {}),
      ...fields,
    }
  const list = isList(section ?? null) ? (section as readonly Json[]) : []
  const [first = { id: fallback, ...(place === 'contract' ? { awardID: fallback } : {}) }, ...rest] = list
  const [old, extra] = [isObject(first) ? first : {}, fields.implementation]
  const implementation =
    isObject(old.implementation ?? null) && isObject(extra ?? null)
      ? { implementation: { ...(old.implementation as JsonObject), ...(extra as JsonObject) } }
      : {}
  return [{ ...old, ...fields, ...implementation }, ...rest]
}

const SECTION = { planning: 'planning', tender: 'tender', award: 'awards', contract: 'contracts' } as const

/**
 * The notice as an OCDS 1.1.5 release with the fields of the UK extension. The notice itself is a document with its
 * `noticeType`. For UK1, UK8 and UK17 no mapping was found: their releases hold no more than the document.
 */
export const releaseOf = (facts: NoticeFacts, title: string, at: string): JsonObject => {
  const { duty, noticeId, process } = facts
  const place = PLACES[duty.code]
  const key = SECTION[place.in]
  const content = contentOf(process)
  const notice: JsonObject = { id: noticeId, title, noticeType: duty.code, language: 'en' }
  const extras =
    place.in === 'contract' ? contractExtras(facts) : place.in === 'award' ? awardExtras(facts) : {}
  const above =
    place.in === 'tender' && facts.isAboveThreshold !== null ? { aboveThreshold: facts.isAboveThreshold } : {}
  const fields: JsonObject = { ...extras, ...above, documents: [notice] }
  const { ocid = process.ocid, ...rest } = content
  return {
    ocid,
    id: `${process.ocid}-${duty.code}-${noticeId.slice(-12)}`,
    date: at,
    tag: [place.tag],
    ...rest,
    [key]: over(rest[key], fields, place.in, noticeId),
  }
}
