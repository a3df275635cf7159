import { daysBetween } from '../../../kernel/plain-date.ts'
import type { Draft, DraftFinding, DraftLaw } from '../model/draft.ts'
import { isList, type JsonObject } from '../model/json.ts'
import { dayAt, flagAt, type Notes, objectAt, objectsAt, penceAt, type Spot, textAt } from './field-reader.ts'

const STANDARD_VAT_PERCENT = 20

/** What is checked of a release; all from the tender, and the suppliers from awards. */
export const draftOf = (release: JsonObject): Draft => {
  const notes: Notes = { where: '', problems: [] }
  const spot: Spot = { value: release, path: [] }
  const tender = objectAt(spot, 'tender', notes)
  const period = objectAt(tender, 'tenderPeriod', notes)
  const awards = objectsAt(spot, 'awards', notes)
  const values = [...awards, tender].map((holder) => objectAt(holder, 'value', notes))
  const gross = values.map((value) => penceAt(value, 'amountGross', notes)).find((pence) => pence !== null)
  const net = values.map((value) => penceAt(value, 'amount', notes)).find((pence) => pence !== null)
  const withVat = net === undefined ? null : Math.round((net * (100 + STANDARD_VAT_PERCENT)) / 100)
  const number = tender.value.numberOfTenderers
  return {
    ocid: textAt(spot, 'ocid', notes) ?? '',
    title: textAt(tender, 'title', notes),
    lots: objectsAt(tender, 'lots', notes).length,
    noLotsReason: textAt(objectAt(tender, 'lotDetails', notes), 'noLotsDivisionRationale', notes),
    opensOn: dayAt(period, 'startDate', notes),
    deadlineOn: dayAt(period, 'endDate', notes),
    grossPence: gross ?? withVat,
    isVatAssumed: gross === undefined && net !== undefined,
    method: textAt(tender, 'procurementMethod', notes),
    directAwardReason: reasonIn(tender, notes),
    numberOfTenderers: typeof number === 'number' ? number : null,
    suppliers: awards
      .flatMap((award) => objectsAt(award, 'suppliers', notes))
      .flatMap((each) => textAt(each, 'id', notes) ?? []),
    decidedOn:
      awards.map((award) => dayAt(award, 'date', notes)).find((day) => day !== null) ??
      dayAt(spot, 'date', notes),
  }
}

const reasonIn = (tender: Spot, notes: Notes): string | null => {
  const { procurementMethodRationaleClassifications: grounds } = tender.value
  const hasGround = isList(grounds) && grounds.length > 0
  return textAt(tender, 'procurementMethodRationale', notes) ?? (hasGround ? 'classified' : null)
}

/** Whether the tender says of itself that it is light touch: other periods and thresholds hold. */
export const isLightTouch = (release: JsonObject): boolean => {
  const tender = objectAt({ value: release, path: [] }, 'tender', { where: '', problems: [] })
  const { specialRegime } = tender.value
  return (
    flagAt(tender, 'lightTouch') === true || (isList(specialRegime) && specialRegime.includes('lightTouch'))
  )
}

const NON_COMPETITIVE: ReadonlySet<string> = new Set(['limited', 'direct'])
const isDirect = ({ method }: Draft): boolean => NON_COMPETITIVE.has(method ?? '')

const checkLots = (draft: Draft, { lots }: DraftLaw): DraftFinding[] =>
  lots === null || draft.lots > 0 || draft.noLotsReason !== null
    ? []
    : [{ code: 'no-lots-reason', kind: 'law', provision: lots.provision, facts: {} }]

/** Days run from the day after the invitation to the day of the deadline (Procurement Act 2023 s.54). */
const checkPeriod = (draft: Draft, { tenderDays }: DraftLaw): DraftFinding[] => {
  if (tenderDays === null || draft.opensOn === null || draft.deadlineOn === null || isDirect(draft)) return []
  const days = daysBetween(draft.opensOn, draft.deadlineOn)
  const { least, most, provision } = tenderDays
  if (days >= most) return []
  const code = days < least ? 'period-too-short' : 'period-may-be-too-short'
  return [{ code, kind: 'law', provision, facts: { days, least, most } }]
}

/** Above the threshold a ground has to be named before the award; below it a reason is good practice. */
const checkDirectAward = (draft: Draft, { threshold }: DraftLaw): DraftFinding[] => {
  if (draft.method !== 'direct' || draft.directAwardReason !== null) return []
  const code = 'no-direct-award-reason'
  return threshold?.isAtOrAbove === true
    ? [{ code, kind: 'law', provision: 'Procurement Act 2023 s.41, s.44 and Sch 5', facts: {} }]
    : [{ code, kind: 'guidance', provision: null, facts: {} }]
}

const checkSingleBid = (draft: Draft): DraftFinding[] =>
  draft.numberOfTenderers === 1 && !isDirect(draft)
    ? [{ code: 'single-bid', kind: 'guidance', provision: null, facts: {} }]
    : []

/** Our own figures, not the law's: a year, and a third award to one supplier. */
export const REPEATED = { days: 365, awards: 3 } as const
const checkRepeated = (draft: Draft, earlier: readonly Draft[], { threshold }: DraftLaw): DraftFinding[] => {
  const { decidedOn } = draft
  if (!isDirect(draft) || decidedOn === null) return []
  return [...new Set(draft.suppliers)].flatMap((supplier): DraftFinding[] => {
    const others = earlier.filter(
      (other) =>
        other.ocid !== draft.ocid &&
        isDirect(other) &&
        other.suppliers.includes(supplier) &&
        other.decidedOn !== null &&
        Math.abs(daysBetween(other.decidedOn, decidedOn)) <= REPEATED.days,
    )
    const pence = others.reduce((sum, { grossPence }) => sum + (grossPence ?? 0), draft.grossPence ?? 0)
    const isPastThreshold = threshold !== null && !threshold.isAtOrAbove && pence >= threshold.pence
    if (others.length === 0 || (others.length + 1 < REPEATED.awards && !isPastThreshold)) return []
    const facts = {
      supplier,
      awards: others.length + 1,
      pence,
      threshold: isPastThreshold ? threshold.pence : 0,
    }
    return [{ code: 'repeated-direct-awards', kind: 'guidance', provision: null, facts }]
  })
}

/** Our own figure: nearer than five per cent below. */
const CLOSE_PERCENT = 5
const checkThreshold = (draft: Draft, { threshold }: DraftLaw): DraftFinding[] => {
  const { grossPence } = draft
  if (threshold === null || grossPence === null || threshold.isAtOrAbove) return []
  if (grossPence * 100 < threshold.pence * (100 - CLOSE_PERCENT)) return []
  const facts = { grossPence, threshold: threshold.pence, isVatAssumed: draft.isVatAssumed ? 1 : 0 }
  return [{ code: 'close-to-threshold', kind: 'guidance', provision: threshold.provision, facts }]
}

/** What somebody would ask about a notice, found before it is published. */
export const checkDraft = (draft: Draft, law: DraftLaw, earlier: readonly Draft[] = []): DraftFinding[] => [
  ...checkLots(draft, law),
  ...checkPeriod(draft, law),
  ...checkDirectAward(draft, law),
  ...checkSingleBid(draft),
  ...checkRepeated(draft, earlier, law),
  ...checkThreshold(draft, law),
]
