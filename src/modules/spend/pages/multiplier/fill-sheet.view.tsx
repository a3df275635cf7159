import type { FieldError } from '../../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  formatPence,
  Input,
  SummaryList,
} from '../../../../platform/views/views.ts'
import { SHEET_KIND_TEXT, SHEET_QUESTIONS } from '../../messages/multiplier.ts'
import type { MultiplierSheet, MultiplierStudy } from '../../model/multiplier.ts'
import { surveyPeriod } from '../../survey-words.ts'
import { sheetPath } from './paths.ts'

export type TypedSheet = { readonly income: string; readonly staff: string; readonly suppliers: string }
type Props = {
  readonly study: MultiplierStudy
  readonly sheet: MultiplierSheet
  readonly typed: TypedSheet
  readonly canManage: boolean
  readonly errors: readonly FieldError[]
}

const Fields = ({ sheet, typed, errors }: Pick<Props, 'sheet' | 'typed' | 'errors'>) => {
  const questions = SHEET_QUESTIONS[sheet.kind]
  const field = (name: keyof TypedSheet) => ({
    id: name,
    name,
    value: typed[name],
    label: questions[name],
    prefix: { text: '£' },
    inputmode: 'decimal',
    classes: 'govuk-input--width-10',
    errorMessage: errorOf(errors, name),
  })
  return (
    <>
      <Input {...field('income')} />
      {sheet.kind !== 'staff' && <Input {...field('staff')} />}
      <Input {...field('suppliers')} />
    </>
  )
}

/** One sheet: a form on the screen and, printed, the same sheet on paper. */
export const FillSheetView = ({ study, sheet, typed, canManage, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Sheet: {sheet.name}</h1>
    <SummaryList
      rows={[
        { key: 'Kind', value: SHEET_KIND_TEXT[sheet.kind] },
        { key: 'Local means', value: study.place },
        { key: 'Period', value: surveyPeriod(study) },
        sheet.kind === 'supplier' && { key: 'We paid you', value: formatPence(sheet.paidPence) },
      ]}
    />
    <p>Estimates will do. Print this page to have the sheet on paper.</p>
    {canManage ? (
      <Form action={sheetPath(study.id, sheet.id)} warnsOfUnsentChanges>
        <Fields sheet={sheet} typed={typed} errors={errors} />
        <Button preventDoubleClick>Save the sheet</Button>
      </Form>
    ) : (
      <SummaryList
        rows={(['income', 'staff', 'suppliers'] as const)
          .filter((name) => SHEET_QUESTIONS[sheet.kind][name] !== '')
          .map((name) => ({
            key: SHEET_QUESTIONS[sheet.kind][name],
            value: typed[name] ? `£${typed[name]}` : 'Not answered',
          }))}
      />
    )}
  </>
)
