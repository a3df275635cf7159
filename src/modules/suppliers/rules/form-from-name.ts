import type { RegisteredForm } from '../model.ts'

/** Prefixes of company numbers that stand for one legal form (Companies House, table of company number prefixes). */
const PREFIX_FORMS: Readonly<Record<string, RegisteredForm>> = {
  OC: 'llp',
  SO: 'llp',
  NC: 'llp',
  LP: 'partnership',
  SL: 'partnership',
  NL: 'partnership',
  SG: 'partnership',
  FC: 'overseas',
  SF: 'overseas',
  NF: 'overseas',
  BR: 'overseas',
  OE: 'overseas',
  CE: 'charitable-incorporated-organisation',
  CS: 'charitable-incorporated-organisation',
  IP: 'registered-society',
  SP: 'registered-society',
  NP: 'registered-society',
  RS: 'registered-society',
  NO: 'credit-union',
  RC: 'royal-charter',
  SR: 'royal-charter',
  NR: 'royal-charter',
  FE: 'college-corporation',
}

/**
 * Names that the law makes a form end with: Companies Act 2006 s.58 (plc), Limited Liability Partnerships Act 2000
 * Sch. para 2 (LLP), Companies (Audit, Investigations and Community Enterprise) Act 2004 s.33 (CIC). "Limited" tells
 * nothing here: companies limited by shares and by guarantee both end with it.
 */
const NAME_ENDINGS: readonly (readonly [RegExp, RegisteredForm])[] = [
  [/\b(?:plc|p\.l\.c\.?|public limited company|ccc)$/i, 'public-limited'],
  [/\b(?:llp|l\.l\.p\.?|limited liability partnership)$/i, 'llp'],
  [/\b(?:cic|c\.i\.c\.?|community interest (?:company|plc)|cbc)$/i, 'community-interest-company'],
  [/\b(?:s?cio|charitable incorporated organisation)$/i, 'charitable-incorporated-organisation'],
]

/** The legal form that a company's number or the end of its name betrays, where a list does not say it. */
export const deriveFormFromName = (name: string, companyNumber: string): RegisteredForm | null =>
  NAME_ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? PREFIX_FORMS[companyNumber.slice(0, 2)] ?? null
