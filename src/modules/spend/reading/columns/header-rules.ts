import type { AmountBasis, Role } from '../model.ts'

/** `ignored` claims a column that would otherwise be mistaken for something else (a VAT registration number). */
export type HeaderRole = Role | 'ignored'

/**
 * One way of naming a column: all of `all` present, none of `none`, and, where `only` is set, nothing else.
 * The score says how surely such a header means that role (0 to 100).
 */
type HeaderRule = {
  readonly role: HeaderRole
  readonly score: number
  readonly all: readonly string[]
  readonly none: readonly string[]
  readonly only: boolean
}

const rule = (role: HeaderRole, score: number, text: string): HeaderRule => {
  const words = text.split(' ')
  return {
    role,
    score,
    all: words.filter((word) => !word.startsWith('!') && word !== '='),
    none: words.filter((word) => word.startsWith('!')).map((word) => word.slice(1)),
    only: words.includes('='),
  }
}

/** Words joined by spaces must all be there; `!word` must not; `=` allows no further word. */
const many = (role: HeaderRole, rules: readonly (readonly [number, string])[]): HeaderRule[] =>
  rules.map(([score, text]) => rule(role, score, text))

const NOT_MONEY =
  '!number !id !code !date !name !category !type !description !band !reference !count !classification !currency !registration !rate !label !level'
const NOT_A_NAME =
  '!number !id !code !date !category !type !amount !total !postcode !address !registration !invoice !classification !group !contact !reference !vcse !spend !net !gross !description'

