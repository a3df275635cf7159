/**
 * Headers as lists of plain words. Councils write the same thing as `SupplierName`, `Supplier  Name`, `Suplier name`,
 * `Vendor`, `Creditor Name`, `Beneficiary`; after this step all of them are `payee name`.
 */

/** Each canonical word with the words that mean the same in the header of a payment file. */
const MEANINGS: Readonly<Record<string, string>> = {
  payee:
    'payee payees supplier suppliers supp suppl vendor vendors vend creditor creditors beneficiary beneficiaries merchant merchants recipient recipients provider providers contractor contractors retailer',
  name: 'name names nm',
  number: 'number numbers no nos num nr nbr numb',
  id: 'id ids identifier identification uri url uid',
  code: 'code codes cd',
  reference: 'reference references ref refs refno urn',
  date: 'date dates dt dated',
  payment: 'payment payments paid pay pmt pymt paymt',
  amount: 'amount amounts amt amnt value values val sum sums',
  total: 'total totals tot',
  net: 'net nett',
  gross: 'gross grs',
  vat: 'vat',
  excluding: 'excluding exclude excluded excl exc ex exclusive less without',
  including: 'including include included incl inc inclusive with plus',
  recoverable: 'recoverable reclaimable',
  irrecoverable: 'irrecoverable unrecoverable nonrecoverable irrecoverably',
  spend: 'spend spent spending',
  expenditure: 'expenditure expend expenditures',
  expense: 'expense expenses',
  transaction: 'transaction transactions trans tran txn trx transact',
  invoice: 'invoice invoices inv invoiced',
  document: 'document documents doc',
  voucher: 'voucher',
  cheque: 'cheque check bacs chaps',
  line: 'line lines distribution',
  description: 'description descriptions desc descr descrip',
  narrative: 'narrative narration narratives',
  detail: 'detail details',
  purpose: 'purpose',
  summary: 'summary',
  category: 'category categories cat',
  classification: 'classification class classifications',
  merchantCategory: 'mcc',
  proclass: 'proclass',
  procurement: 'procurement',
  type: 'type types',
  subjective: 'subjective subj',
  objective: 'objective',
  account: 'account accounts acct acc',
  ledger: 'ledger gl',
  nominal: 'nominal nom',
  cost: 'cost costs',
  centre: 'centre center ctr centres',
  element: 'element',
  directorate: 'directorate directorates dir',
  department: 'department departments dept depts departmental',
  division: 'division divisional div',
  portfolio: 'portfolio',
  service: 'service services serv svc',
  section: 'section team',
  area: 'area areas',
  unit: 'unit units',
  organisation: 'organisation organisations organization org orgs',
  organisational: 'organisational organizational',
  body: 'body bodies',
  authority: 'authority council councils entity',
  label: 'label labels title text',
  group: 'group groups grp',
  company: 'company companies comp co',
  charity: 'charity charities',
  house: 'house',
  registration: 'registration registered reg regn registrations',
  postcode: 'postcode postcodes zip',
  capital: 'capital cap',
  revenue: 'revenue rev',
  debit: 'debit debits dr',
  credit: 'credit credits cr',
  currency: 'currency ccy curr',
  contract: 'contract contracts',
  order: 'order orders po',
  period: 'period periods prd',
  month: 'month months mth',
  quarter: 'quarter qtr',
  year: 'year years yr fy',
  financial: 'financial fiscal',
  updated: 'updated update',
  posting: 'posting posted',
  clearing: 'clearing cleared',
  effective: 'effective',
  due: 'due',
  pounds: 'pounds pound gbp sterling £',
  internal: 'internal',
  item: 'item items',
  product: 'product products goods commodity commodities',
  family: 'family',
  level: 'level lvl',
  grand: 'grand',
  row: 'row',
  count: 'count',
  band: 'band range threshold',
  indicator: 'indicator flag ind sign',
  to: 'to',
  of: 'of for by from the a in on and or per at is was were made been be this our we us',
  who: 'whom who',
  vcse: 'vcse vcs sme voluntary',
  address: 'address addr street town city',
}

