import { Button, errorOf, FileUpload, Form, formatFileSize, Input } from '../../../platform/views/views.ts'
import type { ShowTenderProps } from './show-tender.view.tsx'

const standsAs = (fromVersion: number | null, untilVersion: number | null): string => {
  if (fromVersion === null) return 'Bidders see it with the next publication'
  if (untilVersion !== null) return `Part of it until version ${untilVersion}`
  return `Part of it since version ${fromVersion}`
}

export const TenderDocuments = ({ documents, at, mayWrite }: ShowTenderProps) => (
  <>
    <h2 id="documents">Documents</h2>
    {documents.length === 0 && (
      <p>No documents. Most tenders need few: questions and criteria stand on the page itself.</p>
    )}
    <ul class="govuk-list">
      {documents.map(({ id, title, fileName, bytes, scan, fromVersion, untilVersion }) => (
        <li class="govuk-!-margin-bottom-3">
          <a href={`${at}/documents/${id}`}>{title}</a> ({fileName}, {formatFileSize(bytes)},{' '}
          {scan === 'clean' ? 'scanned for viruses' : 'not scanned for viruses'})
          <span class="gt-under">{standsAs(fromVersion, untilVersion)}</span>
          {mayWrite && untilVersion === null && (
            <Form action={`${at}/documents/${id}/remove`}>
              <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
                Take out<span class="govuk-visually-hidden">: {title}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  </>
)

export const AddDocument = ({ at, errors }: ShowTenderProps) => (
  <Form hasFiles action={`${at}/documents`}>
    <Input
      id="documentTitle"
      name="documentTitle"
      label="Title of a new document"
      errorMessage={errorOf(errors, 'documentTitle')}
    />
    <FileUpload
      id="file"
      name="file"
      label="The file"
      hint="JPEG, PNG, PDF, CSV, Word or Excel without macros, up to 20 MB"
      errorMessage={errorOf(errors, 'file')}
    />
    <Button classes="govuk-button--secondary" preventDoubleClick>
      Add the document
    </Button>
  </Form>
)