const RULES: readonly HeaderRule[] = [
  ...many('payee', [
    [100, `payee name ${NOT_A_NAME}`],
    [96, `payee ${NOT_A_NAME} !company !charity !vat`],
    [80, `payee label ${NOT_A_NAME.replace(' !label', '')} !row`],
    [72, 'payment to ='],
    [72, 'payment to who ='],
    [72, 'to payment ='],
    [68, 'organisation payment ='],
    [60, `company name ${NOT_A_NAME}`],
    [58, 'trading name'],
    [52, 'name ='],
    [50, 'company ='],
    [45, 'row label ='],
    [42, 'account name ='],
  ]),
  ...many('date', [
    [100, 'payment date !due !invoice !effective !file'],
    [86, 'clearing date'],
    [84, 'cheque date'],
    [82, 'date ='],
    [80, 'transaction date'],
    [78, 'posting date'],
    [77, 'ledger date'],
    [76, 'settlement date'],
    [74, 'account date'],
    [72, 'invoice date !due !received'],
    [70, 'document date'],
    [56, 'date !birth !start !end !due !order !effective !received !created'],
    [50, 'updated ='],
    [48, 'posting ='],
    [46, 'effective date'],
    [44, 'period !number'],
    [44, 'month payment'],
    [42, 'quarter'],
    [40, 'month'],
    [34, 'period number'],
    [30, 'date'],
    [36, 'payment ='],
  ]),
  ...many('year', [
    [60, 'financial year'],
    [58, 'year ='],
    [50, 'year period !number'],
  ]),
  ...many('month', [
    [55, 'month name'],
    [50, 'month ='],
    [44, 'period !number'],
    [43, 'period number'],
    [40, 'month'],
  ]),
  ...many('amount', [
    [100, `net amount ${NOT_MONEY} !irrecoverable`],
    [99, `amount excluding vat ${NOT_MONEY} !including !irrecoverable`],
    [99, `amount net vat ${NOT_MONEY}`],
    [97, `net payment ${NOT_MONEY}`],
    [96, `amount excluding ${NOT_MONEY} !irrecoverable`],
    [95, `amount line ${NOT_MONEY} !vat`],
    [92, `amount = ${NOT_MONEY}`],
    [92, `amount pounds = ${NOT_MONEY}`],
    [91, `amount payment ${NOT_MONEY} !vat`],
    [94, `net vat ${NOT_MONEY} !irrecoverable`],
    [90, `net = ${NOT_MONEY}`],
    [90, `net pounds = ${NOT_MONEY}`],
    [88, `net spend ${NOT_MONEY}`],
    [88, `net total ${NOT_MONEY}`],
    [88, `total excluding vat ${NOT_MONEY}`],
    [88, `net excluding vat ${NOT_MONEY}`],
    [86, `amount transaction ${NOT_MONEY} !vat`],
    [84, `amount invoice ${NOT_MONEY} !vat`],
    [82, `amount including irrecoverable vat ${NOT_MONEY}`],
    [80, `amount spend ${NOT_MONEY} !vat`],
    [78, `amount total ${NOT_MONEY} !vat`],
    [76, `amount ${NOT_MONEY} !vat !debit !credit !tax !order !contract`],
    [74, `gross amount ${NOT_MONEY}`],
    [72, `amount including vat ${NOT_MONEY}`],
    [72, `total including vat ${NOT_MONEY}`],
    [70, `spend = ${NOT_MONEY}`],
    [70, `total spend ${NOT_MONEY}`],
    [70, 'pounds ='],
    [70, `spend pounds = ${NOT_MONEY}`],
    [68, `gross ${NOT_MONEY} !vat`],
    [66, `gross vat ${NOT_MONEY}`],
    [64, `total payment ${NOT_MONEY}`],
    [62, `grand total ${NOT_MONEY}`],
    [60, `total ${NOT_MONEY} !vat !tax`],
    [58, `spend ${NOT_MONEY} !purpose`],
    [55, `expenditure pounds ${NOT_MONEY}`],
    [52, `payment pounds ${NOT_MONEY}`],
    [50, `pounds ${NOT_MONEY} !vat`],
    [48, `actual ${NOT_MONEY}`],
    [46, `expenditure = ${NOT_MONEY}`],
    [45, `cost = ${NOT_MONEY}`],
    [42, `payment = ${NOT_MONEY}`],
    [40, `price ${NOT_MONEY}`],
    [38, `balance = ${NOT_MONEY}`],
  ]),
  ...many('vat', [
    [95, `irrecoverable vat ${NOT_MONEY} !including`],
    [90, `vat amount ${NOT_MONEY} !net !gross !excluding !including`],
    [88, `vat ${NOT_MONEY} !net !gross !excluding !including !total !inclusive`],
    [70, `tax amount ${NOT_MONEY} !net !gross !excluding !including`],
    [60, `tax = ${NOT_MONEY}`],
  ]),
  ...many('debit', [
    [90, `debit amount ${NOT_MONEY} !credit`],
    [88, `debit ${NOT_MONEY} !credit !indicator !direct`],
  ]),
  ...many('credit', [
    [90, `credit amount ${NOT_MONEY} !debit`],
    [88, `credit ${NOT_MONEY} !debit !indicator !card`],
  ]),
  ...many('sign', [
    [80, 'debit credit'],
    [75, 'debit credit indicator'],
    [60, 'document type'],
    [58, 'transaction type'],
    [58, 'invoice type'],
    [40, 'indicator ='],
    [30, 'type ='],
  ]),
  ...many('currency', [[90, 'currency !amount']]),
  ...many('supplierId', [
    [96, 'payee id !company !charity !vat'],
    [96, 'payee number !company !charity !vat !invoice !registration'],
    [94, 'payee code !category !classification'],
    [90, 'payee reference !invoice'],
    [78, 'payee account !name'],
    [60, 'account number'],
  ]),
  ...many('companyNumber', [
    [98, 'company house'],
    [97, 'company number !vat !charity'],
    [95, 'company registration !vat !charity'],
    [90, 'company id'],
    [85, 'company reference'],
    [62, 'payee registration !charity !vat'],
    [55, 'registration number !charity !vat'],
    [50, 'crn ='],
  ]),
  ...many('charityNumber', [
    [98, 'charity number'],
    [97, 'charity registration'],
    [90, 'charity !name'],
  ]),
  ...many('postcode', [[95, 'postcode']]),
  ...many('ignored', [
    [97, 'vat registration'],
    [97, 'vat number'],
    [96, 'vat id'],
    [96, 'vat code'],
    [90, 'vat rate'],
    [88, 'payee type'],
    [88, 'payee vcse'],
    [86, 'vcse'],
    [86, 'payee address'],
    [60, 'due date'],
    [60, 'order date'],
    [60, 'contract date'],
    [60, 'start date'],
    [60, 'end date'],
    [60, 'created date'],
    [60, 'received date'],
    [50, 'seq number'],
    [50, 'count'],
    [50, 'order'],
  ]),
  ...many('body', [
    [98, 'body name !code !id'],
    [96, 'organisation name !code !id !payment'],
    [95, 'authority name !code !id !category !classification !procurement'],
    [94, 'organisation label'],
    [90, 'body !code !id !number'],
    [88, 'authority !code !id !number !name !category !classification !procurement'],
    [84, 'organisation !code !id !number !unit !payment'],
    [50, 'org short name'],
    [48, 'organisation short name'],
  ]),
  ...many('bodyCode', [
    [96, 'body code'],
    [96, 'organisation code'],
    [95, 'organisation id'],
    [95, 'body id'],
    [90, 'authority code'],
    [90, 'authority id'],
    [80, 'body number'],
  ]),
  ...many('department', [
    [98, 'directorate !code !id !number'],
    [96, 'department !code !id !number'],
    [90, 'organisational unit'],
    [88, 'organisation unit'],
    [86, 'portfolio'],
    [86, 'strategic group'],
    [84, 'service label !division'],
    [84, 'expense area'],
    [82, 'service area'],
    [80, 'service group'],
    [78, 'service !code !id !number !category !classification !date'],
    [74, 'division !code'],
    [72, 'business unit'],
    [66, 'section !code'],
    [62, 'cost centre name'],
    [62, 'cost centre description'],
    [60, 'nstrg'],
    [55, 'responsible'],
    [50, 'cost centre !code !number'],
    [46, 'committee'],
    [44, 'group ='],
    [42, 'service code'],
    [40, 'budget holder'],
    [40, 'unit ='],
  ]),
  ...many('service', [
    [92, 'service division'],
    [80, 'service label !division'],
    [79, 'service area'],
    [77, 'service !code !id !number !category !classification !date'],
    [73, 'division !code'],
    [65, 'section !code'],
    [61, 'cost centre name'],
    [61, 'cost centre description'],
    [49, 'cost centre !code !number'],
    [60, 'business unit'],
    [41, 'service code'],
  ]),
  ...many('category', [
    [100, 'proclass label'],
    [98, 'proclass description'],
    [98, 'proclass category'],
    [95, 'procurement category !code !id'],
    [95, 'procurement classification !code'],
    [94, 'expenditure category !code'],
    [92, 'payee category !code !group !id'],
    [91, 'category family'],
    [90, 'merchant category !code'],
    [88, 'category !code !id !number'],
    [86, 'expenditure type !code'],
    [86, 'expense type !code'],
    [86, 'spend category'],
    [85, 'spend level !code'],
    [84, 'proclass !code'],
    [82, 'subjective !code !number !id'],
    [80, 'account description'],
    [79, 'ledger description'],
    [78, 'account code description'],
    [78, 'nominal description'],
    [77, 'type expenditure'],
    [76, 'type spend'],
    [74, 'classification !code'],
    [74, 'payee category group'],
    [72, 'purpose spend'],
    [72, 'cost element description'],
    [70, 'purpose'],
    [68, 'cipfsubj'],
    [68, 'cipfsubs'],
    [66, 'account !code !number !name !payee'],
    [64, 'product category'],
    [62, 'ledger account'],
    [60, 'nominal !code'],
    [58, 'group description'],
    [56, 'expense !code !description !area'],
    [55, 'product !code'],
    [54, 'cost element'],
    [52, 'thomson description'],
    [50, 'expense code'],
    [50, 'expenditure code'],
    [48, 'service expenditure analysis'],
    [40, 'expenditure !amount !pounds'],
    [34, 'type ='],
  ]),
  ...many('categoryCode', [
    [100, 'proclass code'],
    [96, 'merchantCategory'],
    [95, 'payee category code'],
    [94, 'procurement code'],
    [92, 'category code'],
    [90, 'expenditure code'],
    [90, 'expense code'],
    [88, 'classification code'],
    [88, 'subjective code'],
    [86, 'account code !description'],
    [86, 'ledger code !description'],
    [86, 'nominal code !description'],
    [80, 'cost element !description'],
    [76, 'account number'],
    [60, 'product code'],
    [50, 'proclass'],
    [50, 'sicc'],
  ]),
  ...many('description', [
    [96, 'narrative'],
    [94, 'line description'],
    [93, 'invoice description'],
    [92, 'transaction description'],
    [90, 'extended description'],
    [88, 'item description'],
    [86, 'expense description'],
    [84, 'description !ledger !account !nominal !cost !group !category !code !payee !thomson !proclass'],
    [80, 'description payment'],
    [83, 'purpose spend'],
    [76, 'purpose'],
    [74, 'detail !payee'],
    [70, 'summary'],
    [66, 'description'],
    [60, 'reason'],
    [58, 'comment'],
    [58, 'comments'],
    [56, 'label ='],
    [52, 'item'],
    [50, 'product'],
    [48, 'project'],
  ]),
  ...many('reference', [
    [100, 'transaction number'],
    [99, 'transaction reference'],
    [98, 'transaction id'],
    [92, 'payment number'],
    [91, 'payment reference'],
    [90, 'payment id'],
    [90, 'document number'],
    [88, 'document reference'],
    [86, 'internal reference'],
    [86, 'voucher'],
    [82, 'reference ='],
    [80, 'reference number ='],
    [76, 'ledger reference'],
    [74, 'journal'],
    [72, 'reference !payee !contract !order !invoice !company'],
    [70, 'transaction ='],
    [66, 'cheque number'],
    [62, 'cheque reference'],
    [50, 'transaction !date !type !amount !description'],
    [46, 'number ='],
    [44, 'id ='],
    [40, 'order number'],
    [36, 'order ='],
  ]),
  ...many('invoiceNumber', [
    [98, 'invoice number'],
    [98, 'invoice reference'],
    [96, 'invoice id'],
    [70, 'invoice ='],
    [60, 'payee reference'],
  ]),
  ...many('expenseType', [
    [100, 'capital revenue'],
    [80, 'capital !amount'],
    [80, 'revenue !amount'],
    [60, 'expenditure type'],
    [58, 'expense type'],
    [50, 'type ='],
    [46, 'spend type'],
  ]),
  ...many('contractReference', [
    [96, 'contract reference'],
    [96, 'contract number'],
    [95, 'contract id'],
    [80, 'contract title'],
    [78, 'contract name'],
    [70, 'contract !date !amount !type'],
  ]),
]

/** Every role that a header may mean, with the best score for each. */
export const rolesOfHeader = (tokens: readonly string[]): Map<HeaderRole, number> => {
  const found = new Map<HeaderRole, number>()
  if (tokens.length === 0 || tokens.length > 14) return found
  const words = new Set(tokens)
  for (const { role, score, all, none, only } of RULES) {
    if (!all.every((word) => words.has(word))) continue
    if (only && words.size > all.length) continue
    if (none.some((word) => words.has(word))) continue
    const spare = Math.min((words.size - all.length) * 2, 12)
    const points = score - spare
    if (points > (found.get(role) ?? 0)) found.set(role, points)
  }
  return found
}

/**
 * Whether an amount is without or with VAT, by its header. VAT that cannot be recovered is part of the cost, so an
 * amount that includes only that still counts as net (Local Government Transparency Code 2015, paragraph 28).
 */
export const basisOfHeader = (tokens: readonly string[]): AmountBasis => {
  const has = (word: string): boolean => tokens.includes(word)
  if (has('net') || has('excluding')) return 'net'
  if (has('irrecoverable') && has('including')) return 'net'
  if (has('gross') || (has('including') && has('vat'))) return 'gross'
  return 'unstated'
}
