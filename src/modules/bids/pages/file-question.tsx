import {
  Button,
  errorOf,
  FileUpload,
  Form,
  formatDate,
  formatFileSize,
  plainDateOf,
  Select,
} from '../../../platform/views/views.ts'
import { SCAN_WORDS } from '../messages.ts'
import { DOCUMENT_KINDS, type DraftFile, type SupplierDocument } from '../model.ts'
import type { QuestionState } from '../rules/answers.ts'
import { hasEnded } from '../rules/documents.ts'
import type { EditBidProps } from './edit-bid.view.tsx'

type Props = Pick<EditBidProps, 'read' | 'errors' | 'isOpen' | 'documents' | 'today'> & {
  readonly asked: QuestionState
}

const KeptFile = ({
  file,
  bidId,
  isOpen,
}: {
  readonly file: DraftFile
  readonly bidId: string
  readonly isOpen: boolean
}) => (
  <li>
    {file.refusedBecause === '' ? (
      <>
        <a href={`/workspace/bids/${bidId}/files/${file.id}`} download>
          {file.name}
        </a>{' '}
        ({formatFileSize(file.bytes)}, {SCAN_WORDS[file.scan] ?? 'not scanned'})
      </>
    ) : (
      `${file.name}: not taken. ${file.refusedBecause}.`
    )}
    {isOpen && (
      <Form action={`/workspace/bids/${bidId}/files/${file.id}/remove`}>
        <Button classes="govuk-button--secondary govuk-!-margin-bottom-2">
          Remove<span class="govuk-visually-hidden"> {file.name}</span>
        </Button>
      </Form>
    )}
  </li>
)

/** How a document reads in a list: what it is, until when, and whether that is long enough for this tender. */
const documentText = ({ kind, title, expiresOn }: SupplierDocument, deadline: Date): string => {
  const name = `${title} (${DOCUMENT_KINDS[kind].toLowerCase()})`
  if (expiresOn === null) return name
  const isShort = expiresOn < plainDateOf(deadline)
  return `${name}, until ${formatDate(expiresOn)}${isShort ? ', which is before the deadline' : ''}`
}

const FromDocuments = ({ asked, read, errors, documents, today }: Props) => {
  const { code } = asked.question
  const field = `document-${code}`
  const usable = documents.filter(({ expiresOn }) => !hasEnded(expiresOn, today))
  if (usable.length === 0)
    return (
      <p class="govuk-hint">
        A document that many bids ask for can be kept once under{' '}
        <a href="/workspace/documents">your documents</a> and added from there.
      </p>
    )
  return (
    <Form action={`/workspace/bids/${read.bid.id}/files/${code}/document`}>
      <Select
        id={field}
        name={field}
        label={`Or add one of your documents to ${code}`}
        errorMessage={errorOf(errors, field)}
        items={[
          { value: '', text: 'Choose a document' },
          ...usable.map((document) => ({
            value: document.id,
            text: documentText(document, read.tender.deadline),
          })),
        ]}
      />
      <Button classes="govuk-button--secondary">Add the document to {code}</Button>
    </Form>
  )
}

/** Files go by themselves, outside the form of the answers: one that is stuck holds up nothing else. */
export const FileQuestion = (p: Props) => {
  const { asked, read, errors, isOpen } = p
  const { code, text, help } = asked.question
  const field = `file-${code}`
  return (
    <section aria-labelledby={`question-${code}`}>
      <h3 id={`question-${code}`}>
        {code}. {text}
      </h3>
      {help !== '' && <p>{help}</p>}
      {asked.files.length > 0 && (
        <ul class="govuk-list">
          {asked.files.map((file) => (
            <KeptFile file={file} bidId={read.bid.id} isOpen={isOpen} />
          ))}
        </ul>
      )}
      {isOpen && (
        <>
          <Form action={`/workspace/bids/${read.bid.id}/files/${code}`} hasFiles>
            <FileUpload
              name={field}
              label={`Add a file for ${code}`}
              hint="PDF, Word, Excel, CSV, JPEG or PNG, at most 20 MB"
              errorMessage={errorOf(errors, field)}
            />
            <Button classes="govuk-button--secondary">Upload the file for {code}</Button>
          </Form>
          <FromDocuments {...p} />
        </>
      )}
    </section>
  )
}
