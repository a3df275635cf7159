import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  type DataColumn,
  DataTable,
  DateInput,
  errorOf,
  FileUpload,
  Form,
  FormErrorSummary,
  formatDate,
  formatFileSize,
  Input,
  Select,
  Tag,
} from '../../../platform/views/views.ts'
import { DOCUMENT_STATES, SCAN_WORDS } from '../messages.ts'
import { DOCUMENT_KINDS, DOCUMENT_REMINDERS, type SupplierDocument } from '../model.ts'
import type { Workspace } from '../read-workspace.ts'
import { type DocumentState, stateOfDocument } from '../rules/documents.ts'
import { WorkspaceFrame } from './workspace-frame.tsx'

type Props = {
  readonly documents: readonly SupplierDocument[]
  readonly days: { readonly today: PlainDate; readonly soonUntil: PlainDate }
  readonly workspace: Workspace
  readonly errors: readonly FieldError[]
  readonly fields: { readonly kind: string; readonly title: string; readonly expiresOn: TypedDay }
}

const COLOURS: Readonly<Record<DocumentState, string>> = {
  holds: 'govuk-tag--green',
  'ends-soon': 'govuk-tag--yellow',
  ended: 'govuk-tag--red',
}

const columnsOf = (days: Props['days']): readonly DataColumn<SupplierDocument>[] => [
  {
    name: 'title',
    header: 'Document',
    cell: ({ id, title }) => (
      <a href={`/workspace/documents/${id}`} download>
        {title}
      </a>
    ),
  },
  {
    name: 'file',
    header: 'File',
    cell: ({ name, bytes, scan }) =>
      `${name} (${formatFileSize(bytes)}, ${SCAN_WORDS[scan] ?? 'not scanned'})`,
  },
  { name: 'kind', header: 'What it is', cell: ({ kind }) => DOCUMENT_KINDS[kind] },
  {
    name: 'until',
    header: 'Until',
    cell: ({ expiresOn }) => {
      const state = stateOfDocument(expiresOn, days)
      if (expiresOn === null) return 'Does not end'
      return (
        <>
          {formatDate(expiresOn)} <Tag classes={COLOURS[state]}>{DOCUMENT_STATES[state]}</Tag>
        </>
      )
    },
  },
  {
    name: 'remove',
    header: 'Take away',
    cell: ({ id, title }) => (
      <Form action={`/workspace/documents/${id}/remove`}>
        <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
          Take away<span class="govuk-visually-hidden"> {title}</span>
        </Button>
      </Form>
    ),
  },
]

const Add = ({ fields, errors }: Props) => (
  <>
    <h2>Add a document</h2>
    <Form action="/workspace/documents" hasFiles>
      <Select
        id="kind"
        name="kind"
        label="What it is"
        value={fields.kind}
        errorMessage={errorOf(errors, 'kind')}
        items={[
          { value: '', text: 'Choose' },
          ...Object.entries(DOCUMENT_KINDS).map(([value, text]) => ({ value, text })),
        ]}
      />
      <Input
        id="title"
        name="title"
        label="Title"
        hint="As you will look for it, for example “Public liability, £10 million”"
        value={fields.title}
        errorMessage={errorOf(errors, 'title')}
      />
      <DateInput
        id="expiresOn"
        namePrefix="expiresOn"
        fieldset={{ legend: 'Its last day, if it has one' }}
        hint="For example 30 6 2027. It cannot be added to a bid afterwards"
        items={[
          { name: 'day', classes: 'govuk-input--width-2', value: fields.expiresOn.day, id: 'expiresOn-day' },
          { name: 'month', classes: 'govuk-input--width-2', value: fields.expiresOn.month },
          { name: 'year', classes: 'govuk-input--width-4', value: fields.expiresOn.year },
        ]}
        errorMessage={errorOf(errors, 'expiresOn-day')}
      />
      <FileUpload
        name="document"
        label="The file"
        hint="PDF, Word, Excel, CSV, JPEG or PNG, at most 20 MB. Choose it again after a mistake elsewhere"
        errorMessage={errorOf(errors, 'document')}
      />
      <Button preventDoubleClick>Keep the document</Button>
    </Form>
  </>
)

export const DocumentsView = (p: Props) => (
  <WorkspaceFrame workspace={p.workspace}>
    <FormErrorSummary errors={p.errors} />
    <h1>Your documents</h1>
    <p>
      Insurance, policies, accounts and certificates that many bids ask for: upload each once, and add it to
      any bid with one button. They are encrypted for your organisation. An authority sees one only in a bid
      that you submit with it, once the bid is opened.
    </p>
    <p>
      We write to all of you {DOCUMENT_REMINDERS.map(({ days }) => days).join(' and ')} days before the last
      day of a document.
    </p>
    <DataTable
      id="documents"
      caption="Documents that are kept"
      columns={columnsOf(p.days)}
      rows={p.documents}
      onPhone="stack"
      empty={{
        title: 'No documents yet',
        purpose: 'Begin with your insurance certificate: most tenders ask for it.',
      }}
    />
    <Add {...p} />
  </WorkspaceFrame>
)