/** Known words that are their own meaning and must not be corrected into another. */
const PLAIN_WORDS =
  'batch card start end contact email telephone phone received raised approved approver created local region ward ' +
  'country tax rate quantity qty price parent budget holder manager responsible committee project programme fund ' +
  'grant loan trading legal other main sub detailed extended strategic expenditures sercop bvacop cipfa source ' +
  'subsource definition status method mode schedule seq sequence journal job property site location school thomson ' +
  'profit actual actuals commitment accrual accruals central ref2 alternative head sector industry size match clean ' +
  'naked sicc sic lad gss age days terms community communities social enterprise children adult adults highways ' +
  'housing education corporate resources environment transport finance planning leisure culture purchase ledgers'

const CANONICAL = new Map<string, string>()
for (const [meaning, words] of Object.entries(MEANINGS))
  for (const word of words.split(' ')) CANONICAL.set(word, meaning)
for (const word of PLAIN_WORDS.split(' ')) if (!CANONICAL.has(word)) CANONICAL.set(word, word)

const KNOWN = [...CANONICAL.keys()].filter((word) => word.length >= 5)

/** The words of a header in their canonical form; filler words are dropped. */
export const headerTokens = (header: string): string[] => {
  const words = header
    .replace(/â?£|\uFFFD|\u0153|ú(?=\s|$)/gi, ' pounds ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\bpro\s*class/g, 'proclass')
    .replace(/\bg\s*\/\s*l\b/g, 'gl')
    .replace(/post\s*code/g, 'postcode')
    .replace(/n[o°º]\.?(?=\s|$)/g, 'no')
    .replace(/#/g, ' number ')
    .replace(/non[\s-]+recoverable/g, 'irrecoverable')
    .replace(/['’]s?\b/g, '')
    .match(/[a-z]+|\d+/g)
  return (words ?? []).flatMap(canonicalWords).filter((word) => word !== 'of')
}

const memo = new Map<string, readonly string[]>()

const canonicalWords = (word: string): readonly string[] => {
  const exact = CANONICAL.get(word)
  if (exact !== undefined) return [exact]
  const known = memo.get(word)
  if (known !== undefined) return known
  const words = splitCompound(word, 3) ?? [correctSpelling(word)]
  if (memo.size < 5_000) memo.set(word, words)
  return words
}

/** `paydate`, `SUPPLIERNAME`, `netamount`: known words written as one. */
const splitCompound = (word: string, most: number): string[] | null => {
  const exact = CANONICAL.get(word)
  if (exact !== undefined && word.length > 1) return [exact]
  if (most === 1 || word.length < 5) return null
  for (let cut = word.length - 2; cut >= 3; cut -= 1) {
    const first = CANONICAL.get(word.slice(0, cut))
    const rest = first === undefined ? null : splitCompound(word.slice(cut), most - 1)
    if (first !== undefined && rest !== null) return [first, ...rest]
  }
  return null
}

/** The nearest known word, one slip away for short words and two for long ones (`Directotate`, `Ammount`). */
const correctSpelling = (word: string): string => {
  if (word.length < 5) return word
  const allowed = word.length >= 8 ? 2 : 1
  let best = word
  let bestDistance = allowed + 1
  for (const candidate of KNOWN) {
    if (Math.abs(candidate.length - word.length) > allowed || candidate[0] !== word[0]) continue
    const distance = editDistance(word, candidate, bestDistance)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return bestDistance <= allowed ? (CANONICAL.get(best) ?? best) : word
}

/** Letters to add, drop, change or swap with a neighbour (optimal string alignment). */
const editDistance = (left: string, right: string, limit: number): number => {
  let before: number[] = []
  let above = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= right.length; j += 1) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + change)
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      }
      row.push(least)
    }
    if (Math.min(...row) >= limit) return limit
    before = above
    above = row
  }
  return above[right.length] ?? limit
}
