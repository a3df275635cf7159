import { SummaryList } from '../../../../platform/views/views.ts'
import { DIRECTORY_KIND_TEXT } from '../../messages/directory.ts'
import type { EntryContent } from '../../model/directory.ts'
import { categoryName } from '../../rules/directory/categories.ts'

/** A text of several lines as paragraphs. */
const Lines = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/\n+/).map((line) => (
      <p class="govuk-body">{line}</p>
    ))}
  </>
)

const Website = ({ href }: { readonly href: string }) => (
  <a href={href} rel="nofollow noopener noreferrer ugc">
    {href}
  </a>
)

/** What an entry says, as the public or a moderator reads it. Everything is text: nothing typed becomes markup. */
export const EntryFacts = ({ content }: { readonly content: EntryContent }) => {
  const contact = [content.contactName, content.contactEmail, content.contactPhone].filter(Boolean)
  const rows = [
    { key: 'Kind', value: DIRECTORY_KIND_TEXT[content.kind] },
    content.supplies && { key: 'Supplies', value: <Lines text={content.supplies} /> },
    content.categories.length > 0 && {
      key: 'Categories',
      value: content.categories.map((code) => `${categoryName(code)} (CPV ${code})`).join(', '),
    },
    { key: 'Where', value: [content.address, content.town, content.postcode].filter(Boolean).join(', ') },
    content.covers && { key: 'Works in', value: <Lines text={content.covers} /> },
    content.capacity && { key: 'Capacity', value: <Lines text={content.capacity} /> },
    content.accreditations && { key: 'Accreditations', value: <Lines text={content.accreditations} /> },
    content.socialPurpose && { key: 'Social purpose', value: <Lines text={content.socialPurpose} /> },
    content.website && { key: 'Website', value: <Website href={content.website} /> },
    contact.length > 0 && { key: 'Contact', value: contact.join(', ') },
  ]
  return <SummaryList rows={rows.filter((row) => typeof row === 'object')} />
}
