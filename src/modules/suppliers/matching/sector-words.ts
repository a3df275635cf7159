/**
 * Words of a name that promise a trade, against the divisions of SIC 2007 (ONS) whose firms use them.
 * Only words that seldom mean anything else; silence is the rule.
 */
const WORDS_OF_DIVISIONS: readonly (readonly [string, string])[] = [
  ['01 02 03', 'farm farms farming agricultural forestry nurseries growers'],
  [
    '41 42 43 68',
    'builders building construction civil roofing scaffolding joinery joiners plumbing electrical flooring demolition groundworks paving plastering decorators glazing',
  ],
  ['45', 'motors garage tyres cars vehicles'],
  ['49 51 52 79', 'taxi taxis cabs coaches buses travel haulage minibuses'],
  ['55 56', 'hotel hotels catering caterers restaurant cafe inn'],
  ['58 59 60 18', 'publishing press printers printing media films'],
  ['61 62 63', 'software computing computers technologies telecom telecoms broadband digital'],
  ['64 65 66', 'insurance bank banking finance mortgages brokers'],
  ['69', 'solicitors law legal chambers accountants barristers'],
  ['71', 'architects engineers surveyors surveying'],
  ['78', 'recruitment staffing personnel'],
  ['80', 'security guarding alarms'],
  ['81', 'cleaning landscapes landscaping gardeners'],
  ['85', 'school schools academy college university education training tuition nursery'],
  ['86 87 88', 'care healthcare nursing homecare hospice dental dentist surgery medical childcare nursery'],
  ['90 91 93', 'theatre museum arts leisure sports gym football'],
  ['94', 'union institute association church'],
]

const DIVISIONS = new Map<string, Set<string>>()
for (const [divisions, words] of WORDS_OF_DIVISIONS)
  for (const word of words.split(' '))
    for (const division of divisions.split(' '))
      DIVISIONS.set(word, (DIVISIONS.get(word) ?? new Set()).add(division))

/** Codes that say nothing of the trade: head offices, holding, dormant and "other" activities. */
const EMPTY_CODES = /^(?:0+|1|64201|64209|64999|70100|70229|74909|74990|82990|96090|98000|99999)$/

export type SectorAgreement = 'agrees' | 'silent' | 'disagrees'

/** Whether the trade a payee's words promise is among the activities the register gives for the company. */
export const sectorAgreement = (words: readonly string[], sic: string | null): SectorAgreement => {
  const codes =
    (sic ?? '')
      .match(/\d{4,5}/g)
      ?.map((code) => code.padStart(5, '0'))
      .filter((code) => !EMPTY_CODES.test(code))
      .map((code) => code.slice(0, 2)) ?? []
  const promised = words.map((word) => DIVISIONS.get(word)).filter((divisions) => divisions !== undefined)
  if (codes.length === 0 || promised.length === 0) return 'silent'
  return promised.some((divisions) => codes.some((code) => divisions.has(code))) ? 'agrees' : 'disagrees'
}
