import { formatDate, formatInstant, formatPounds } from '../../../platform/views/views.ts'
import { changeOf, failureOf, type NoticeFacts } from './facts.ts'

/** What the law said of a change beside the ways that permit it. */
const NO_GROUNDS: ReadonlySet<string> = new Set(
  ['allowed', 'supplier-change', 'splitting', 'fifty-percent', 'previous-law', 'change-notice', 'copy'].map(
    (name) => `modification.${name}`,
  ),
)

type Words = (facts: NoticeFacts) => string | null

const orNull = (text: string | null | undefined): string | null => (text ? text : null)
const bullets = (rows: readonly string[]): string | null =>
  rows.length === 0 ? null : rows.map((row) => `\n  - ${row}`).join('')
const day = (date: string | null | undefined): string | null => (date ? formatDate(date) : null)
const pounds = (pence: number | null | undefined): string | null =>
  pence === null || pence === undefined ? null : formatPounds(pence)

/** The first contract of a process; a notice is of one. */
const published = ({ process }: NoticeFacts) => process.contracts?.[0]

export const title: Words = (facts) =>
  orNull(facts.tender?.title ?? published(facts)?.title ?? facts.purchase?.title)
export const reference: Words = ({ tender, contract, purchase }) =>
  tender?.reference ?? orNull(contract?.contract.reference) ?? (purchase ? `P-${purchase.number}` : null)
export const description: Words = (facts) =>
  orNull(facts.process.tender?.description ?? published(facts)?.description ?? facts.purchase?.purpose)
export const category: Words = ({ process, contract }) =>
  orNull(process.tender?.category ?? contract?.legal.subject)
export const cpv: Words = (facts) =>
  orNull((facts.process.tender?.cpv ?? published(facts)?.cpv ?? []).join(', '))
export const place: Words = ({ tender }) => orNull(tender?.placeName)

/** Without VAT, and with it where the rate is known: the Act's values include it (s.123). */
export const value: Words = ({ purchase, process }) => {
  const net = process.tender?.value?.netPence
  if (net === undefined) return null
  const rate = purchase?.vatRate ?? null
  return rate === null
    ? `${formatPounds(net)} without VAT; with VAT to be filled in`
    : `${formatPounds(net)} without VAT, ${formatPounds(Math.round((net * (100 + rate)) / 100))} with VAT at ${rate} %`
}

export const term: Words = (facts) => {
  const found = published(facts)?.term ?? facts.process.tender?.term
  const [from, to] = [day(found?.startsOn), day(found?.endsOn)]
  if (from === null || to === null) return null
  const furthest = day(found?.latestEndOn)
  return `${from} to ${to}${furthest === null ? '' : `, to ${furthest} with every extension`}`
}
export const specialRegime: Words = ({ process, purchase }) => {
  if (process.tender?.specialRegimes?.includes('lightTouch')) return 'Light touch'
  if (purchase?.kind?.endsWith('concession')) return 'Concession'
  return purchase?.kind ? 'None' : null
}
export const lots: Words = ({ content }) =>
  content && content.lots.length > 1
    ? bullets(
        content.lots.map(
          ({ code, name, valuePence }) =>
            `Lot ${code}: ${name}${valuePence === null ? '' : `, ${formatPounds(valuePence)} without VAT`}`,
        ),
      )
    : null
export const procedure: Words = ({ purchase }) => {
  const route = purchase?.facts.route
  return typeof route === 'string' ? route : null
}
export const conditions: Words = ({ content }) =>
  content
    ? bullets([
        ...content.conditions,
        ...content.questions.filter(({ isCondition }) => isCondition).map(({ text }) => text),
      ])
    : null
export const criteria: Words = ({ content }) =>
  content ? bullets(content.criteria.map(({ name, kind, weight }) => `${name} (${kind}): ${weight} %`)) : null
export const socialValue: Words = ({ process }) =>
  bullets(
    (process.tender?.asks ?? []).map(
      ({ title: what, quantity, unit }) =>
        `${what}${quantity === undefined ? '' : `, at least ${quantity}`}${unit ? ` ${unit}` : ''}`,
    ),
  )
export const questionsUntil: Words = ({ tender }) => (tender ? formatInstant(tender.questionDeadline) : null)
export const deadline: Words = ({ tender, purchase }) =>
  tender ? formatInstant(tender.deadline) : day(purchase?.tendersDueOn)
export const address: Words = ({ tender }) =>
  tender?.publishedAt ? `Reference ${tender.reference} among the opportunities of this site` : null
export const tenderPlannedOn: Words = ({ purchase }) => day(purchase?.tenderOn)
export const directGround: Words = ({ purchase }) => {
  const ground = purchase?.facts.directAwardGround
  return typeof ground === 'string' ? ground : null
}

export const suppliers: Words = ({ process }) =>
  bullets(
    process.parties
      .filter(({ roles }) => roles.includes('supplier'))
      .map(({ name, scheme, number }) => (number === undefined ? name : `${name}, ${scheme} ${number}`)),
  )
export const awardValue: Words = ({ process }) =>
  bullets(
    (process.awards ?? []).flatMap(({ title: lot, value: money }) =>
      money?.netPence === undefined ? [] : [`${lot ?? 'Award'}: ${formatPounds(money.netPence)} without VAT`],
    ),
  )
