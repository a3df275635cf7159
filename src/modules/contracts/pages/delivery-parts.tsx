import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  FileUpload,
  Form,
  formatFileSize,
  formatInstant,
} from '../../../platform/views/views.ts'
import { DELIVERY_NAMES } from '../messages.ts'
import type { DeliveryStep, Evidence } from '../model.ts'
import { Agreed } from './agreed.tsx'

/** Files that show a delivery; `path` is the page they hang from. */
export const EvidenceList = ({
  evidence,
  path,
}: {
  readonly evidence: readonly Evidence[]
  readonly path: string
}) => (
  <DataTable
    id="evidence"
    caption="Evidence"
    rows={evidence}
    onPhone="stack"
    columns={[
      {
        name: 'file',
        header: 'File',
        cell: (one) => <a href={`${path}/evidence/${one.id}`}>{one.fileName}</a>,
      },
      { name: 'size', header: 'Size', cell: (one) => formatFileSize(one.bytes) },
      {
        name: 'safe',
        header: 'Looked through',
        cell: (one) =>
          [
            one.scan === 'clean' ? 'Scanned for viruses' : 'Not scanned for viruses',
            one.hadMetadata ? 'place and camera data taken out' : '',
          ]
            .filter(Boolean)
            .join('; '),
      },
      { name: 'who', header: 'Added', cell: (one) => `${one.personName}, ${formatInstant(one.recordedAt)}` },
    ]}
    empty={{ title: 'No evidence yet', purpose: 'A photo, a register or a letter that shows what was done.' }}
  />
)

export const AddEvidence = ({
  path,
  errors,
}: {
  readonly path: string
  readonly errors: readonly FieldError[]
}) => (
  <Form hasFiles action={`${path}/evidence`}>
    <Agreed />
    <FileUpload
      id="file"
      name="file"
      label="Add a photo or a document"
      hint="JPEG, PNG, PDF, CSV, Word or Excel without macros, up to 20 MB. A photo is kept at most 1,600 points wide or high, without where it was taken. Check that nobody is named or shown who has not agreed"
      errorMessage={errorOf(errors, 'file')}
    />
    <Button classes="govuk-button--secondary" preventDoubleClick>
      Add it
    </Button>
  </Form>
)

export const Steps = ({ steps }: { readonly steps: readonly DeliveryStep[] }) => (
  <>
    <h2>What happened</h2>
    <ol class="govuk-list govuk-list--number">
      {steps.map((step) => (
        <li>
          {step.status === 'reported'
            ? step.quantity === null
              ? 'Answered'
              : 'Reported'
            : DELIVERY_NAMES[step.status]}
          {step.quantity !== null && `: ${step.quantity}`}, {step.personName},{' '}
          {formatInstant(step.recordedAt)}
          {step.note && <span class="gt-under">{step.note}</span>}
        </li>
      ))}
    </ol>
  </>
)
