import type { EntryFacts, RegisteredForm, SupplierKind, SupplierSize } from '../model.ts'

export type KindReason =
  | 'form-public-body'
  | 'form-college-corporation'
  | 'on-charity-register'
  | 'form-charity'
  | 'form-charitable-incorporated-organisation'
  | 'form-community-interest-company'
  | 'form-co-operative'
  | 'form-community-benefit-society'
  | 'form-registered-society'
  | 'form-mutual'
  | 'form-guarantee-exempt'
  | 'name-of-public-body'
  | 'form-business'
  | 'form-undecided'

export type SizeReason =
  | 'accounts-micro'
  | 'accounts-small'
  | 'accounts-medium'
  | 'accounts-full'
  | 'accounts-group'
  | 'employees'
  | 'accounts-silent'

/** `stated`: the register says so. `indicated`: what it says makes it likely. */
type Certainty = 'stated' | 'indicated'

export type SupplierKindFinding = {
  readonly kind: SupplierKind
  readonly kindReason: KindReason
  readonly kindCertainty: Certainty
  /** Null where the register does not tell the size. */
  readonly size: SupplierSize | null
  readonly sizeReason: SizeReason
  readonly sizeCertainty: Certainty
}

type KindFinding = Pick<SupplierKindFinding, 'kind' | 'kindReason' | 'kindCertainty'>
type SizeFinding = Pick<SupplierKindFinding, 'size' | 'sizeReason' | 'sizeCertainty'>

/** The law behind each reason. */
export const KIND_SOURCES: Readonly<Record<KindReason, string>> = {
  'form-public-body': 'As the list itself classes the body',
  'form-college-corporation':
    'Further and Higher Education Act 1992 s.17; public sector in the national accounts',
  'on-charity-register': 'Charities Act 2011 s.29',
  'form-charity': 'Charities Act 2011 s.1',
  'form-charitable-incorporated-organisation':
    'Charities Act 2011 s.204; Charities and Trustee Investment (Scotland) Act 2005 s.49',
  'form-community-interest-company':
    'Companies (Audit, Investigations and Community Enterprise) Act 2004 s.26',
  'form-co-operative': 'Co-operative and Community Benefit Societies Act 2014 s.2(2)(a)',
  'form-community-benefit-society': 'Co-operative and Community Benefit Societies Act 2014 s.2(2)(b)',
  'form-registered-society': 'Co-operative and Community Benefit Societies Act 2014 s.1',
  'form-mutual':
    'Credit Unions Act 1979 s.1; Friendly Societies Act 1992 s.5; Building Societies Act 1986 s.5',
  'form-guarantee-exempt': 'Companies Act 2006 ss.60–62: profits go to its objects, none to its members',
  'name-of-public-body': 'Its name is one that public bodies bear',
  'form-business': 'Companies Act 2006 s.3; Limited Liability Partnerships Act 2000 s.1',
  'form-undecided': 'Its legal form alone does not tell',
}

const FORM_KINDS: Readonly<Partial<Record<RegisteredForm, KindFinding>>> = {
  'public-body': { kind: 'public', kindReason: 'form-public-body', kindCertainty: 'stated' },
  'college-corporation': { kind: 'public', kindReason: 'form-college-corporation', kindCertainty: 'stated' },
  charity: { kind: 'vcse', kindReason: 'form-charity', kindCertainty: 'stated' },
  'charitable-incorporated-organisation': {
    kind: 'vcse',
    kindReason: 'form-charitable-incorporated-organisation',
    kindCertainty: 'stated',
  },
  'community-interest-company': {
    kind: 'vcse',
    kindReason: 'form-community-interest-company',
    kindCertainty: 'stated',
  },
  'co-operative': { kind: 'vcse', kindReason: 'form-co-operative', kindCertainty: 'stated' },
  'community-benefit-society': {
    kind: 'vcse',
    kindReason: 'form-community-benefit-society',
    kindCertainty: 'stated',
  },
  'registered-society': { kind: 'vcse', kindReason: 'form-registered-society', kindCertainty: 'stated' },
  'credit-union': { kind: 'vcse', kindReason: 'form-mutual', kindCertainty: 'stated' },
  'friendly-society': { kind: 'vcse', kindReason: 'form-mutual', kindCertainty: 'stated' },
  'building-society': { kind: 'vcse', kindReason: 'form-mutual', kindCertainty: 'stated' },
}

const PROFIT_FORMS: ReadonlySet<RegisteredForm> = new Set([
  'private-limited',
  'public-limited',
  'unlimited',
  'llp',
  'partnership',
  'overseas',
])

/** Names that the law keeps for public bodies, or that only they bear. Trading companies of councils end in Ltd and are not meant. */
const PUBLIC_NAMES: readonly RegExp[] = [
  /\b(?:county|borough|city|district|metropolitan|parish|town|unitary|community) council$/i,
  /^(?:the )?(?:mayor and burgesses|london borough|royal borough|metropolitan borough|city council|borough council|council) of\b/i,
  /\bcouncil of the (?:borough|city|county)\b/i,
  /\b(?:combined|fire(?: and rescue)?|national park|waste disposal|police) authority$/i,
  /\bnhs (?:foundation )?trust$/i,
  /\b(?:integrated care board|police and crime commissioner|chief constable|hm revenue (?:and|&) customs)\b/i,
]

