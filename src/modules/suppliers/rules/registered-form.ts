import type { RegisteredForm } from '../model.ts'

/** Companies House's own words ("CompanyCategory" of the company data product), in lower case. */
const COMPANY_CATEGORIES: ReadonlyMap<string, RegisteredForm> = new Map([
  ['private limited company', 'private-limited'],
  ['priv ltd sect. 30 (private limited company, section 30 of the companies act)', 'guarantee-exempt'],
  ['pri/ltd by guar/nsc (private, limited by guarantee, no share capital)', 'guarantee'],
  [
    "pri/lbg/nsc (private, limited by guarantee, no share capital, use of 'limited' exemption)",
    'guarantee-exempt',
  ],
  ['private unlimited', 'unlimited'],
  ['private unlimited company', 'unlimited'],
  ['public limited company', 'public-limited'],
  ['old public company', 'public-limited'],
  ['united kingdom societas', 'public-limited'],
  ['community interest company', 'community-interest-company'],
  ['limited liability partnership', 'llp'],
  ['limited partnership', 'partnership'],
  ['scottish partnership', 'partnership'],
  ['overseas entity', 'overseas'],
  ['royal charter company', 'royal-charter'],
  ['charitable incorporated organisation', 'charitable-incorporated-organisation'],
  ['scottish charitable incorporated organisation', 'charitable-incorporated-organisation'],
  ['industrial and provident society', 'registered-society'],
  ['registered society', 'registered-society'],
  ['further education and sixth form college corps', 'college-corporation'],
  ['co-operative society', 'co-operative'],
  ['community benefit society', 'community-benefit-society'],
  ['credit union', 'credit-union'],
  ['building society', 'building-society'],
  ['friendly society', 'friendly-society'],
])

/** Other registers and lists say the same in their own words. The first pattern that fits counts. */
const PATTERNS: readonly (readonly [RegExp, RegisteredForm])[] = [
  [/community interest|\bcic\b/, 'community-interest-company'],
  [/charitable incorporated|\bs?cio\b/, 'charitable-incorporated-organisation'],
  [/limited liability partnership|\bllp\b/, 'llp'],
  [/guarant.*exempt|section (?:30|60)\b/, 'guarantee-exempt'],
  [/guarant|\blbg\b/, 'guarantee'],
  [/community benefit/, 'community-benefit-society'],
  [/co-?operative/, 'co-operative'],
  [/credit union/, 'credit-union'],
  [/building society/, 'building-society'],
  [/friendly|benevolent|working men|specially authorised/, 'friendly-society'],
  [/registered society|industrial (?:and|&) provident|pre-commencement/, 'registered-society'],
  [/\bcharit/, 'charity'],
  [
    /(?:local|combined|police|fire) authority|(?:local|central) government|council|\bnhs\b|public (?:body|sector)/,
    'public-body',
  ],
  [/(?:further education|sixth form).*college|college corporation/, 'college-corporation'],
  [/public limited|\bplc\b/, 'public-limited'],
  [/unlimited/, 'unlimited'],
  [/private.*limited|limited company|\bltd\b/, 'private-limited'],
  [/partnership/, 'partnership'],
  [/overseas|foreign/, 'overseas'],
  [/royal charter/, 'royal-charter'],
]

/** The legal form a register names, in one vocabulary; null where it names none. */
export const readRegisteredForm = (text: string): RegisteredForm | null => {
  const words = text.trim().toLowerCase()
  if (words === '') return null
  return COMPANY_CATEGORIES.get(words) ?? PATTERNS.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'
}
