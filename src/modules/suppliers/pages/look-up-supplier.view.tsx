import {
  Button,
  EmptyState,
  formatCount,
  formatDate,
  Input,
  SummaryList,
} from '../../../platform/views/views.ts'
import type { EntryReport } from '../entry-report.ts'
import { ENTRY_STATUS_TEXT, FORM_TEXT, SUPPLIER_KIND_TEXT, SUPPLIER_SIZE_TEXT } from '../messages.ts'
import type { Found } from './look-up-supplier.ts'
import { IMPORT_PATH, LOOK_UP_PATH, registerPath } from './paths.ts'

const SCHEME_TEXT: Readonly<Record<EntryReport['scheme'], string>> = {
  'GB-COH': 'Company number',
  'GB-CHC': 'Charity number',
  'GB-SC': 'Scottish charity number',
  'GB-NIC': 'Northern Irish charity number',
  'GB-MPR': 'Society number',
}

const HOW: Readonly<Record<Found['how'], string>> = {
  number: 'with this number',
  'exact-name': 'of this name, now or formerly',
  'name-start': 'whose name begins so',
}

const likely = (certainty: string): string => (certainty === 'indicated' ? ', likely' : '')

const kindText = ({ kind }: EntryReport): string =>
  kind.is === 'unknown'
    ? `${SUPPLIER_KIND_TEXT.unknown}. ${kind.source}`
    : `${SUPPLIER_KIND_TEXT[kind.is]}${likely(kind.certainty)}. ${kind.source}`

const sizeText = ({ size }: EntryReport): string =>
  size.is === null
    ? `Not known. ${size.source}`
    : `${SUPPLIER_SIZE_TEXT[size.is]}${likely(size.certainty)}. ${size.source}`

const Entry = ({ entry }: { readonly entry: EntryReport }) => {
  const rows: (readonly [string, string | null])[] = [
    [SCHEME_TEXT[entry.scheme], entry.number],
    ['Charity number', entry.scheme === 'GB-COH' ? entry.charityNumber : null],
    ['Company number', entry.companyNumber],
    ['Former names', entry.formerNames.join('; ') || null],
    ['Postcode', entry.postcode],
    ['Status', entry.statusText ?? ENTRY_STATUS_TEXT[entry.status]],
    ['Legal form', entry.form && FORM_TEXT[entry.form]],
    ['Kind', kindText(entry)],
    ['Size', sizeText(entry)],
    ['Sector', entry.sector && `${entry.sector.sectionName}: ${entry.sector.divisionName}`],
    ['SIC codes', entry.sicCodes.join(', ') || null],
    ['Registered', entry.incorporatedOn && formatDate(entry.incorporatedOn)],
    ['Closed', entry.dissolvedOn && formatDate(entry.dissolvedOn)],
  ]
  return (
    <SummaryList
      card={{
        title: { text: entry.name, headingLevel: 3 },
        actions: {
          items: [
            {
              href: registerPath(entry.registerId),
              text: `As of ${formatDate(entry.asOf)}`,
              visuallyHiddenText: 'in its register',
            },
          ],
        },
      }}
      rows={rows.flatMap(([key, value]) => (value === null ? [] : [{ key, value }]))}
    />
  )
}

type Props = {
  readonly asked: string
  readonly isAnyLoaded: boolean
  readonly isTooShort: boolean
  readonly found: Found | null
}

const Results = ({ found, isTooShort, asked }: Props) => {
  if (isTooShort) return <p>Enter at least three letters or digits of a name, or a whole number.</p>
  if (!found) return null
  if (found.entries.length === 0) {
    return (
      <>
        <h2>Nothing found</h2>
        <p>
          No register that is loaded has “{asked}” as a number, as a name now or formerly, or as the beginning
          of a name.
        </p>
      </>
    )
  }
  return (
    <>
      <h2>
        {found.hasMore ? 'The first ' : ''}
        {formatCount(found.entries.length, 'supplier')} {HOW[found.how]}
      </h2>
      {found.entries.map((entry) => (
        <Entry entry={entry} />
      ))}
    </>
  )
}

export const LookUpSupplierView = (props: Props) => (
  <>
    <h1>Look up a supplier</h1>
    {props.isAnyLoaded ? (
      <>
        <form method="get" action={LOOK_UP_PATH} role="search">
          <Input
            id="q"
            name="q"
            type="search"
            label="Number or name"
            hint="A company or charity number, a whole name, or how a name begins"
            value={props.asked}
          />
          <Button>Look up</Button>
        </form>
        <Results {...props} />
      </>
    ) : (
      <EmptyState
        title="No register is loaded"
        purpose="Suppliers are looked up in the registers of companies, charities and societies."
        firstStep={{ text: 'Import a register', href: IMPORT_PATH }}
      />
    )}
  </>
)
