import { type Exact, exact } from '../../../kernel/exact.ts'
import { type Band, isJudged, type Kind, type Method, type MethodName, type Scale } from '../model.ts'
import { type Given, isObject, NAMES, ours } from './names.ts'
import { ask, type Problems, shown } from './problems.ts'
import { isGiven, readNumber, readPercent } from './read-numbers.ts'

type Ends = { readonly from: Exact | null; readonly to: Exact | null; readonly share: Exact }

const readBand = (raw: unknown, weight: Exact, field: string, problems: Problems): Ends | null => {
  if (!isObject(raw)) return ask(problems, field, 'band-unreadable', { given: shown(raw) })
  const given = ours(raw, NAMES.band, field, problems)
  const points = readNumber(given.points, `${field}.points`, problems)
  const percent = readPercent(given.percent, `${field}.percent`, problems)
  if (!points && !percent) return ask(problems, field, 'band-without-marks')
  if (points && (points.lt(0) || points.gt(weight)))
    return ask(problems, field, 'band-beyond-weight', { points: points.toFixed(), weight: weight.toFixed() })
  return {
    from: readNumber(given.from, `${field}.from`, problems),
    to: readNumber(given.to, `${field}.to`, problems),
    share: percent ?? (weight.isZero() ? exact(0) : (points as Exact).div(weight)),
  }
}

/**
 * Bands of "up to" hold their upper end; bands of "from" hold their lower end. With both ends given, an end that two bands
 * share belongs to the upper one, as "from" says. Gaps show later, when a bid falls into one.
 */
const readBands = (raw: unknown, weight: Exact, field: string, problems: Problems): Method | null => {
  if (!Array.isArray(raw) || raw.length === 0) return ask(problems, field, 'bands-missing')
  const read = raw.map((band, index) => readBand(band, weight, `${field}[${index + 1}]`, problems))
  if (!read.every((band) => band !== null)) return null
  const byFrom = read.every(({ from }, index) => from !== null || index === 0)
  const isByTo = !byFrom && read.every(({ to }, index) => to !== null || index === read.length - 1)
  if (isByTo) {
    const sorted = read.toSorted((a, b) => (a.to === null ? 1 : b.to === null ? -1 : a.to.cmp(b.to)))
    return { name: 'bands', bands: sorted.map((band) => ({ ...band, isToIncluded: true })) }
  }
  const sorted = read.toSorted((a, b) => (a.from === null ? -1 : b.from === null ? 1 : a.from.cmp(b.from)))
  const bands = sorted.map((band, index): Band => {
    const next = sorted[index + 1]?.from ?? null
    if (next && band.to?.gt(next)) ask(problems, field, 'bands-overlap', { at: next.toFixed() })
    return { ...band, to: band.to ?? next, isToIncluded: band.to !== null && !next?.eq(band.to) }
  })
  return { name: 'bands', bands }
}

const readRange = (
  given: Given,
  better: 'lower' | 'higher',
  field: string,
  problems: Problems,
): Method | null => {
  const full = readNumber(given.fullMarksAt, `${field}.fullMarksAt`, problems)
  const none = readNumber(given.noMarksAt, `${field}.noMarksAt`, problems)
  if (!full || !none) return ask(problems, field, 'range-missing')
  if (full.eq(none) || (better === 'lower') !== full.lt(none))
    return ask(problems, field, 'range-upside-down', { better })
  return { name: 'fixed-range', fullMarksAt: full, noMarksAt: none }
}

/** The method with what it needs. `given` has the names of the criterion and of its method together. */
export const readMethod = (
  name: MethodName,
  given: Given,
  about: {
    readonly kind: Kind
    readonly weight: Exact
    readonly better: 'lower' | 'higher'
    readonly scale: Scale | null
  },
  field: string,
  problems: Problems,
): Method | null => {
  if (name === 'scale') {
    if (isJudged(about.kind)) return { name }
    return ask(problems, `${field}.method`, 'method-needs-judgement', { kind: about.kind })
  }
  if (name === 'bands') return readBands(given.bands, about.weight, `${field}.bands`, problems)
  if (name === 'fixed-range') return readRange(given, about.better, field, problems)
  if (name === 'fixed-benchmark') {
    const benchmark = readNumber(given.benchmark, `${field}.benchmark`, problems)
    if (!benchmark)
      return isGiven(given.benchmark) ? null : ask(problems, `${field}.benchmark`, 'benchmark-missing')
    return benchmark.gt(0)
      ? { name, benchmark }
      : ask(problems, `${field}.benchmark`, 'benchmark-not-positive')
  }
  if (name === 'distance-from-mean') {
    const marks = readNumber(given.marksAtMean ?? '50', `${field}.marksAtMean`, problems)
    if (marks && (marks.lt(0) || marks.gt(100)))
      return ask(problems, `${field}.marksAtMean`, 'percent-beyond', { given: shown(given.marksAtMean) })
    return marks && { name, marksAtMean: marks }
  }
  return { name }
}
