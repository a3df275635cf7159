import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  Details,
  errorOf,
  FileUpload,
  Form,
  FormErrorSummary,
  Input,
  Radios,
} from '../../../platform/views/views.ts'
import { KIND_OF_REGISTER_TEXT } from '../messages.ts'
import { REGISTER_KINDS, type RegisterKind } from '../model.ts'
import type { TypedImport } from './import-register.ts'

const HINTS: Readonly<Record<RegisterKind, string>> = {
  'companies-house':
    'The free company data product: one ZIP or CSV with CompanyName, CompanyNumber and so on',
  'charity-commission': 'publicextract.charity, as ZIP, JSON or text',
  mutuals: 'SocietyList.csv of the Financial Conduct Authority',
  plain:
    'A CSV with a column for the company or charity number and one for the name. Postcode, SIC codes and former names are read where they are there',
}

type Props = { readonly typed: TypedImport; readonly errors: readonly FieldError[] }

const Fields = ({ typed, errors }: Props) => (
  <>
    <Radios
      name="kind"
      idPrefix="kind"
      value={typed.kind}
      fieldset={{ legend: { text: 'Which register is it?' } }}
      errorMessage={errorOf(errors, 'kind')}
      items={REGISTER_KINDS.map((kind) => ({
        value: kind,
        text: KIND_OF_REGISTER_TEXT[kind],
        hint: HINTS[kind],
      }))}
    />
    <DateInput
      id="as-of"
      namePrefix="as-of"
      fieldset={{ legend: { text: 'Which day does it stand for?' } }}
      hint="Leave empty where the name of the file says it, as in BasicCompanyData-2026-11-01.zip"
      errorMessage={errorOf(errors, 'as-of')}
      values={typed}
    />
    <Input
      id="name"
      name="name"
      label="Name"
      hint="Needed for another list only. A list of the same name is replaced"
      value={typed.name}
      errorMessage={errorOf(errors, 'name')}
    />
    <Input
      id="source"
      name="source"
      label="Who publishes it (optional)"
      value={typed.source}
      errorMessage={errorOf(errors, 'source')}
    />
    <Input
      id="licence"
      name="licence"
      label="Licence (optional)"
      value={typed.licence}
      errorMessage={errorOf(errors, 'licence')}
    />
  </>
)

const FileFields = ({ typed, errors }: Props) => (
  <>
    <Checkboxes
      name="smaller"
      idPrefix="smaller"
      values={typed.smaller === 'yes' ? ['yes'] : []}
      items={[
        {
          value: 'yes',
          text: 'It may have less than half of the entries in use',
          hint: 'Otherwise such a file is taken for a part of the register and does not replace it',
        },
      ]}
    />
    <FileUpload
      id="file"
      name="file"
      label="File"
      hint="CSV, text, JSON, gzip or ZIP, up to 2 GB"
      errorMessage={errorOf(errors, 'file')}
    />
  </>
)

export const ImportRegisterView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>Import a register</h1>
    <p>
      The register that is in use stays in use until the new one is whole. Every authority on this site uses
      the same registers.
    </p>
    <Form hasFiles>
      <Fields {...props} />
      <FileFields {...props} />
      <Button preventDoubleClick>Import</Button>
    </Form>
    <Details summaryText="A register in several parts, or larger than 2 GB">
      <p>
        Put the CSV files into one ZIP, or ask whoever runs the server to load them with one command:{' '}
        <code>goldthread register import part1.zip part2.zip</code>
      </p>
    </Details>
  </>
)