const kindByForm = (form: RegisteredForm | null): KindFinding | undefined =>
  form ? FORM_KINDS[form] : undefined

const deriveKind = (entry: KindFacts): KindFinding => {
  const byForm = kindByForm(entry.form)
  if (byForm?.kind === 'public') return byForm
  if (entry.charityNumber) return { kind: 'vcse', kindReason: 'on-charity-register', kindCertainty: 'stated' }
  if (byForm) return byForm
  if (entry.form && PROFIT_FORMS.has(entry.form)) {
    return { kind: 'business', kindReason: 'form-business', kindCertainty: 'stated' }
  }
  if (PUBLIC_NAMES.some((pattern) => pattern.test(entry.name))) {
    return { kind: 'public', kindReason: 'name-of-public-body', kindCertainty: 'indicated' }
  }
  if (entry.form === 'guarantee-exempt') {
    return { kind: 'vcse', kindReason: 'form-guarantee-exempt', kindCertainty: 'indicated' }
  }
  return { kind: 'unknown', kindReason: 'form-undecided', kindCertainty: 'indicated' }
}

/** The regime of the Companies Act 2006 that each category of accounts stands for. */
export const SIZE_SOURCES: Readonly<Record<SizeReason, string>> = {
  'accounts-micro': 'Companies Act 2006 s.384A: accounts of a micro-entity',
  'accounts-small':
    'Companies Act 2006 ss.382 and 477: accounts, or exemptions, of a small company; it may be a micro-entity',
  'accounts-medium': 'Companies Act 2006 s.465: accounts of a medium-sized company',
  'accounts-full':
    'Full accounts, with none of the exemptions of micro, small and medium-sized companies: large, or barred from them, or made so by choice',
  'accounts-group': 'Companies Act 2006 s.399: group accounts, which a parent makes whose group is not small',
  employees:
    'Its number of staff, as published by the list: 250 and more is no small or medium-sized enterprise',
  'accounts-silent': 'No accounts that tell of its size',
}

const SIZES: ReadonlyMap<string, SizeFinding> = new Map([
  ['MICRO ENTITY', { size: 'micro', sizeReason: 'accounts-micro', sizeCertainty: 'stated' }],
  ['SMALL', { size: 'small', sizeReason: 'accounts-small', sizeCertainty: 'stated' }],
  ['TOTAL EXEMPTION FULL', { size: 'small', sizeReason: 'accounts-small', sizeCertainty: 'stated' }],
  ['TOTAL EXEMPTION SMALL', { size: 'small', sizeReason: 'accounts-small', sizeCertainty: 'stated' }],
  ['PARTIAL EXEMPTION', { size: 'small', sizeReason: 'accounts-small', sizeCertainty: 'stated' }],
  ['UNAUDITED ABRIDGED', { size: 'small', sizeReason: 'accounts-small', sizeCertainty: 'stated' }],
  ['AUDITED ABRIDGED', { size: 'small', sizeReason: 'accounts-small', sizeCertainty: 'stated' }],
  ['MEDIUM', { size: 'medium', sizeReason: 'accounts-medium', sizeCertainty: 'stated' }],
  ['FULL', { size: 'large', sizeReason: 'accounts-full', sizeCertainty: 'indicated' }],
  ['GROUP', { size: 'large', sizeReason: 'accounts-group', sizeCertainty: 'indicated' }],
] satisfies [string, SizeFinding][])

const SILENT: SizeFinding = { size: null, sizeReason: 'accounts-silent', sizeCertainty: 'indicated' }
const MANY_STAFF: SizeFinding = { size: 'large', sizeReason: 'employees', sizeCertainty: 'stated' }

/** The lowest number that a band of staff allows: 250 for "250 to 499", none for "Less than 250". */
const lowestStaff = (band: string): number => {
  if (/less than|under|fewer|up to|not provided/i.test(band)) return 0
  const found = /\d[\d,]*/.exec(band)?.[0]
  return found === undefined ? 0 : Number(found.replaceAll(',', ''))
}

const deriveSize = (entry: KindFacts): SizeFinding => {
  if (entry.employees !== null && lowestStaff(entry.employees) >= 250) return MANY_STAFF
  return (entry.accountsCategory && SIZES.get(entry.accountsCategory.trim().toUpperCase())) || SILENT
}

export type KindFacts = Pick<EntryFacts, 'name' | 'form' | 'accountsCategory' | 'employees'> & {
  readonly charityNumber: string | null
}

/**
 * What kind of supplier a register entry is and how large, each with its reason. The kind follows the legal form and
 * the charity number; the size follows the regime that its accounts were made under.
 */
export const deriveSupplierKind = (entry: KindFacts): SupplierKindFinding => ({
  ...deriveKind(entry),
  ...deriveSize(entry),
})
