import type { Decimal } from 'decimal.js'
import type { FieldError } from '../../../../platform/http/form.ts'
import {
  type Basis,
  Button,
  DataTable,
  Details,
  errorOf,
  FileUpload,
  Form,
  FormErrorSummary,
  formatCount,
  formatPercent,
  formatPounds,
  Input,
  InsetText,
  KeyFigure,
  KeyFigures,
  Select,
} from '../../../../platform/views/views.ts'
import { SHEET_KIND_TEXT } from '../../messages/multiplier.ts'
import type { StudyReport } from '../../multiplier-report.ts'
import type { MultiplierResult, RoundRange, ShareRange } from '../../rules/multiplier/rounds.ts'
import { studyPath } from './paths.ts'
import { type SheetTable, StudySheets } from './study-sheets.tsx'

/** £1.47, as people say what a pound becomes; `not known` where nobody answered. */
const poundWords = (value: Decimal | null): string => (value ? `£${value.toFixed(2)}` : 'not known')

type Props = StudyReport & {
  readonly table: SheetTable
  readonly basis: Basis
  readonly canManage: boolean
  readonly filled: number | null
  readonly errors: readonly FieldError[]
}

const pounds = (pence: Decimal | null): string =>
  pence ? formatPounds(BigInt(pence.toFixed(0))) : 'not known'
const share = (value: Decimal | null): string => (value ? formatPercent(value.toNumber()) : 'not known')

const Figures = ({ result, basis }: { readonly result: MultiplierResult; readonly basis: Basis }) => (
  <KeyFigures>
    <KeyFigure
      label="LM3: a pound becomes"
      value={poundWords(result.central?.lm3 ?? null)}
      basis={basis}
      isMain
    >
      Between {poundWords(result.low.lm3)} and {poundWords(result.high.lm3)}, by what is assumed of those who
      did not answer.
    </KeyFigure>
    <KeyFigure label="Beyond the first pound" value={poundWords(result.landed.central)} basis={basis}>
      Between {poundWords(result.landed.low)} and {poundWords(result.landed.high)}. This is the whole effect
      where the supplier is not in the place itself.
    </KeyFigure>
  </KeyFigures>
)

type Round = { readonly name: string; readonly range: RoundRange; readonly what: string }
const Rounds = ({ result, basis }: { readonly result: MultiplierResult; readonly basis: Basis }) => {
  const first: RoundRange = { low: result.firstRound, central: result.firstRound, high: result.firstRound }
  const rounds: readonly Round[] = [
    { name: 'Round 1', range: first, what: 'What was paid to the suppliers of the study' },
    { name: 'Round 2', range: result.secondRound, what: 'Paid by them to local staff and local suppliers' },
    { name: 'Round 3', range: result.thirdRound, what: 'Spent locally by those' },
  ]
  return (
    <DataTable
      id="rounds"
      caption="Three rounds"
      rows={rounds}
      basis={basis}
      onPhone="stack"
      empty={{ title: 'No rounds', purpose: '' }}
      columns={[
        { name: 'round', header: 'Round', cell: ({ name }) => name },
        { name: 'what', header: 'What', cell: ({ what }) => what },
        { name: 'low', header: 'Low', isNumeric: true, cell: ({ range }) => pounds(range.low) },
        { name: 'central', header: 'Central', isNumeric: true, cell: ({ range }) => pounds(range.central) },
        { name: 'high', header: 'High', isNumeric: true, cell: ({ range }) => pounds(range.high) },
      ]}
    />
  )
}

const Assumed = ({ result }: { readonly result: MultiplierResult }) => {
  const line = (what: string, range: ShareRange) => (
    <li>
      {what}: {range.answered} of {formatCount(range.sheets, 'sheet')} answered; {share(range.central)} spent
      locally by those who did.
    </li>
  )
  return (
    <>
      <h2>What is assumed</h2>
      <ul class="govuk-list govuk-list--bullet">
        {line('Suppliers', result.suppliers)}
        {line('Groups of staff', result.staff)}
        {line('Suppliers of suppliers', result.secondSuppliers)}
        <li>
          Those who did not answer spend locally: nothing (low), the same share as those who did (central), or
          the share of the most local of those who did (high; all of it, where nobody answered). The central
          figure stays unknown until each of the three kinds has one answered sheet.
        </li>
        <li>
          A supplier spends what you paid it as it spends all its income. Rounds after the third are left out,
          as the method has it, so the whole effect is larger.
        </li>
      </ul>
      <p class="govuk-body">
        <a href="/spend/method#multiplier">How these figures are made</a>
      </p>
    </>
  )
}

const Collect = ({ study, errors }: Pick<Props, 'study' | 'errors'>) => (
  <>
    <Details summaryText="Add a sheet" open={errors.some(({ field }) => field === 'name')}>
      <Form action={`${studyPath(study.id)}/sheets`}>
        <Select
          id="kind"
          name="kind"
          label="Kind"
          items={[
            { value: 'second-supplier', text: SHEET_KIND_TEXT['second-supplier'] },
            { value: 'staff', text: SHEET_KIND_TEXT.staff },
          ]}
        />
        <Input id="name" name="name" label="Name" errorMessage={errorOf(errors, 'name')} />
        <Button classes="govuk-button--secondary">Add the sheet</Button>
      </Form>
    </Details>
    <Details summaryText="Hand in sheets as a file" open={errors.some(({ field }) => field === 'file')}>
      <Form action={`${studyPath(study.id)}/file`} hasFiles>
        <FileUpload
          id="file"
          name="file"
          label="CSV file"
          hint="The file of sheets above, filled in. Rows without figures are left as they are"
          errorMessage={errorOf(errors, 'file')}
        />
        <Button classes="govuk-button--secondary">Take the figures</Button>
      </Form>
    </Details>
  </>
)

export const ShowStudyView = (props: Props) => {
  const { study, result, basis, canManage, filled, errors } = props
  return (
    <>
      <FormErrorSummary errors={errors} />
      <h1>{study.title}</h1>
      {filled !== null && <InsetText>{formatCount(filled, 'sheet')} taken.</InsetText>}
      {result && (
        <>
          <Figures result={result} basis={basis} />
          <Rounds result={result} basis={basis} />
          <Assumed result={result} />
        </>
      )}
      <StudySheets study={study} table={props.table} />
      {canManage && <Collect {...props} />}
    </>
  )
}
