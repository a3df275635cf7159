/** Words that registers and ledgers write in several ways. Data only: the rules that use it are in `name-tokens.ts`. */

export type LegalForm = 'limited' | 'plc' | 'llp' | 'cic' | 'cio' | 'lp' | 'unlimited' | 'foreign'

/** Spellings of a legal form that are one word once dots and spaces between single letters are gone. */
export const LEGAL_WORDS: Readonly<Record<string, LegalForm>> = {
  limited: 'limited',
  ltd: 'limited',
  // Slips of the pen and of optical reading, all seen in published payment files.
  limted: 'limited',
  limtied: 'limited',
  limitied: 'limited',
  limied: 'limited',
  limitd: 'limited',
  limitted: 'limited',
  lmited: 'limited',
  litd: 'limited',
  itd: 'limited',
  '1td': 'limited',
  // Welsh, Companies Act 2006 s.59(2), s.58(2).
  cyf: 'limited',
  cyfyngedig: 'limited',
  ccc: 'plc',
  plc: 'plc',
  llp: 'llp',
  lp: 'lp',
  cic: 'cic',
  cbc: 'cic',
  cio: 'cio',
  scio: 'cio',
  gmbh: 'foreign',
  sarl: 'foreign',
  bv: 'foreign',
  nv: 'foreign',
  inc: 'foreign',
  incorporated: 'foreign',
  llc: 'foreign',
  pty: 'foreign',
}

/** Forms written as several words, longest first. */
export const LEGAL_PHRASES: readonly (readonly [readonly string[], LegalForm])[] = [
  [['scottish', 'charitable', 'incorporated', 'organisation'], 'cio'],
  [['charitable', 'incorporated', 'organisation'], 'cio'],
  [['company', 'limited', 'by', 'guarantee'], 'limited'],
  [['company', 'limited', 'by', 'shares'], 'limited'],
  [['public', 'limited', 'company'], 'plc'],
  [['private', 'limited', 'company'], 'limited'],
  [['community', 'interest', 'company'], 'cic'],
  [['limited', 'liability', 'partnership'], 'llp'],
  [['limited', 'partnership'], 'lp'],
  [['unlimited', 'company'], 'unlimited'],
]

/** A legal form cut off by the width of a ledger's field; read so only as the last word of the name. */
export const CUT_LEGAL_WORDS: readonly string[] = ['lt', 'lim', 'limi', 'limit', 'limite']

/** One way of writing for words with a settled short form. A short form that could mean two words is not here. */
export const ABBREVIATIONS: Readonly<Record<string, string>> = {
  acad: 'academy',
  acads: 'academies',
  assn: 'association',
  assocn: 'association',
  assocs: 'associates',
  bldg: 'building',
  bldgs: 'buildings',
  bldrs: 'builders',
  bros: 'brothers',
  cent: 'central',
  center: 'centre',
  chas: 'charles',
  co: 'company',
  coll: 'college',
  comms: 'communications',
  constr: 'construction',
  contrs: 'contractors',
  corp: 'corporation',
  cttee: 'committee',
  ctr: 'centre',
  dept: 'department',
  distrib: 'distribution',
  engg: 'engineering',
  engrs: 'engineers',
  equip: 'equipment',
  fdn: 'foundation',
  fndn: 'foundation',
  govt: 'government',
  grp: 'group',
  hldg: 'holdings',
  hldgs: 'holdings',
  holding: 'holdings',
  hosp: 'hospital',
  inds: 'industries',
  insce: 'insurance',
  intl: 'international',
  intnl: 'international',
  labs: 'laboratories',
  lib: 'library',
  mangement: 'management',
  mfg: 'manufacturing',
  mfrs: 'manufacturers',
  mgmt: 'management',
  mgt: 'management',
  mktg: 'marketing',
  mngmt: 'management',
  natl: 'national',
  org: 'organisation',
  photog: 'photography',
  prods: 'products',
  props: 'properties',
  ptnrs: 'partners',
  refrig: 'refrigeration',
  rly: 'railway',
  rlwy: 'railway',
  rd: 'road',
  sch: 'school',
  schs: 'schools',
  serv: 'services',
  servs: 'services',
  service: 'services',
  serivces: 'services',
  soc: 'society',
  srvs: 'services',
  svc: 'services',
  svcs: 'services',
  svs: 'services',
  sys: 'systems',
  theater: 'theatre',
  thos: 'thomas',
  tpt: 'transport',
  trspt: 'transport',
  univ: 'university',
  whse: 'warehouse',
  wm: 'william',
  yth: 'youth',
  saint: 'st',
  street: 'st',
  sainte: 'st',
  '1st': 'first',
  '2nd': 'second',
  '3rd': 'third',
  mcr: 'manchester',
  yorks: 'yorkshire',
  lancs: 'lancashire',
  lincs: 'lincolnshire',
  notts: 'nottinghamshire',
  beds: 'bedfordshire',
  berks: 'berkshire',
  bucks: 'buckinghamshire',
  cambs: 'cambridgeshire',
  glos: 'gloucestershire',
  hants: 'hampshire',
  herts: 'hertfordshire',
  leics: 'leicestershire',
  northants: 'northamptonshire',
  oxon: 'oxfordshire',
  salop: 'shropshire',
  staffs: 'staffordshire',
  wilts: 'wiltshire',
  worcs: 'worcestershire',
  derbys: 'derbyshire',
}

/** Short forms that stand for several words. */
export const PHRASE_ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  mbc: ['metropolitan', 'borough', 'council'],
  mdc: ['metropolitan', 'district', 'council'],
  fc: ['football', 'club'],
  ncc: ['county', 'council'],
  pcc: ['parochial', 'church', 'council'],
  nhsft: ['nhs', 'foundation', 'trust'],
}

/** Several words that stand for one. */
export const JOINED_PHRASES: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['united', 'kingdom'], ['uk']],
  [['great', 'britain'], ['gb']],
  [['co', 'operative'], ['cooperative']],
  [['co', 'operatives'], ['cooperatives']],
  [['co', 'op'], ['cooperative']],
  [
    ['nhs', 'ft'],
    ['nhs', 'foundation', 'trust'],
  ],
]

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** Words that carry no meaning in a name; `and` and `the` are dropped altogether. */
export const LINK_WORDS = words('of for in at to on by a an with from')

/** Where in the world a group works. A name with and without one is often, not always, one supplier. */
export const COUNTRY_WORDS =
  words(`uk gb eu england britain british europe european emea ireland scotland wales
  international global worldwide`)

/** Words of corporate structure. */
export const STRUCTURE_WORDS = words('company group holdings corporation enterprise enterprises trading')

/** Words so general that two suppliers often differ in them by carelessness only. */
export const GENERAL_WORDS =
  words(`services solutions consulting consultants consultancy management associates
  association systems products supplies contractors contracting partners partnership solicitors
  foundation trust charity society organisation office sales department accounts division branch centre
  family business commercial professional direct network agency care community training support`)
