import { Button, Form, formatDate } from '../../../../platform/views/views.ts'
import type { DirectoryEntryId, Listing } from '../../model/directory.ts'
import { EntryFacts } from './entry-facts.tsx'
import { keepPath, moderatePath, opportunitiesFor } from './paths.ts'

export const ShowEntryView = ({
  listing,
  canModerate,
}: {
  readonly listing: Listing
  readonly canModerate: boolean
}) => (
  <>
    <h1>{listing.content.name}</h1>
    <EntryFacts content={listing.content} />
    <p class="gt-basis">
      In the supplier’s own words. Read by a moderator on{' '}
      {formatDate(listing.listedAt.toISOString().slice(0, 10))}; not verified.
    </p>
    <p>
      <a href={opportunitiesFor(listing.entryId)}>Opportunities that fit this supplier</a>
    </p>
    <p>
      Is this you? <a href={keepPath(listing.entryId)}>Change this entry or take it off</a>
    </p>
    {canModerate && (
      <p>
        <a href={moderatePath(listing.entryId)}>Moderate this entry</a>
      </p>
    )}
  </>
)

export const KeepEntryView = ({ entryId }: { readonly entryId: DirectoryEntryId }) => (
  <>
    <h1>Change an entry</h1>
    <p>
      We send a code to the address of whoever keeps this entry. With the code you can change the entry or
      take it off. There is no password to remember.
    </p>
    <Form action={keepPath(entryId)}>
      <Button preventDoubleClick>Send the code</Button>
    </Form>
  </>
)
