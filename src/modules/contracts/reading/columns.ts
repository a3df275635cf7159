/** What a column of a contract register can be, and the headers that name it, most telling first. */
const HEADERS = {
  reference: [
    /^contract (ref|reference|no|number|id)/,
    /^(our )?(ref|reference|id)( no| number)?$/,
    /^(agreement|register) (ref|reference|number)/,
    /^notice identifier$/,
    /reference number/,
  ],
  title: [
    /^(contract )?title/,
    /^title of (the )?(agreement|contract)/,
    /^contract (name|title)/,
    /^name of contract/,
    /^contract$/,
  ],
  description: [/^(contract )?description/, /^(goods|services|subject)/, /^detail/],
  department: [
    /directorate|department|^service area|^service$|^directorate\/service|^organisational unit/,
    /^body name$/,
  ],
  lot: [/^lots?( number| no)?$/],
  supplierName: [
    /^supplier( name)?$/,
    /^(contractor|provider)/,
    /supplier name/,
    /^awarded to$/,
    /^supplier \[name/,
  ],
  companyNumber: [/compan(y|ies).*(reg|no|number)/, /^crn$/],
  charityNumber: [/charity.*(reg|no|number)/],
  value: [/(contract|awarded|total|agreement) value/, /^(estimated )?value/, /^amount$/, /awarded value/],
  startsOn: [/^(contract |agreement )?start/, /(start|commence).*date/, /^date from$/],
  endsOn: [/^(contract |agreement |current )?end/, /end date|expiry/, /^date to$/],
  manager: [/contract (manager|owner|lead)/, /^(responsible|lead) officer/, /nominated contact/],
  supplierContact: [/^supplier contact/],
  cpv: [/cpv/],
  irrecoverableVat: [/(irrecoverable|cannot be recovered)/, /^vat not recover/],
  invitation: [/^invitation to/, /^(procurement )?(route|invitation)$/],
  isSme: [/^sme\b/, /^small (or|and) medium/],
  isVcse: [/^vcse?\b/, /^voluntary (or|and) community/],
} as const satisfies Record<string, readonly RegExp[]>

export type Role = keyof typeof HEADERS
export const ROLES = Object.keys(HEADERS) as Role[]
export type Columns = Readonly<Partial<Record<Role, number>>>

export const plainHeader = (header: string): string =>
  header
    .replaceAll(/[\s:*\uFEFF]+/g, ' ')
    .trim()
    .toLowerCase()

/** Which column is what. A header that several words fit goes to the role whose word tells most; each column is one thing. */
export const columnsOf = (headers: readonly string[]): Columns => {
  const plain = headers.map(plainHeader)
  const fits = ROLES.flatMap((role) =>
    HEADERS[role].flatMap((pattern, rank) =>
      plain.flatMap((header, at) => (pattern.test(header) ? [{ role, rank, at }] : [])),
    ),
  ).sort((a, b) => a.rank - b.rank || a.at - b.at)
  const columns: Partial<Record<Role, number>> = {}
  const taken = new Set<number>()
  for (const { role, at } of fits) {
    if (columns[role] !== undefined || taken.has(at)) continue
    columns[role] = at
    taken.add(at)
  }
  return columns
}

/** Without these there is no register; a title may be missing where there is a description. */
export const isRegister = (columns: Columns): boolean =>
  columns.supplierName !== undefined && (columns.title !== undefined || columns.description !== undefined)

const ROWS_ABOVE = 20

/** The row that names the columns: the one among the first twenty that names most, as long as it makes a register. */
export const findHeader = (
  rows: readonly (readonly string[])[],
): { readonly at: number; readonly columns: Columns } | undefined =>
  rows
    .slice(0, ROWS_ABOVE)
    .map((cells, at) => ({ at, columns: columnsOf(cells) }))
    .filter(({ columns }) => isRegister(columns))
    .sort((a, b) => Object.keys(b.columns).length - Object.keys(a.columns).length || a.at - b.at)[0]