export const decidedOn: Words = ({ awards }) => day(awards?.[0]?.decidedOn)
export const tenderCounts: Words = ({ process }) =>
  process.tender?.numberOfTenderers === undefined
    ? null
    : `${process.tender.numberOfTenderers} received; how many from small firms and voluntary bodies to be filled in`
export const standstill: Words = ({ evaluation }) =>
  evaluation?.standstillEndsOn
    ? `${evaluation.noticeOn ? `from ${formatDate(evaluation.noticeOn)} ` : ''}to the end of ${formatDate(evaluation.standstillEndsOn)}`
    : null

export const contractValue: Words = (facts) => {
  const net = pounds(published(facts)?.value?.netPence)
  const most = pounds(facts.contract?.legal.mostPence)
  if (net === null) return most === null ? null : `${most} with VAT, options and extensions`
  return `${net} without VAT${most === null ? '; with VAT to be filled in' : `, ${most} with VAT, options and extensions`}`
}
export const enteredOn: Words = ({ contract }) => day(contract?.legal.enteredOn)
export const indicatorsSet: Words = ({ contract }) =>
  bullets(
    (contract?.indicators ?? [])
      .filter(({ isStatutory }) => isStatutory)
      .map(({ title: what, howMeasured, target, unit }) =>
        [`${what}${target === null ? '' : `, target ${target} ${unit}`}`, howMeasured]
          .filter(Boolean)
          .join('. '),
      ),
  ) ?? orNull(contract?.legal.noIndicatorsBecause)
export const commitments: Words = (facts) =>
  bullets(
    (published(facts)?.commitments ?? []).map(({ title: what, quantity, unit }) =>
      `${what}: ${quantity ?? ''} ${unit ?? ''}`.trim(),
    ),
  )

const RATING_WORDS: Readonly<Record<string, string>> = {
  good: 'good',
  approaching: 'approaching target',
  'requires-improvement': 'requires improvement',
  inadequate: 'inadequate',
  other: 'other',
}
export const indicatorResults: Words = ({ contract }) =>
  bullets(
    (contract?.indicators ?? []).flatMap(({ title: what, assessments, isStatutory }) => {
      const last = assessments.at(-1)
      return last && isStatutory
        ? [
            `${what}: ${RATING_WORDS[last.rating] ?? last.rating}, ${formatDate(last.fromOn)} to ${formatDate(last.toOn)}`,
          ]
        : []
    }),
  )
export const whyPerformance: Words = (facts) => {
  if (facts.duty.variant === 'kpi') return 'Assessment against the performance indicators (s.71(2))'
  const failure = failureOf(facts)
  if (!failure) return null
  return `${failure.kind === 'breach' ? 'Breach of the contract' : 'Performance not to the authority’s satisfaction'} (s.71(3)–(5))${failure.eventOn ? `, ${formatDate(failure.eventOn)}` : ''}`
}
export const whatHappened: Words = (facts) => orNull(failureOf(facts)?.whatHappened)
export const chance: Words = (facts) => {
  const failure = failureOf(facts)
  return failure?.chance ? [failure.chance, failure.whatCameOfIt].filter(Boolean).join(' ') : null
}

export const change: Words = (facts) => {
  const found = changeOf(facts)
  return found ? `${found.title}. ${found.reason}` : null
}
export const changeGround: Words = (facts) =>
  bullets(
    (changeOf(facts)?.finding?.lines ?? [])
      .filter(({ id, applies }) => applies === true && !NO_GROUNDS.has(id))
      .map(({ title: what, provision }) => `${what} (${provision})`),
  )
export const changeValue: Words = (facts) => {
  const found = changeOf(facts)
  const [before, after] = [pounds(found?.finding?.beforePence), pounds(found?.valuePence)]
  return before === null || after === null
    ? null
    : `${before} before, ${after} after, without VAT; with VAT to be filled in`
}
export const changeTerm: Words = (facts) => day(changeOf(facts)?.endsOn)
export const changeMadeOn: Words = (facts) => day(changeOf(facts)?.madeOn)
export const endedOn: Words = ({ contract }) => day(contract?.endsOn)
export const cancelledWhy: Words = ({ tender }) => orNull(tender?.cancelledBecause)

export const pipelineYear: Words = ({ duty }) => `from 1 April ${duty.occasion}`
export const pipeline: Words = ({ pipeline: purchases }) =>
  bullets(
    (purchases ?? []).map(({ title: what, valuePence, optionsPence, extensionsPence, tenderOn }) => {
      const whole = valuePence === null ? null : valuePence + optionsPence + extensionsPence
      return `${what}${whole === null ? '' : `, ${formatPounds(whole)} without VAT`}, ${tenderOn ? `tender notice planned for ${formatDate(tenderOn)}` : 'day of the tender notice to be filled in'}`
    }),
  )
export const periodWords: Words = ({ period }) =>
  period ? `${formatDate(period.from)} to ${formatDate(period.to)}` : null
export const paidByContract: Words = ({ paid }) =>
  bullets(
    (paid ?? []).map(({ title: what, pence }) =>
      pence === null ? `${what}: payments not linked` : `${what}: ${formatPounds(pence)} in all`,
    ),
  )
