import type { Pence } from '../../../kernel/money.ts'
import type { ContractRow, GrantRow, Naming, SpendRow } from '../model/transparency.ts'
import { csvLines } from './csv.ts'

/** Local Government Transparency Code 2015: each item over £500, each contract over £5,000, every grant. */
export const OVER = { spendPence: 500_00, contractPence: 5_000_00 } as const

export const REDACTED = 'Redacted: personal data'

const isHidden = (naming: Naming): boolean => naming === 'individual' || naming === 'maybe'
/** A person's name is not published until somebody has decided that it may be. */
const nameOf = (name: string, naming: Naming): string => (isHidden(naming) ? REDACTED : name)

const poundsOf = (pence: Pence | null): string | number | null => (pence === null ? null : pence / 100)
const yesNo = (flag: boolean | null): string | null => {
  if (flag === null) return null
  return flag ? 'Yes' : 'No'
}

type Column<Row> = readonly [header: string, value: (row: Row) => string | number | null]

/** A purpose or a title may name the person too, so it goes with the name. */
const textOf = (text: string, naming: Naming): string => (naming === 'individual' ? REDACTED : text)

const SPEND: readonly Column<SpendRow>[] = [
  ['Date the expenditure was incurred', (row) => row.incurredOn],
  ['Local authority department which incurred the expenditure', (row) => row.department],
  ['Beneficiary', (row) => nameOf(row.beneficiary, row.naming)],
  ['Summary of the purpose of the expenditure', (row) => textOf(row.purpose, row.naming)],
  ['Amount', (row) => poundsOf(row.amountPence)],
  ['Value Added Tax that cannot be recovered', (row) => poundsOf(row.irrecoverableVatPence)],
  ['Merchant category', (row) => row.merchantCategory],
]

const INVITATIONS = {
  quote: 'Invitation to quote',
  tender: 'Published invitation to tender',
  none: 'Neither',
} as const

const CONTRACTS: readonly Column<ContractRow>[] = [
  ['Reference number', (row) => row.reference],
  ['Title of agreement', (row) => textOf(row.title, row.naming)],
  ['Local authority department responsible', (row) => row.department],
  ['Description of the goods and/or services being provided', (row) => textOf(row.description, row.naming)],
  ['Supplier name', (row) => nameOf(row.supplier, row.naming)],
  ['Supplier details', (row) => (isHidden(row.naming) ? REDACTED : row.supplierDetails)],
  ['Sum to be paid over the length of the contract', (row) => poundsOf(row.sumPence)],
  ['Value Added Tax that cannot be recovered', (row) => poundsOf(row.irrecoverableVatPence)],
  ['Start date', (row) => row.startsOn],
  ['End date', (row) => row.endsOn],
  ['Review date', (row) => row.reviewOn],
  [
    'Invitation to quote or published invitation to tender',
    (row) => (row.invitation === null ? null : INVITATIONS[row.invitation]),
  ],
  ['Small or medium sized enterprise', (row) => yesNo(row.isSme)],
  ['Voluntary or community sector organisation', (row) => yesNo(row.isVcse)],
  ['Registration number', (row) => (isHidden(row.naming) ? null : row.registrationNumber)],
]

const GRANTS: readonly Column<GrantRow>[] = [
  ['Date the grant was awarded', (row) => row.awardedOn],
  ['Time period for which the grant has been given', (row) => row.period],
  ['Local authority department which awarded the grant', (row) => row.department],
  ['Beneficiary', (row) => nameOf(row.beneficiary, row.naming)],
  ["Beneficiary's registration number", (row) => (isHidden(row.naming) ? null : row.registrationNumber)],
  ['Summary of the purpose of the grant', (row) => textOf(row.purpose, row.naming)],
  ['Amount', (row) => poundsOf(row.amountPence)],
]

export type Dataset = {
  readonly lines: Iterable<string>
  readonly published: number
  /** At or below the threshold, or salaries: not asked for. */
  readonly leftOut: number
  readonly redacted: number
  /** Hidden by rule; somebody has to look at them. */
  readonly toReview: number
}

const dataset = <Row extends { readonly naming: Naming }>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  isAsked: (row: Row) => boolean,
): Dataset => {
  const asked = rows.filter(isAsked)
  return {
    lines: csvLines(
      columns.map(([header]) => header),
      asked.map((row) => columns.map(([, value]) => value(row))),
    ),
    published: asked.length,
    leftOut: rows.length - asked.length,
    redacted: asked.filter(({ naming }) => isHidden(naming)).length,
    toReview: asked.filter(({ naming }) => naming === 'maybe').length,
  }
}

/** Spending over £500, credit notes of that size too; no salaries. */
export const spendDataset = (rows: readonly SpendRow[]): Dataset =>
  dataset(
    SPEND,
    rows,
    ({ amountPence, isSalary }) => Math.abs(amountPence) > OVER.spendPence && isSalary !== true,
  )

export const contractsDataset = (rows: readonly ContractRow[]): Dataset =>
  dataset(CONTRACTS, rows, ({ sumPence }) => sumPence > OVER.contractPence)

export const grantsDataset = (rows: readonly GrantRow[]): Dataset => dataset(GRANTS, rows, () => true)
