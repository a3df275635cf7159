import { DataTable, Tag } from '../../../platform/views/views.ts'
import { fieldName, fieldText } from '../messages/field-words.ts'
import type { Change } from '../model/adaptation.ts'
import type { Difference } from './entry-form.ts'

type Props = { readonly differences: readonly Difference[]; readonly change: Change | undefined }

/** What an organisation does differently with a theme, outcome or measure, beside what was published, and why. */
export const Differences = ({ differences, change }: Props) => {
  if (!change) return null
  if (change.act === 'add')
    return (
      <p>
        <Tag>Added here</Tag> {change.because}
      </p>
    )
  return (
    <>
      <DataTable
        id="differences"
        caption="What differs here from the origin"
        rows={differences}
        onPhone="stack"
        empty={{ title: 'Nothing differs', purpose: '' }}
        columns={[
          { name: 'field', header: 'Part', cell: ({ field }) => fieldName(field) },
          { name: 'was', header: 'As published', cell: ({ was }) => fieldText(was) },
          { name: 'ours', header: 'Here', cell: ({ ours }) => fieldText(ours) },
        ]}
      />
      <p>Why: {change.because}</p>
    </>
  )
}
